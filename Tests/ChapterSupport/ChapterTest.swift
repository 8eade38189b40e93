// What is proven of every chapter. A chapter's own tests get all of it with a single test, each part as a case of its
// own:
//
//     @Suite struct `Chapter 4, like every chapter` {
//         @Test(
//             arguments: ChapterTest.all(
//                 of: DigitClassifier.self, has: ChapterCounts(sections: 17, …), checks: checks04))
//         func passes(_ test: ChapterTest) throws { try test() }
//     }
//
// Everything else is found by the chapter's number: pages, questions, exercises. The runs are at the size of `--quick`,
// on the chapter's stand-in, so that no data of this machine change what is tested.

import Foundation
import Notebook
import Practice
import TestSupport
import Testing

/// One thing that is proven of a chapter.
public struct ChapterTest: Sendable, CustomTestStringConvertible {
    public let testDescription: String
    private let body: @Sendable () throws -> Void

    init(_ description: String, _ body: @escaping @Sendable () throws -> Void) {
        (testDescription, self.body) = (description, body)
    }

    public func callAsFunction() throws { try body() }
}

extension ChapterTest {
    /// Everything that is proven of `chapter`.
    /// - Parameters:
    ///   - counts: how much it has. Said once, here, so that nothing gets lost unnoticed.
    ///   - checks: those of its exercises, in their order.
    ///   - project: the folder that holds Chapters, Exercises and so on.
    public static func all<ChapterType: Chapter & SendableMetatype>(
        of chapter: ChapterType.Type, has counts: ChapterCounts, checks: [Check], in project: URL = projectFolder
    ) -> [ChapterTest] {
        parts(of: chapter, counts, in: project) + exercises(of: chapter, checks, in: project)
            + chapter.sections.enumerated().map { index, section in
                ChapterTest("shows the same when section \(index + 1) runs alone: \(section.title)") {
                    try expectSameAlone(index + 1, of: chapter)
                }
            }
    }

    private static func parts<ChapterType: Chapter & SendableMetatype>(
        of chapter: ChapterType.Type, _ counts: ChapterCounts, in project: URL
    ) -> [ChapterTest] {
        [
            ChapterTest("has all that it should have") {
                let found = try ChapterCounts(of: chapter, in: project)
                #expect(found == counts)
            },
            ChapterTest("runs over a single seed") {
                var options = RunOptions.standIn(.quick)
                options.seedCount = 1
                let run = try ChapterRun(of: chapter, options, guessing: \.exampleOfRight)
                #expect(!run.outputs.isEmpty)
            },
            ChapterTest("has a page for every section, and each section shows something") {
                let pages = try ChapterFiles(of: chapter, in: project).pages
                let numbers = pages.compactMap { Int($0.prefix { $0.isNumber }) }
                // A chapter that has just been begun has no section yet.
                let sections = chapter.sections.indices.map { $0 + 1 }
                #expect(Set(numbers).sorted() == sections)
                #expect(Set(try ChapterRun.quick(of: chapter).outputs.map(\.section)) == Set(sections))
            },
            ChapterTest("has figures that are pictures") { try expectPictures(of: chapter) },
            ChapterTest("records numbers") { try expectRecords(of: chapter) },
            ChapterTest("says one epoch, not 1 epochs") { try expectSingulars(of: chapter) },
            ChapterTest("asks for predictions that can be answered") {
                try expectPredictions(of: chapter, in: project)
            },
            ChapterTest("has a complete questionnaire") {
                let files = try ChapterFiles(of: chapter, in: project)
                #expect(try files.questionnaire.problems(count: counts.questions) == [])
            },
            ChapterTest("has exercises numbered without a gap, each with stub, solution and check") {
                try ChapterFiles(of: chapter, in: project).expectExercises()
            },
            ChapterTest("names a data folder that does not exist") { try expectDataFolder(of: chapter) },
        ]
    }
}

// MARK: The parts

