// # Alerts, not decisions
//
// Section 2.1 · After this page you know what to build where a mistake would do harm.

import Figures
import Foundation
import Notebook
import Tensors

// Nets write captions under pictures surprisingly well, too, and again nobody can promise that a caption is right. So
// what can one do with a model that is good, and not good enough to be left alone? Let it work together with people.
//
// The book's example is a stroke. There is a treatment that helps if it begins within three hours, and a scan of the
// head shows whether it may be given. A model looks at each scan as soon as it is made. It does not decide anything. If
// it sees signs of a stroke, the scan goes to the top of the list; *all* scans are read by a radiologist, as before.
//
// In `scansRead` scans come in by chance, twelve an hour on average, and one radiologist needs almost five minutes for
// each. One scan in twenty shows a stroke; the model sees 85 of 100 of those, and is alarmed by 8 of 100 others. There
// are three ways to use it (`ScanRule`), and `ScansRead` says what became of the strokes:

/// What happens to scans.
public enum ScanRule: String, CaseIterable, Sendable {
    case inOrder = "read as they come"
    case alertsFirst = "alerts first, all are read"
    case alertsOnly = "only alerts are read"
}

/// What became of scans with a stroke.
public struct ScansRead: Sendable {
    /// How long each waited, in minutes; nil if nobody ever read it.
    public let waits: [Double?]

    /// The share that nobody read.
    public var missed: Double { Double(waits.count { $0 == nil }) / Double(max(waits.count, 1)) }
    /// The share that waited at most so long.
    public func within(_ minutes: Double) -> Double {
        Double(waits.compactMap { $0 }.count { $0 <= minutes }) / Double(max(waits.count, 1))
    }
}

/// Scans that come in by chance, read by one person.
/// - Parameters:
///   - every: minutes between two scans, on average.
///   - reading: minutes that a scan takes.
///   - finds: the share of strokes that the model sees, and the share of other scans at which it is alarmed.
public func scansRead(
    _ rule: ScanRule, scans: Int, every: Double = 5, reading: Double = 4.7, strokes: Double = 0.05,
    finds: (strokes: Double, others: Double) = (0.85, 0.08), using random: inout SplitMix64
) -> ScansRead {
    var (time, waiting) = (0.0, [(arrived: Double, isStroke: Bool, isAlert: Bool)]())
    for _ in 0..<scans {
        time -= every * log(1 - Double.random(in: 0..<1, using: &random))
        let isStroke = Double.random(in: 0..<1, using: &random) < strokes
        let isAlert = Double.random(in: 0..<1, using: &random) < (isStroke ? finds.strokes : finds.others)
        waiting.append((time, isStroke, isAlert))
    }
    var waits: [Double?] = []
    if rule == .alertsOnly {
        waits = waiting.filter { $0.isStroke && !$0.isAlert }.map { _ in nil }
        waiting.removeAll { !$0.isAlert }
    }
    // Those that are there when the reader is free: with an alert, or without.
    var (next, free, urgent, others) = (0, 0.0, [Int](), [Int]())
    while next < waiting.count || !urgent.isEmpty || !others.isEmpty {
        if urgent.isEmpty, others.isEmpty { free = max(free, waiting[next].arrived) }
        while next < waiting.count, waiting[next].arrived <= free {
            if rule == .alertsFirst, waiting[next].isAlert { urgent.append(next) } else { others.append(next) }
            next += 1
        }
        let scan = waiting[urgent.isEmpty ? others.removeFirst() : urgent.removeFirst()]
        if scan.isStroke { waits.append(free - scan.arrived) }
        free += reading
    }
    return ScansRead(waits: waits)
}

extension ModelToProduction {
    func strokesThatWait() {
        let scans = run.size(quick: 400, usual: 4000)
        var table = TextTable(
            ["scans are", "minutes until a stroke is read", "within 15 minutes", "never read"], decimals: 2)
        var missed: [ScanRule: Double] = [:]
        for rule in ScanRule.allCases {
            let days = run.overSeedsAtOnce(run.size(quick: 3, usual: 20)) { scansRead(rule, scans: scans, using: &$0) }
            let waits = days.map { day in
                let times = day.waits.compactMap { $0 }
                return times.reduce(0, +) / Double(max(times.count, 1))
            }
            missed[rule] = Spread(days.map(\.missed)).mean
            table.add(rule.rawValue, Spread(waits), Spread(days.map { $0.within(15) }), Spread(days.map(\.missed)))
            record("strokes/minutes-until-read-\(slug(rule.rawValue))", over: waits)
            record("strokes/never-read-\(slug(rule.rawValue))", over: days.map(\.missed))
        }
        show(
            table, "\(scans) scans, again and again",
            predict: .share(
                "The model sees 85 of 100 strokes. If only its alerts are read, what share of strokes is read by nobody?",
                missed[.alertsOnly]!, within: .plusMinus(0.05)))
        // The model makes the same mistakes in the second row and in the third. In the third they are final. In the
        // second, a stroke without an alert waits a little longer than it did without a model, and most others hardly
        // wait at all. No radiologist has lost a decision, and nobody has to believe that the model is always right.
        //
        // Other models in the same room measure what has to be measured, point at what may have been overlooked in a
        // report, or look for earlier cases that are similar. What they have in common is that a person looks.
    }
}
