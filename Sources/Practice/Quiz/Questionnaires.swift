// All questions of the project: a chapter is asked about because its tests have a questionnaire.

import Common
import Foundation
import Questions

/// The questionnaires of all chapters that have one, in order.
public struct Questionnaires: Sendable {
    public struct Chapter: Sendable {
        /// "Digit Classifier"
        public let title: String
        public let questionnaire: Questionnaire

        public var number: Int { questionnaire.chapter }
        public var questions: [Question] { questionnaire.questions }
    }

    public let chapters: [Chapter]

    public var questions: [Question] { chapters.flatMap(\.questions) }

    /// Reads the questions of the project at `root`. Throws when one is not as it should be, naming file and line.
    public init(root: URL) throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Chapters").path)
        chapters = try folders.compactMap(ChapterFolder.init).sorted { $0.number < $1.number }
            .filter { Questionnaire.folder(ofChapter: $0.number, in: root) != nil }
            .map { Chapter(title: $0.title, questionnaire: try Questionnaire(chapter: $0.number, project: root)) }
    }

    /// The project that `folder` is in.
    public static func findRoot(from folder: URL) throws -> URL {
        try projectRoot(around: folder, with: ["Chapters", "Tests"])
    }

    /// The chapter with this number.
    public func chapter(_ number: Int) throws -> Chapter {
        if let chapter = chapters.first(where: { $0.number == number }) { return chapter }
        let numbers = chapters.map(\.number.description).joined(separator: ", ")
        let there = "there are questions for chapter\(chapters.count == 1 ? "" : "s") \(numbers)"
        throw Refusal("chapter \(number) has no questions; \(chapters.isEmpty ? "no chapter has any" : there)")
    }

    /// What the reader means by `text`: all questions of a chapter for `"4"`, a single one for `"4.9"`.
    public func selection(_ text: String) throws -> (chapter: Chapter, questions: [Question]) {
        if let number = Int(text) { return (try chapter(number), try chapter(number).questions) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let item = parts[1] else {
            throw Refusal("\"\(text)\" is not the number of a question, such as \(questions.first?.number ?? "4.1")")
        }
        let chapter = try chapter(number)
        guard let question = chapter.questionnaire["\(number).\(item)"] else {
            let (first, last) = (chapter.questions.first?.number ?? "none", chapter.questions.last?.number ?? "none")
            throw Refusal("there is no question \(number).\(item); chapter \(number) has questions \(first) to \(last)")
        }
        return (chapter, [question])
    }
}