private func expectPictures<ChapterType: Chapter>(of chapter: ChapterType.Type) throws {
    let run = try ChapterRun.quick(of: chapter)
    #expect(run.pictures.count == run.outputs.count { $0.kind == .figure }, "two figures have one name")
    for picture in run.pictures.values { #expect(picture.problems == [], "\(picture.name)") }
}

private func expectRecords<ChapterType: Chapter>(of chapter: ChapterType.Type) throws {
    for record in try ChapterRun.quick(of: chapter).records {
        #expect(record.measured.isFinite, "\(record.name) is \(record.measured)")
        #expect(
            record.name.wholeMatch(of: #/[a-z0-9.-]+(/[a-z0-9.-]+)+/#) != nil,
            "“\(record.name)” is not of the form part/what-was-measured: lower case, hyphens, slashes")
    }
}

/// At the quick size there is often one of what there are many of later.
private func expectSingulars<ChapterType: Chapter>(of chapter: ChapterType.Type) throws {
    for output in try ChapterRun.quick(of: chapter).outputs {
        let text = output.caption + "\n" + output.text
        let plural = text.firstMatch(of: /(^|[^\d.,])1 (epochs|steps|batches|images|items|seeds|layers|parameters)\b/)
        #expect(plural == nil, "\(text)")
    }
}

/// The whole run answers everything right, the sections alone answer everything wrong: see `expectSameAlone`.
private func expectPredictions<ChapterType: Chapter>(of chapter: ChapterType.Type, in project: URL) throws {
    let run = try ChapterRun.quick(of: chapter)
    let files = try ChapterFiles(of: chapter, in: project)
    let inSource = try files.count(of: " predict: ") + files.count(of: " ask: ")
    #expect(Set(run.prompts.map(\.place)).count == inSource, "a prediction that no run comes to")
    #expect(run.guesses.count == run.prompts.count, "a right answer that is not read as one")
    for guess in run.guesses {
        #expect(guess.isRight, "“\(guess.typed)” should be right: \(guess.prediction.question)")
    }
    #expect(run.transcript.count { $0.hasPrefix("  Right") } == run.prompts.count)
}

private func expectDataFolder<ChapterType: Chapter>(of chapter: ChapterType.Type) throws {
    if try ChapterRun.quick(of: chapter).dataName == "no data" { return }
    var options = RunOptions()
    options.dataFolder = URL(filePath: "/no/such/folder")
    let error = #expect(throws: (any Error).self) { try ChapterRun(of: chapter, sections: [1], options) }
    #expect(error.map { "\($0)" }?.contains("/no/such/folder") == true)
}

/// Alone or in company, once or twice: the same seed gives the same outputs, to the last bit, whatever the reader
/// answers.
private func expectSameAlone<ChapterType: Chapter>(_ section: Int, of chapter: ChapterType.Type) throws {
    let whole = try ChapterRun.quick(of: chapter)
    let alone = try ChapterRun(of: chapter, sections: [section], .standIn(.quick), guessing: \.exampleOfWrong)
    let expected = whole.outputs.filter { $0.section == section }
    #expect(alone.outputs.map(\.caption) == expected.map(\.caption))
    #expect(alone.outputs.map(\.timelessText) == expected.map(\.timelessText))
    for record in alone.records where !isTimed(record.name) {
        #expect(whole[record.name] == record.measured, "\(record.name)")
    }
    for (name, picture) in alone.pictures where !isTimed(String(decoding: picture.data, as: UTF8.self)) {
        #expect(picture.data == whole.pictures[name]?.data, "\(name)")
    }
    #expect(
        alone.guesses.count == whole.guesses.count { $0.section == section }, "a wrong answer that is not read as one")
    for guess in alone.guesses {
        #expect(!guess.isRight, "“\(guess.typed)” should be wrong: \(guess.prediction.question)")
    }
    #expect(alone.transcript.count { $0.hasPrefix("  A surprise: you said ") } == alone.prompts.count)
}

/// Whether a text, a record's name or a chart speaks of time. Then its numbers differ from run to run.
private func isTimed(_ text: String) -> Bool { text.contains("milliseconds") || text.contains("per second") }

extension Output {
    /// The text without what was timed: the times of epochs, and whatever speaks of milliseconds or of a number per
    /// second.
    fileprivate var timelessText: String {
        isTimed(caption + text) ? "timed" : text.replacing(/\d\d:\d\d/, with: "–")
    }
}
