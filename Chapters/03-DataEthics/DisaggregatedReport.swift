// Errors by group for a table of anybody's predictions: `swift run ch03 --report FILE`.

import Common
import Figures
import Foundation
import Notebook
import Tabular

/// What a table of predictions says of each group of people (a disaggregated report; question 4 of section 3.4).
public struct DisaggregatedReport: Sendable {
    /// The groups in the order of their names, each with its counts.
    public let groups: [(name: String, counts: GroupCounts)]

    /// - Parameters:
    ///   - frame: the columns `prediction`, `target` and `group`; others are passed over.
    ///   - name: what errors call the table.
    /// - Throws: `Refusal`, which names the row, for a missing column, a missing value, or one that is neither yes nor
    ///   no.
    public init(_ frame: DataFrame, name: String) throws {
        for column in ["prediction", "target", "group"] where !frame.names.contains(column) {
            throw Refusal("\(name): there is no column “\(column)”; it needs prediction, target and group")
        }
        guard frame.rowCount > 0 else { throw Refusal("\(name): there are no rows") }
        var counts: [String: GroupCounts] = [:]
        for row in 0..<frame.rowCount {
            let group = frame[row, "group"]
            guard group != .missing else { throw Refusal("\(name), row \(row + 1): the group is missing") }
            counts[group.cellText(decimals: 6), default: GroupCounts()].add(
                said: try Self.yesOrNo(frame[row, "prediction"], "prediction", row, name),
                truth: try Self.yesOrNo(frame[row, "target"], "target", row, name))
        }
        groups = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func yesOrNo(_ cell: Cell, _ column: String, _ row: Int, _ name: String) throws -> Bool {
        switch cell.cellText(decimals: 6).lowercased() {
        case "1", "yes", "true", "y", "1.0", "1.000000": return true
        case "0", "no", "false", "n", "0.0", "0.000000": return false
        case let text:
            throw Refusal(
                "\(name), row \(row + 1): the \(column) is “\(text)”, neither yes nor no (1 or 0, true or false)")
        }
    }

    /// A row for each group, and one for all.
    public var table: TextTable {
        var table = TextTable(
            ["group", "people", "accuracy", "false positives", "range", "false negatives", "range", "precision"],
            decimals: 3)
        var all = GroupCounts()
        func add(_ name: String, _ counts: GroupCounts) {
            let no = counts.falsePositives + counts.trueNegatives, yes = counts.falseNegatives + counts.truePositives
            table.add(
                name, counts.count, counts.accuracy, counts.falsePositiveRate,
                no == 0 ? "" : interval(counts.falsePositives, of: no).inWords, counts.falseNegativeRate,
                yes == 0 ? "" : interval(counts.falseNegatives, of: yes).inWords, counts.precision)
        }
        for (name, counts) in groups {
            add(name, counts)
            all = all + counts
        }
        add("all", all)
        return table
    }

    /// Sentences about what stands out: how many times as often as the best one the worst group has errors of each
    /// kind, and which groups are too small to say.
    public var remarks: [String] {
        let kinds: [(words: String, rate: (GroupCounts) -> Double)] = [
            ("wrong answers", { 1 - $0.accuracy }), ("false positives", \.falsePositiveRate),
            ("false negatives", \.falseNegativeRate),
        ]
        var lines: [String] = []
        for (words, rate) in kinds {
            let rates = groups.map { (name: $0.name, rate: rate($0.counts)) }.filter { !$0.rate.isNaN }
            guard let worst = rates.max(by: { $0.rate < $1.rate }), let best = rates.min(by: { $0.rate < $1.rate }),
                worst.rate > best.rate
            else { continue }
            let times =
                best.rate == 0
                ? "and \(best.name) has none" : "\((worst.rate / best.rate).inDecimals) times as many as \(best.name)"
            lines.append("\(words): \(worst.name) has most, \(worst.rate.inDecimals), \(times)")
        }
        for (name, counts) in groups where counts.count < 30 {
            lines.append("\(name) has \(counts.count) people: the ranges say how little that tells")
        }
        return lines
    }
}

extension GroupCounts {
    static func + (a: GroupCounts, b: GroupCounts) -> GroupCounts {
        GroupCounts(
            truePositives: a.truePositives + b.truePositives, falsePositives: a.falsePositives + b.falsePositives,
            trueNegatives: a.trueNegatives + b.trueNegatives, falseNegatives: a.falseNegatives + b.falseNegatives)
    }
}

extension DataEthics {
    /// The reader's own table of predictions, and the answers of their own project.
    @TaskLocal public static var ownReport: URL?
    @TaskLocal public static var ownReview: URL?

    public static let ownOptions = [
        "--report FILE: a table with the columns prediction, target and group: errors by group (section 3.3).",
        "--review FILE: answers about your project; ends with an error while one is missing (section 3.4).",
    ]

    /// Twelve people, to show what a report looks like.
    static let exampleTable = """
        prediction,target,group
        yes,yes,A
        yes,yes,A
        yes,no,A
        no,no,A
        no,no,A
        no,no,A
        yes,yes,B
        yes,no,B
        yes,no,B
        no,no,B
        no,yes,B
        no,no,B
        """
}
