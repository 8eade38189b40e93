// # Built again
//
// Section 20.3 · After this page you know what an alarm is good for, and which data a new model should be built from.

import Common
import Figures
import Notebook
import Tensors

// An alarm that nobody answers is noise. What follows from it is a decision: is the model built again, and from what?
// The weeks before the change are many, and teach what is not true any more. The weeks since are few. Three plans can
// be compared in the world of the last pages, a model that says yes above a limit (`RebuildingPlan`):

/// When a model is built again, and from which weeks.
public enum RebuildingPlan: Equatable, Sendable {
    case never
    /// At each alarm, from everything that was ever recorded.
    case atAlarmFromAll
    /// At each alarm, after some weeks of waiting, from these weeks alone.
    case atAlarmFromLatest(weeks: Int)
    /// Every so many weeks, from that many latest ones.
    case everyFewWeeks(Int)

    var words: String {
        switch self {
        case .never: "never"
        case .atAlarmFromAll: "at the alarm, from all weeks"
        case .atAlarmFromLatest(let weeks): "\(weeks) weeks after the alarm, from these"
        case .everyFewWeeks(let weeks): "every \(weeks) weeks, from these"
        }
    }
}

// To build this model is to find the limit that would have been right most often. `bestLimit` compares all between −1
// and 1 in steps of a twentieth, on cases whose truth is known by then. It goes through the cases only once: when a
// limit is raised past a case, its answer turns from yes to no, which is one more right answer or one fewer.
// `livedThrough` takes a plan through some weeks and returns the accuracy of each, as its users had it:

/// The limit in steps of 0.05 that is right most often; of several, the one nearest to 0.
func bestLimit(_ weeks: [WeekOfUse]) -> Float {
    var gains = [Int](repeating: 0, count: 42)
    for week in weeks {
        for (input, truth) in zip(week.inputs, week.truths) {
            let first = ((input + 1) * 20).rounded(.up)
            gains[Int(min(max(first, 0), 41))] += truth ? -1 : 1
        }
    }
    var (rights, sum) = ([Int](), 0)
    for gain in gains.dropLast() {
        sum += gain
        rights.append(sum)
    }
    return Float(rights.indices.max { (rights[$0], -abs($0 - 20)) < (rights[$1], -abs($1 - 20)) }! - 20) / 20
}

/// The accuracy of each week, and how often the model was built again.
func livedThrough(_ weeks: [WeekOfUse], plan: RebuildingPlan) -> (accuracies: [Double], rebuilds: Int) {
    var (limit, monitor, accuracies, rebuilds) = (Float(0), ModelMonitor(usual: 0.879), [Double](), 0)
    var due: Int?
    for (week, one) in weeks.enumerated() {
        accuracies.append(one.accuracy(above: limit))
        let rings = monitor.sees(accuracies.last!)
        let from: Range<Int>?
        switch plan {
        case .never: from = nil
        case .atAlarmFromAll: from = rings ? 0..<week + 1 : nil
        case .atAlarmFromLatest(let wait):
            if rings, due == nil { due = week + wait }
            from = due == week ? week - wait + 1..<week + 1 : nil
        case .everyFewWeeks(let pause): from = (week + 1) % pause == 0 ? week + 1 - pause..<week + 1 : nil
        }
        if let from {
            (limit, monitor, due, rebuilds) = (
                bestLimit(Array(weeks[from])), ModelMonitor(usual: 0.879), nil, rebuilds + 1
            )
        }
    }
    return (accuracies, rebuilds)
}

extension WhatNext {
    func builtAgain() {
        let plans: [RebuildingPlan] = [.never, .atAlarmFromAll, .atAlarmFromLatest(weeks: 4), .everyFewWeeks(4)]
        let streams = run.overSeedsAtOnce(run.size(quick: 4, usual: 100)) {
            stream(weeks: 60, cases: 200, changeAt: 30, using: &$0)
        }
        var (table, lines) = (
            TextTable(["built again", "accuracy after the change", "times"], decimals: 3), [[Double]]()
        )
        for plan in plans {
            let lives = streams.map { livedThrough($0, plan: plan) }
            let after = lives.map { $0.accuracies[30...].reduce(0, +) / 30 }
            table.add(plan.words, Spread(after), Spread(lives.map { Double($0.rebuilds) }))
            record("built-again/\(plan.words.replacing(", ", with: "-").replacing(" ", with: "-"))", over: after)
            lines.append((0..<60).map { week in Spread(lives.map { $0.accuracies[week] }).mean })
        }
        show(
            Chart(
                "A world that changes in week 30", x: "week", y: "accuracy, mean of all streams", yLimits: 0.75...0.95
            ) {
                for (plan, means) in zip(plans, lines) { Line(means, plan.words) }
                Rule(x: 30, "change")
            }, "\(counted(streams.count, "stream")), 200 cases a week",
            predict: .choice(
                "The alarm has rung. From which weeks should the model be built again?",
                ["from all: more data are better", "from those since the alarm", "it makes no difference"],
                answer: "from those since the alarm"))
        show(table, "What a plan is worth")
        // Thirty old weeks outvote a few new ones: a model built from everything the moment the alarm rings is nearly
        // the old one, and the alarm has to ring again and again until the new weeks are the majority. To wait until a
        // few weeks have been collected costs little and brings nearly all. A calendar is even a little better here,
        // since it waits for no alarm; but it builds fifteen models, fourteen of them for nothing, and each time
        // somebody has to look whether the new one may go to work. (The alarm rings for nothing now and then, too: see
        // the number of times.)
        //
        // No plan brings back what was lost between the change and the first new model. That is what the delay costs.
    }
}
