// Chapter 98, run and woven.

import Board
import Foundation
import Notebook
import TestSupport

@testable import Chapter98
@testable import Questions
@testable import Weaving

let here = URL(filePath: #filePath).deletingLastPathComponent()

/// The source of chapter 98.
func doublingSource() throws -> ChapterSource {
    let folder = projectFolder.appending(path: "Tests/SmallBook/Chapters/98-Doubling")
    let files = ["01-Numbers.swift", "Doubling.swift"]
    return try ChapterSource(
        folder: "98-Doubling",
        files: files.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
}

/// The chapter, run with a seed and woven; its figures are in `out`.
func doubling(seed: UInt64 = 21, out: URL) throws -> WovenChapter {
    var options = RunOptions()
    options.seed = seed
    let run = try Run.capture(Doubling.self, options: options, out: out)
    let proof = Proof(name: "98.1 two", code: "#expect(twice(1) == 2)", file: "Tests/Questionnaire.swift", line: 1)
    let question = Question(
        number: "98.1", text: "What is twice one?", answer: "Two, says `twice`.",
        shownBy: [Pointer(symbol: "twice", file: "Chapters/98-Doubling/01-Numbers.swift")], proof: proof)
    let exercise = try Exercise(stub: exerciseText, solution: "", folder: "98-Doubling", file: "98.01-Halve.swift")
    return try WovenChapter(
        doublingSource(), Report(run, of: Doubling.self), figures: out, questions: [question], exercises: [exercise])
}

private let exerciseText = """
    // Exercise 98.1 · Halve it
    // Section 98.1: Chapters/98-Doubling/01-Numbers.swift

    /// Returns half of x.
    public func half(_ x: Int) throws -> Int { x / 2 }
    """

/// A book of this chapter alone, with its catalog.
func doublingCatalog(seed: UInt64 = 21, out: URL) throws -> DocumentationCatalog {
    var book = WovenBook()
    book.chapters = [try doubling(seed: seed, out: out)]
    return book.catalog
}
