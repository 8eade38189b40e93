// An exercise is two files of one name, the stub in Exercises/ and the answer in Solutions/, and a check in Checks/.
// What the board knows about it is written in the head of the solution:
//
//     // Exercise 4.9 · The loss that can learn               needs 4.3, 4.8
//     // Section 4.11: Chapters/04-DigitClassifier/11-Sigmoid.swift
//     //
//     // Nudge: …
//     // Idea: …
//     // Almost: …
//
//     /// The statement.
//
// The stub begins with the same lines, without the hints. The board reads the solution's, because a reader may do with
// the stub as they like; and it reads text, not compiled code, so that `hint` and `reset` work for the reader whose
// answer does not even compile.

/// What the board knows about one exercise.
public struct Exercise: Equatable, Sendable, CustomStringConvertible {
    public let id: ExerciseID
    public let title: String
    /// Exercises whose answers this one builds on.
    public let needs: [ExerciseID]
    /// Where the book and this project talk about it: "4.11", and the page's path.
    public let section: String
    public let page: String
    /// What to do, in the words of the doc comments, one paragraph for each thing to write.
    public let statement: String
    /// As many as there are of nudge, idea and almost, in this order.
    public let hints: [String]
    /// The chapter's folder and the file's name, the same in Exercises/ and Solutions/.
    public let folder: String
    public let file: String

    public static let hintNames = ["nudge", "idea", "almost"]

    /// Paths from the root of the project.
    public var stub: String { "Exercises/\(folder)/\(file)" }
    public var solution: String { "Solutions/\(folder)/\(file)" }

    /// The line that makes a stub a stub.
    public var unansweredLine: String { "throw Unanswered(\"\(id)\")" }

    public var description: String { "\(id)  \(title)" }

    /// Where to read again.
    public var pointer: String { "section \(section), \(page)" }
}
