// What belongs to a chapter, found by its number.

import Foundation
import Notebook
import Questions
import Testing

/// The files of a chapter, in all folders of the project that have some.
public struct ChapterFiles: Sendable {
    let number: Int
    let project: URL
    /// The name of the chapter's folder, "04-DigitClassifier".
    public let folder: String

    /// - Throws: when there is no such folder in `Chapters`.
    public init<ChapterType: Chapter>(of chapter: ChapterType.Type, in project: URL) throws {
        (number, self.project) = (ChapterType.number, project)
        let folders = try names(in: project.appending(path: "Chapters"))
        folder = try #require(folders.first { Int($0.prefix { $0.isNumber }) == ChapterType.number })
    }

    /// The pages in their order, "01-Pixels.swift".
    public var pages: [String] {
        get throws { try names(in: place("Chapters")).filter { $0.first!.isNumber } }
    }

    /// The exercises in their order, "4.01-OddsDoubled.swift".
    public var exercises: [String] { get throws { try names(in: place("Exercises")) } }

    public var questionnaire: Questionnaire { get throws { try Questionnaire(chapter: number, project: project) } }

    /// How often a text occurs in the chapter's own source.
    func count(of text: String) throws -> Int {
        try names(in: place("Chapters")).filter { $0.hasSuffix(".swift") }.reduce(0) { sum, file in
            let source = try String(contentsOf: place("Chapters").appending(path: file), encoding: .utf8)
            let code = source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            return sum + code.reduce(0) { $0 + (" " + $1).ranges(of: text).count }
        }
    }

    func expectExercises() throws {
        let exercises = try exercises
        let numbers = exercises.map { $0.prefix { $0 != "-" } }
        #expect(numbers == (1...max(1, exercises.count)).map { "\(number).\($0 < 10 ? "0" : "")\($0)" })
        #expect(try names(in: place("HintsAndSolutions")) == exercises)
        #expect(Set(exercises).isSubset(of: try names(in: place("Checks"))))
    }

    private func place(_ room: String) -> URL { project.appending(path: "\(room)/\(folder)") }
}

/// The names in a folder, without hidden ones.
private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
}
