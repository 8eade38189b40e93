// # Early, or for nothing
//
// Section 20.3 · After this page you can choose the limit of an alarm by what it costs.

import Common
import Figures
import Notebook

// The alarm of the last page has a limit, which was simply there. What does another one do?

extension WhatNext {
    func delayOrFalseAlarm() {
        // Which limit is right? A low one rings early, and for nothing now and then. Over many streams, with a change
        // and without one (`firstAlarm` is the week of the first alarm):
        let limits = [0.02, 0.04, 0.08, 0.16, 0.32]
        var table = TextTable(
            ["limit", "weeks until the alarm", "missed", "false alarms in 60 quiet weeks"], decimals: 2)
        var (delays, falseAlarms) = ([Double](), [Double]())
        func firstAlarm(_ weeks: [WeekOfUse], _ limit: Double) -> Int? {
            var monitor = ModelMonitor(usual: 0.879, limit: limit)
            return weeks.firstIndex { monitor.sees($0.accuracy) }
        }
        let streams = run.overSeedsAtOnce(run.size(quick: 8, usual: 200)) { random in
            (
                changed: stream(weeks: 40, cases: 200, changeAt: 0, using: &random),
                quiet: stream(weeks: 60, cases: 200, changeAt: nil, using: &random)
            )
        }
        let count = streams.count
        for limit in limits {
            let alarms = streams.map { firstAlarm($0.changed, limit) }
            let heard = alarms.compactMap { $0.map { Double($0 + 1) } }
            delays.append(heard.isEmpty ? .nan : Spread(heard).mean)
            falseAlarms.append(Double(streams.count { firstAlarm($0.quiet, limit) != nil }) / Double(count))
            table.add(
                limit.cellText(decimals: 2), heard.isEmpty ? "" : Spread(heard).cellText(decimals: 2),
                alarms.count { $0 == nil },
                falseAlarms.last!)
        }
        // And the inputs alone, with an alarm above three standard errors:
        func firstShift(_ weeks: [WeekOfUse]) -> Double? {
            weeks.firstIndex { inputShift($0.inputs, trainingMean: 0, trainingDeviation: 1) > 3 }.map { Double($0 + 1) }
        }
        let shifts = streams.compactMap { firstShift($0.changed) }
        let forNothing = streams.count { firstShift($0.quiet) != nil }
        table.add(
            "inputs above 3", shifts.isEmpty ? "" : Spread(shifts).cellText(decimals: 2), count - shifts.count,
            Double(forNothing) / Double(count))
        show(
            Chart(
                "Early, or seldom for nothing", x: "weeks until the alarm",
                y: "share of quiet streams with a false alarm"
            ) {
                Line(delays, falseAlarms)
                Points(delays, falseAlarms, colour: .blue)
            }, "Five limits, over \(counted(count, "stream")) each")
        show(
            table, "What a limit costs",
            predict: .change(
                "The limit is raised. Does the alarm come after fewer or more weeks?", from: delays[0], to: delays[4]))
        record("monitor/weeks-until-the-alarm-limit-0.16", delays[3])
        record("monitor/false-alarms-limit-0.16", falseAlarms[3])
        record("monitor/weeks-until-the-inputs-ring", over: shifts)
        // There is no right limit without knowing what a week with a bad model costs, and what it costs to look for
        // nothing. The inputs ring about as soon as the accuracy here, and nobody had to find out what is true; but how
        // soon they do depends on how far they move, which has nothing to do with how much harm it does.
    }
}
