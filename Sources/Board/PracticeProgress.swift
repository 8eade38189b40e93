// What the board remembers between two runs. It is the reader's own: it lives in the working copy, and Git ignores it.
//
//     {"exercises": {"4.1": {"solved": true, "hints": 2}}}

import Foundation

/// What has been solved so far, and which hints were read.
public struct PracticeProgress: Codable, Equatable, Sendable {
    /// The record of one exercise. A field that an older file does not have keeps its default.
    public struct Entry: Codable, Equatable, Sendable {
        public var solved = false
        public var hints = 0

        public init(solved: Bool = false, hints: Int = 0) {
            self.solved = solved
            self.hints = hints
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            solved = try fields.decodeIfPresent(Bool.self, forKey: .solved) ?? false
            hints = try fields.decodeIfPresent(Int.self, forKey: .hints) ?? 0
        }
    }

    private var exercises: [String: Entry] = [:]

    public init() {}

    public subscript(_ id: ExerciseID) -> Entry {
        get { exercises[id.description] ?? Entry() }
        set { exercises[id.description] = newValue == Entry() ? nil : newValue }
    }
}
