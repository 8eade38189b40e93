// All exercises, found by looking: a chapter is on the board because its folder exists.

import Common
import Foundation

/// The exercises of one chapter, in order.
public struct ExerciseChapter: Equatable, Sendable, CustomStringConvertible {
    public let number: Int
    /// The folder in Exercises/, HintsAndSolutions/ and Checks/: "04-DigitClassifier".
    public let folder: String
    public let exercises: [Exercise]

    /// "Digit Classifier"
    public var title: String { ChapterFolder(folder)?.title ?? folder }

    public var description: String { "chapter \(number), \(title)" }

    /// The program that runs this chapter's checks.
    public var program: String { "Checks\(folder.prefix { $0 != "-" })" }
}

/// All exercises of the project, chapter by chapter.
public struct Curriculum: Equatable, Sendable {
    public let root: URL
    public let chapters: [ExerciseChapter]

    public var exercises: [Exercise] { chapters.flatMap(\.exercises) }

    /// Reads the exercises of the project at `root`. Throws when the head of a stub cannot be read, naming the file.
    public init(root: URL) throws {
        self.root = root
        let originals = root.appending(path: Exercise.originals)
        chapters = try FileManager.default.contentsOfDirectory(atPath: originals.path).compactMap { folder in
            guard let chapter = ChapterFolder(folder) else { return nil }
            let exercises = try Self.exercises(in: folder, of: root)
            return ExerciseChapter(number: chapter.number, folder: folder, exercises: exercises)
        }.sorted { $0.number < $1.number }
    }

    /// Some chapters of a project.
    init(root: URL, chapters: [ExerciseChapter]) { (self.root, self.chapters) = (root, chapters) }

    private static func exercises(in folder: String, of root: URL) throws -> [Exercise] {
        func text(_ path: String) throws -> String {
            try readText(root.appending(path: path))
        }
        let originals = "\(Exercise.originals)/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: root.appending(path: originals).path)
            .filter { $0.hasSuffix(".swift") }
            .map { file in
                let solution = try text("HintsAndSolutions/\(folder)/\(file)")
                return try Exercise(stub: text("\(originals)/\(file)"), solution: solution, folder: folder, file: file)
            }
            .sorted { $0.id < $1.id }
    }

    /// The project that `folder` is in: the nearest one above it with a Package.swift and exercises.
    public static func findRoot(from folder: URL) throws -> URL {
        try projectRoot(around: folder, with: ["Exercises", "HintsAndSolutions"])
    }
}
