// All exercises, found by looking: a chapter is on the board because its folder exists.

import Foundation
import Common

/// The exercises of one chapter, in order.
public struct ExerciseChapter: Equatable, Sendable, CustomStringConvertible {
    public let number: Int
    /// The folder in Exercises/, Solutions/ and Checks/: "04-DigitClassifier".
    public let folder: String
    public let exercises: [Exercise]

    /// "Digit Classifier"
    public var title: String { ChapterFolder(folder)?.title ?? folder }

    public var description: String { "\(number)  \(title)" }

    /// The program that runs this chapter's checks.
    public var program: String { "Checks\(folder.prefix { $0 != "-" })" }
}

/// All exercises of the project, chapter by chapter.
public struct Catalogue: Equatable, Sendable {
    public let root: URL
    public let chapters: [ExerciseChapter]

    public var exercises: [Exercise] { chapters.flatMap(\.exercises) }

    /// Reads the catalogue of the project at `root`. Throws when the head of a file cannot be read, naming the file.
    public init(root: URL) throws {
        self.root = root
        let solutions = root.appending(path: "Solutions")
        chapters = try FileManager.default.contentsOfDirectory(atPath: solutions.path).compactMap { folder in
            guard let chapter = ChapterFolder(folder) else { return nil }
            let exercises = try Self.exercises(in: solutions.appending(path: folder))
            return ExerciseChapter(number: chapter.number, folder: folder, exercises: exercises)
        }.sorted { $0.number < $1.number }
    }

    private static func exercises(in folder: URL) throws -> [Exercise] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
            .map { file in
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                return try Exercise(text: text, folder: folder.lastPathComponent, file: file)
            }
            .sorted { $0.id < $1.id }
    }

    /// The project that `folder` lies in: the nearest one above it with a Package.swift and exercises.
    public static func findRoot(from folder: URL) throws -> URL {
        try projectRoot(around: folder, with: ["Exercises", "Solutions"])
    }
}
