// # Forty-two babies
//
// Section 3.3 · After this page you can write down what data must be like, and give the people in it a way to object.

import Figures
import Foundation
import Notebook
import Tensors

// California's police kept a database of members of gangs, CalGang. The State Auditor found in 2016 42 people in it who
// had been less than a year old when they were entered, and 28 of these were said to have "admitted to being gang
// members". Nothing in the program asked whether a baby can be one, and there was no way for anybody to be taken off
// the list. Data about people are full of mistakes, everywhere. What matters is whether somebody looks, and whether
// somebody listens.
//
// Looking is the easy part. What must hold for an entry is written down as a `Constraint`, and whatever breaks it is
// listed. `plantedRegister` makes a register to look at:

/// Somebody's entry in a register.
public struct Entry: Sendable {
    public let number: Int
    /// Age in years when the entry was made.
    public let age: Double
    /// Whether the entry says that the person has admitted it.
    public let hasAdmitted: Bool
    /// Days since anybody has checked the entry.
    public let daysUnchecked: Int
}

/// Something that must hold for an entry, in words and as a test.
public struct Constraint: Sendable {
    public let words: String
    let holds: @Sendable (Entry) -> Bool

    public init(_ words: String, _ holds: @escaping @Sendable (Entry) -> Bool) {
        (self.words, self.holds) = (words, holds)
    }

    /// The entries that break it.
    public func broken(in entries: [Entry]) -> [Entry] { entries.filter { !holds($0) } }
}

/// A made-up register into which the audit's numbers were planted: 42 babies, of whom 28 "have admitted".
func plantedRegister(using random: inout SplitMix64) -> [Entry] {
    var entries = (0..<20_000).map { number in
        Entry(
            number: number, age: Double.random(in: 12..<60, using: &random),
            hasAdmitted: Int.random(in: 0..<3, using: &random) == 0,
            daysUnchecked: Int.random(in: 0..<1700, using: &random))
    }
    for baby in 0..<42 {
        let place = baby * 450 + 17
        entries[place] = Entry(
            number: place, age: 0.3 + Double(baby % 7) / 10, hasAdmitted: baby < 28, daysUnchecked: 900)
    }
    return entries
}

extension DataEthics {
    func registerWithBabies() {
        var random = run.random
        let entries = plantedRegister(using: &random)
        let constraints = [
            Constraint("nobody is less than a year old") { $0.age >= 1 },
            Constraint("nobody below 12 has admitted anything") { $0.age >= 12 || !$0.hasAdmitted },
            Constraint("somebody has checked the entry within four years") { $0.daysUnchecked <= 1461 },
        ]
        var table = TextTable(["what must hold", "entries that break it"])
        for constraint in constraints { table.add(constraint.words, constraint.broken(in: entries).count) }
        show(table, "A register of 20,000 people (made up, with the audit's numbers planted)")
        record("register/babies", constraints[0].broken(in: entries).count, book: 42, differs: "planted")
        record(
            "register/babies who have admitted it", constraints[1].broken(in: entries).count, book: 28,
            differs: "planted")
        // Such checks find what is impossible. They do not find what is merely false: somebody of 25 who was never in a
        // gang breaks no rule. For that one needs the people themselves.
    }

    func errorsInFiles() {
        // How common are mistakes? The Federal Trade Commission had people check their own credit reports in 2012: 26 %
        // found at least one mistake, and 5 % had mistakes by which a loan or an insurance could cost them more. Such
        // shares come about with few mistakes per line, since a file has many lines:
        func withMistake(_ perLine: Double, lines: Int) -> Double { 1 - pow(1 - perLine, Double(lines)) }
        let files = withMistake(0.01, lines: 30)
        show(
            files, "share of files with a mistake: 30 lines each, one line in a hundred wrong",
            predict: .share(
                "One line in a hundred is wrong, and a file has 30 lines. Which share of files has a mistake?", files,
                within: .plusMinus(0.08)))
        show(200_000_000 / 20, "people with a grave mistake, if 200 million have a file and 5 % of the files have one")
        // The reporter Bobby Allyn found that a company had him down for a crime with a firearm. To get this line
        // removed took over a dozen calls, the help of a court's clerk, and six weeks, and he got through only as a
        // journalist (Washington Post, 2016).
    }
}

// Listening is the other part. It has to be built as well: a decision keeps its reasons and what it was made of, an
// appeal is an event with an answer, and nothing is ever overwritten. `DecisionFile` is such a record for one person:

/// A decision about somebody, with everything that has happened to it since.
public struct DecisionFile: Sendable {
    public enum Event: Sendable, Equatable {
        case decided(granted: Bool, because: String, from: [String: Double])
        case appealed(reason: String), corrected(field: String, to: Double, by: String)

        /// The event in one line.
        public var words: String {
            switch self {
            case .decided(let granted, let because, let facts):
                "\(granted ? "granted" : "refused"), because \(because): "
                    + facts.sorted { $0.key < $1.key }.map { "\($0.key) \(Int($0.value))" }.joined(separator: ", ")
            case .appealed(let reason): "an appeal: \(reason)"
            case .corrected(let field, let value, let person): "\(field) is \(Int(value)) now, by \(person)"
            }
        }
    }
    /// What has happened, in order. Events are only added.
    public private(set) var events: [Event] = []
    private let rule: @Sendable ([String: Double]) -> (granted: Bool, because: String)

    /// Decides for the first time.
    public init(
        _ facts: [String: Double], rule: @escaping @Sendable ([String: Double]) -> (granted: Bool, because: String)
    ) {
        self.rule = rule
        decide(facts)
    }

    /// The facts that the last decision was made of, and that decision.
    public var last: (granted: Bool, because: String, facts: [String: Double]) {
        for case .decided(let granted, let because, let facts) in events.reversed() { return (granted, because, facts) }
        return (false, "", [:])
    }

    /// Whether an appeal is still without an answer.
    public var isOpen: Bool { if case .appealed = events.last { true } else { false } }

    public mutating func appeal(_ reason: String) { events.append(.appealed(reason: reason)) }

    /// A named person corrects a fact, and the rule decides again.
    public mutating func correct(_ field: String, to value: Double, by person: String) {
        events.append(.corrected(field: field, to: value, by: person))
        decide(last.facts.merging([field: value]) { $1 })
    }

    private mutating func decide(_ facts: [String: Double]) {
        let (granted, because) = rule(facts)
        events.append(.decided(granted: granted, because: because, from: facts))
    }
}

extension DataEthics {
    func appealedDecisions() {
        var file = DecisionFile(["income": 1900, "rent": 2100]) { facts in
            facts["rent", default: 0] * 3 <= facts["income", default: 0]
                ? (true, "the rent is at most a third of the income")
                : (false, "the rent is more than a third of the income")
        }
        file.appeal("my rent is 210, not 2100")
        show(file.isOpen, "somebody has to answer")
        file.correct("rent", to: 210 * 3, by: "clerk 7, after seeing the contract")
        file.correct("rent", to: 210, by: "clerk 7, who had typed it wrongly")
        show(file.events.map(\.words).joined(separator: "\n"), "all that has happened")
        show(file.last.granted, "granted in the end")
        // There are two more things to see here. The clerk has made a mistake, and the record shows it. And it was no
        // model that was wrong, but a number. In Arkansas, the man who had made the formula said that officials had
        // applied it wrongly, and these pointed at the programmers. danah boyd has compared this with old
        // bureaucracies, in which responsibility is passed on until nobody has it; a program is one more desk to pass
        // it to.
    }
}
