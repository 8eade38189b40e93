// The readers of what people write, and of what programs remember.

import Common
import Foundation
import Notebook
import Questions
import TestSupport

@testable import Board
@testable import Quiz
@testable import Weaving

extension FuzzedReader {
    private static let stubs = [
        ours("Exercises/.originals/04-DigitClassifier/\(firstExercise)"),
        ours("Tests/SmallBook/Exercises/98-Doubling/98.01-Halve.swift"),
        Array(
            """
            // Exercise 4.31 · One epoch of training        needs exercises 4.24, 4.30
            // Section 4.13, questions 4.25 and 4.33: Chapters/04-DigitClassifier/13-TrainingLoop.swift

            /// Trains.
            /// - Returns: the loss
            public func trainEpoch(_ x: Float) throws -> Float {
                throw Unanswered("4.31")
            }
            """.utf8),
    ]

    private static let firstExercise: String = {
        let folder = projectFolder.appending(path: "Exercises/.originals/04-DigitClassifier")
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted().first ?? ""
    }()

    /// A stub, read from a project as the board does it.
    static let exercise = FuzzedReader(
        description: "exercise", inputs: stubs, path: "Exercises/.originals/04-One/4.31-Epoch.swift",
        leaves: ["HintsAndSolutions"]
    ) { file, folder in
        try write("// Nudge: Look.", "HintsAndSolutions/04-One/4.31-Epoch.swift", in: folder)
        for exercise in try Curriculum(root: folder).exercises { _ = (exercise.pointer, exercise.isStub("")) }
    }

    /// The hints at the head of a solution.
    static let hints = FuzzedReader(
        description: "hints",
        inputs: [
            ours("HintsAndSolutions/04-DigitClassifier/\(firstExercise)"),
            ours("Tests/SmallBook/HintsAndSolutions/98-Doubling/98.01-Halve.swift"),
        ], path: "HintsAndSolutions/04-One/4.31-Epoch.swift", leaves: ["Exercises"]
    ) { file, folder in
        try write(
            String(decoding: stubs[2], as: UTF8.self), "Exercises/.originals/04-One/4.31-Epoch.swift", in: folder)
        let exercise = try Curriculum(root: folder).exercises[0]
        if exercise.hints.count > 3 { throw Broken(description: "reads \(exercise.hints.count) hints") }
    }

    static let questions = FuzzedReader(
        description: "questions",
        inputs: [
            ours("Tests/SmallBook/Tests/Chapters/98-Doubling/Questionnaire/01-Numbers.swift"),
            ours("Tests/Chapters/04-DigitClassifier/Questionnaire/\(firstQuestions)"),
        ], path: "Tests/Chapters/04-One/Questionnaire/01-Page.swift"
    ) { file, folder in
        let questionnaire = try Questionnaire(chapter: 4, project: folder)
        _ = questionnaire.problems(count: 3)
        for question in questionnaire.questions {
            _ = (html(question.text), question.answer, question.item, question.shownBy.map(questionnaire.place))
        }
    }

    private static let firstQuestions: String = {
        let folder = projectFolder.appending(path: "Tests/Chapters/04-DigitClassifier/Questionnaire")
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted().first ?? ""
    }()

    static let progress = FuzzedReader(
        description: "progress",
        inputs: [
            #"{"exercises": {"4.1": {"gaveUp": false, "hints": 2, "solved": true}, "4.10": {"isSecondTry": true}}}"#,
            "{\n  \"exercises\" : {\n    \"4.2\" : {\n      \"hints\" : 3\n    }\n  }\n}",
        ].map { Array($0.utf8) }, path: ".groundup/exercises.json"
    ) { file, folder in
        let hints = try reloaded(RecordFile<PracticeProgress>("exercises", root: folder))[ExerciseID("4.1")!].hints
        if !(0...3).contains(hints) { throw Broken(description: "reads \(hints) hints") }
    }

    static let quizMemory = FuzzedReader(
        description: "quiz memory", inputs: [Array(#"{"known": {"4.1": true, "4.12": false}}"#.utf8)],
        path: ".groundup/quiz.json"
    ) { file, folder in _ = try reloaded(RecordFile<QuizMemory>("quiz", root: folder)) }

    static let page = FuzzedReader(
        description: "page",
        inputs: [
            ours("Tests/SmallBook/Chapters/98-Doubling/01-Numbers.swift"),
            ours("Tests/SmallBook/Chapters/98-Doubling/Doubling.swift"),
        ], path: "Chapters/98-Doubling/01-Numbers.swift"
    ) { file, folder in
        let source = try ChapterSource(root: folder, folder: "98-Doubling")
        for section in source.sections { _ = WovenPage(section.page, outputs: []).stripped }
        _ = try SourceReader(readText(file), file: "01-Numbers.swift").page(story: false)
    }
}

extension FuzzedReader {
    static let report = FuzzedReader(
        description: "report", inputs: [Array(reportJSON.utf8)], path: "outputs.json"
    ) { file, folder in
        let report = try Report(contentsOf: file)
        _ = (report.shownTime, report.shownMemory)
        for table in report.outputs.compactMap(\.table) + [report.results].compactMap(\.self) { _ = table.markdown }
        // Outputs that have no place on the pages are refused, and so are figures that are not there.
        _ = try? WovenChapter(smallChapter.get(), report, figures: folder).notebook()
    }

    private static let smallChapter = Result {
        try ChapterSource(root: projectFolder.appending(path: "Tests/SmallBook"), folder: "98-Doubling")
    }

    private static let reportJSON = """
        {"began": "2026-01-02T03:04:05Z", "bookData": "mnist_sample", "chapter": 98, "data": "generated", "headline": "h",
         "measurements": [{"measured": "0.5", "name": "half", "section": 1, "seeds": 3, "deviation": "0.1"}],
         "outputs": [{"caption": "c", "kind": "table", "order": 0, "place": {"column": 1, "file": "98-Doubling/01-Numbers.swift", "line": 30},
           "section": 1, "table": TABLE, "text": "a", "question": {"answer": "1", "expectation": "a number", "text": "?"}}],
         "peakMemory": 1048576, "program": "ch98", "results": TABLE, "seconds": 12.5,
         "sections": ["One", "Two"], "seed": 42, "size": "quick", "title": "Doubling"}
        """.replacing(
            "TABLE", with: #"{"columns": [{"isNumeric": true, "title": "n"}], "rows": [["1"], ["2|"]]}"#)

    private static func write(_ text: String, _ path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// What a file of records holds. Whatever it was, it can be written and read again; nothing is thrown away.
    private static func reloaded<Content: Common.Record & Equatable>(_ file: RecordFile<Content>) throws -> Content {
        let before = try Data(contentsOf: file.url)
        let (record, notice) = try file.load()
        if notice != nil {
            let aside = file.url.deletingPathExtension().appendingPathExtension("broken.json")
            if try Data(contentsOf: aside) != before { throw Broken(description: "loses what the file held") }
        }
        try file.save(record)
        if try file.load().record != record { throw Broken(description: "saves another record than it loaded") }
        return record
    }
}
