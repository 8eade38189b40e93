// What the board remembers between two runs.
//
//     {"exercises": {"4.1": {"gaveUp": false, "hints": 2, "solved": true}}}

import Common
import Foundation

/// What has been solved so far, which hints were read, and where the solution was looked at instead.
public struct PracticeProgress: Record, Equatable {
    /// The record of one exercise. A field that an older file does not have keeps its default.
    public struct Entry: Codable, Equatable, Sendable {
        /// Whether the last answer that was checked passed, or one before the stub came back did. An untouched stub is
        /// not an answer.
        public var solved = false
        public var hints = 0
        /// Whether the reader saw the solution before the exercise was solved. That stays, whatever is solved later.
        public var gaveUp = false

        /// Whether the stub came back after the exercise was solved. Then it stays solved, whatever is tried next.
        public var isSecondTry = false

        public init(solved: Bool = false, hints: Int = 0, gaveUp: Bool = false, isSecondTry: Bool = false) {
            self.solved = solved
            self.hints = hints
            self.gaveUp = gaveUp
            self.isSecondTry = isSecondTry
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            solved = try fields.decodeIfPresent(Bool.self, forKey: .solved) ?? false
            // Whatever a damaged file says, an exercise has three hints.
            hints = min(max(try fields.decodeIfPresent(Int.self, forKey: .hints) ?? 0, 0), 3)
            gaveUp = try fields.decodeIfPresent(Bool.self, forKey: .gaveUp) ?? false
            isSecondTry = try fields.decodeIfPresent(Bool.self, forKey: .isSecondTry) ?? false
        }

        /// Takes the verdict on an answer. A solved exercise whose answer is broken later is no longer solved; one that
        /// was reset after it was solved keeps its mark.
        mutating func take(isSolved: Bool) {
            if isSolved { (solved, isSecondTry) = (true, false) }
            if !isSolved, !isSecondTry { solved = false }
        }
    }

    private var exercises: [String: Entry] = [:]

    public init() {}

    public subscript(_ id: ExerciseID) -> Entry {
        get { exercises[id.description] ?? Entry() }
        set { exercises[id.description] = newValue == Entry() ? nil : newValue }
    }
}
