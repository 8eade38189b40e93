// Exercise 19.1 · A pattern for whole paths
// Section 19.1, question 19.1: Chapters/19-LearnerFromScratch/01b-Patterns.swift

import Practice

/// Whether a path like "train/bird/1.png" fits a pattern like "train/**/[0-9]*.png". Parts are separated by "/", none
/// of them is empty, and neither begins with a "/".
///
/// In a name, `*` stands for any run of characters, also none, and `?` for one character. `[abc]` is one of these
/// characters, and `[a-f]` one from a to f; `[0-9_]` mixes both. Every bracket is closed. Nothing of this stands for a
/// "/". A part that is `**` and nothing else stands for any number of parts, also none. All else stands for itself.
public func fitsPath(_ path: String, _ pattern: String) throws -> Bool {
    throw Unanswered("19.1")
}
