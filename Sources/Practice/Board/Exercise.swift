// An exercise is three files of the same name: the stub in Exercises/, where the reader writes an answer; the solution
// in HintsAndSolutions/; and the check of both in Checks/. The stub says what to do:
//
//     // Exercise 4.31 · One epoch of training        needs exercises 4.24, 4.30
//     // Section 4.13, questions 4.25 and 4.33: Chapters/04-DigitClassifier/13-TrainingLoop.swift
//
//     /// The statement.
//
// and the solution begins with three hints:
//
//     // Nudge: …
//     // Idea: …
//     // Almost: …
//
// Readers may do as they like with the stub. So there is a copy of each in Exercises/.originals, which the board reads
// and from which `reset` restores. All of this is text and not compiled code, so that `hint` and `reset` work when an
// answer does not even compile.

import Common

/// What the board knows about one exercise.
public struct Exercise: Equatable, Sendable, CustomStringConvertible {
    public let id: ExerciseID
    public let title: String
    /// Exercises whose answers this one builds on.
    public let needs: [ExerciseID]
    /// Where the book and this project talk about it: `"4.7, question 4.17"`, and the page's path.
    public let section: String
    public let page: String
    /// What to do, in the words of the doc comments, one paragraph for each thing to write.
    public let statement: String
    /// As many as there are of nudge, idea and almost, in this order.
    public let hints: [String]
    /// The chapter's folder and the file's name, the same in Exercises/, HintsAndSolutions/ and Checks/.
    public let folder: String
    public let file: String

    public static let hintNames = ["nudge", "idea", "almost"]

    /// Paths from the root of the project.
    public var stub: String { "Exercises/\(folder)/\(file)" }
    public var original: String { "\(Self.originals)/\(folder)/\(file)" }
    public var solution: String { "HintsAndSolutions/\(folder)/\(file)" }

    /// Where the copies of all stubs are.
    static let originals = "Exercises/.originals"

    /// The line that makes a stub a stub.
    public var unansweredLine: String { "throw Unanswered(\"\(id)\")" }

    public var description: String { "\(id.named)  \(title)" }

    /// Where to read again.
    public var pointer: String { "section \(section), \(page)" }

    /// Whether a text is an untouched stub: all that its public functions do is throw `Unanswered`. (One that overrides
    /// another and cannot throw may do anything.)
    public func isStub(_ text: String) -> Bool {
        let lines = lines(of: text).filter { !$0.isEmpty }.map { $0.drop(while: \.isWhitespace) }
        let untouched = lines.indices.dropFirst().dropLast().count { index in
            lines[index] == unansweredLine && lines[index - 1].hasSuffix("{") && lines[index + 1] == "}"
        }
        return untouched > 0 && untouched >= lines.count { $0.hasPrefix("public func ") }
    }
}
