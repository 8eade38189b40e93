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
    /// For each group the scores of its people and what is true of them; empty without a column `score`.
    let scores: [String: [(score: Double, truth: Bool)]]

    /// - Parameters:
    ///   - frame: the columns `target`, `group`, and `prediction` or `score` (the probability of a yes that a model
    ///     gave) or both. Without predictions, a score of at least 0.5 is a yes. Other columns are passed over.
    ///   - name: what errors call the table.
    /// - Throws: `Refusal`, which names the row, for a missing column, a missing value, one that is neither yes nor no,
    ///   or a score that is no probability.
    public init(_ frame: DataFrame, name: String) throws {
        let names = Dictionary(
            frame.names.map { ($0.trimmingCharacters(in: .whitespaces).lowercased(), $0) },
            uniquingKeysWith: { a, _ in a })
        guard let target = names["target"], let group = names["group"], let said = names["prediction"] ?? names["score"]
        else {
            let missing = ["target", "group"].first { names[$0] == nil } ?? "prediction"
            throw Refusal("\(name): there is no column “\(missing)”; it needs prediction (or score), target and group")
        }
        guard frame.rowCount > 0 else { throw Refusal("\(name): there are no rows") }
        var counts: [String: GroupCounts] = [:]
        var scores: [String: [(score: Double, truth: Bool)]] = [:]
        for row in 0..<frame.rowCount {
            let member = frame[row, group].cellText(decimals: 6).trimmingCharacters(in: .whitespaces)
            guard !member.isEmpty else { throw Refusal("\(name), row \(row + 1): the group is missing") }
            let truth = try Self.yesOrNo(frame[row, target], "target", row, name)
            let score = try names["score"].map { try Self.probability(frame[row, $0], row, name) }
            let isYes =
                names["prediction"] == nil
                ? score! >= 0.5
                : try Self.yesOrNo(
                    frame[row, said], "prediction", row, name)
            counts[member, default: GroupCounts()].add(said: isYes, truth: truth)
            if let score { scores[member, default: []].append((score, truth)) }
        }
        groups = counts.sorted {
            let order = $0.key.compare($1.key, options: .numeric)
            return order == .orderedSame ? $0.key < $1.key : order == .orderedAscending
        }.map { ($0.key, $0.value) }
        self.scores = scores
    }

    private static func yesOrNo(_ cell: Cell, _ column: String, _ row: Int, _ name: String) throws -> Bool {
        switch cell.cellText(decimals: 6).trimmingCharacters(in: .whitespaces).lowercased() {
        case "1", "yes", "true", "y", "1.0", "1.000000": return true
        case "0", "no", "false", "n", "0.0", "0.000000": return false
        case let text:
            let advice = column == "prediction" && cell.number != nil ? "; call a column of probabilities “score”" : ""
            throw Refusal(
                "\(name), row \(row + 1): the \(column) is “\(text)”, neither yes nor no (1 or 0, true or false)\(advice)"
            )
        }
    }

    private static func probability(_ cell: Cell, _ row: Int, _ name: String) throws -> Double {
        guard let number = cell.number, (0...1).contains(number) else {
            let text = cell.cellText(decimals: 6)
            throw Refusal("\(name), row \(row + 1): the score is “\(text)”, and not a probability from 0 to 1")
        }
        return number
    }

    /// A row for each group, and one for all. A share of nobody is left empty.
    public var table: TextTable {
        var table = TextTable(
            ["group", "people", "accuracy", "false positives", "range", "false negatives", "range", "precision"],
            decimals: 3)
        func add(_ name: String, _ counts: GroupCounts) {
            let no = counts.falsePositives + counts.trueNegatives, yes = counts.falseNegatives + counts.truePositives
            func share(_ value: Double) -> Cell { value.isNaN ? .missing : .double(value) }
            table.add(
                name, counts.count, counts.accuracy, share(counts.falsePositiveRate),
                no == 0 ? "" : wilsonInterval(counts.falsePositives, of: no).inWords, share(counts.falseNegativeRate),
                yes == 0 ? "" : wilsonInterval(counts.falseNegatives, of: yes).inWords, share(counts.precision))
        }
        for (name, counts) in groups { add(name, counts) }
        let isTaken = groups.contains { $0.name == "all" }
        add(isTaken ? "all groups" : "all", groups.reduce(GroupCounts()) { $0 + $1.counts })
        return table
    }

    /// Calibration: of people with similar scores, how many are a yes, in each group? nil without scores. For a
    /// calibrated model the true share is near the mean score, in each row.
    public var calibration: TextTable? {
        guard !scores.isEmpty else { return nil }
        var table = TextTable(["group", "scores", "people", "mean score", "true share", "range"], decimals: 3)
        for (name, _) in groups {
            let people = scores[name] ?? []
            for fifth in 0..<5 {
                let some = people.filter { min(4, Int($0.score * 5)) == fifth }
                guard !some.isEmpty else { continue }
                let yes = some.count { $0.truth }
                table.add(
                    name, "0.\(2 * fifth) to \(fifth == 4 ? "1.0" : "0.\(2 * fifth + 2)")", some.count,
                    some.reduce(0) { $0 + $1.score } / Double(some.count), fraction(yes, of: some.count),
                    wilsonInterval(yes, of: some.count).inWords)
            }
        }
        return table
    }

    /// How good it is beside the simplest rule of all: always the answer that is true more often.
    public var baseline: String {
        let all = groups.reduce(GroupCounts()) { $0 + $1.counts }
        let yes = all.truePositives + all.falseNegatives
        let isYes = 2 * yes > all.count
        let rule = fraction(isYes ? yes : all.count - yes, of: all.count)
        return "right answers: \(all.accuracy.inDecimals); always saying \(isYes ? "yes" : "no"), \(rule.inDecimals)"
    }

    /// Sentences about what stands out: how good it is beside the simplest rule, how many times as often as the best
    /// one the worst group has errors of each kind, and which groups are too small to say.
    public var remarks: [String] {
        let kinds: [(words: String, rate: (GroupCounts) -> Double)] = [
            ("wrong answers", { 1 - $0.accuracy }), ("false positives", \.falsePositiveRate),
            ("false negatives", \.falseNegativeRate),
        ]
        var lines = [baseline]
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
            lines.append(
                "\(name) has \(counts.count) \(counts.count == 1 ? "person" : "people"): the ranges say how little that tells"
            )
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
        "--report FILE: a table with the columns target, group, and prediction or score: errors by group (section 3.3).",
        "--review FILE: answers about your project; ends with an error while one is missing (section 3.4).",
        "--form: prints the questions about a project, to be filled in.",
    ]
}
