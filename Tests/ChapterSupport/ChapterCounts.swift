import Foundation
import Notebook

/// How much a chapter has of what every chapter has.
public struct ChapterCounts: Sendable, Equatable {
    public var sections, predictions, bookNumbers, questions, exercises: Int

    /// - Parameters:
    ///   - predictions: values that are asked for under `--predict`.
    ///   - bookNumbers: recorded numbers that have the book's beside them.
    public init(sections: Int, predictions: Int, bookNumbers: Int, questions: Int, exercises: Int) {
        (self.sections, self.predictions, self.bookNumbers) = (sections, predictions, bookNumbers)
        (self.questions, self.exercises) = (questions, exercises)
    }

    /// What a chapter has, counted in a quick run and in the project's folders.
    init<ChapterType: Chapter>(of chapter: ChapterType.Type, in project: URL) throws {
        let (run, files) = (try ChapterRun.quick(of: chapter), try ChapterFiles(of: chapter, in: project))
        try self.init(
            sections: ChapterType.sections.count, predictions: run.prompts.count,
            bookNumbers: run.records.count { $0.book != nil }, questions: files.questionnaire.questions.count,
            exercises: files.exercises.count)
    }
}
