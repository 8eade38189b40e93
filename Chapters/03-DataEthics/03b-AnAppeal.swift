// # An appeal
//
// Section 3.3 · After this page you can give the people in your data a way to object.

import Notebook

// To look for mistakes is one part. To listen to those who find one is the other, and it has to be built as well: a
// decision keeps its reasons and what it was made of, an appeal is an event with an answer, and nothing is ever
// overwritten. `DecisionFile` is such a record for one person:

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
