// What the reader knew, remembered between two runs.
//
//     {"known": {"4.1": true, "4.12": false}}

import Common
import Questions

/// For each question that was asked, whether the reader knew it the last time.
public struct QuizMemory: Record, Equatable {
    private var known: [String: Bool] = [:]

    public init() {}

    /// nil for a question that was never asked.
    public func knows(_ question: Question) -> Bool? { known[question.number] }

    public mutating func remember(_ question: Question, isKnown: Bool) { known[question.number] = isKnown }
}
