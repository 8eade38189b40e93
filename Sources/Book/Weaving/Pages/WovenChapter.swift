// A chapter with everything that its pages in the book are made of.

import Board
import Common
import Foundation
import Notebook
import Questions

/// A chapter of the book, woven from its source and one run.
public struct WovenChapter: Sendable {
    public struct Section: Sendable {
        public let number: Int
        public let page: WovenPage
    }

    public let source: ChapterSource
    public let report: Report
    public let sections: [Section]
    public let shared: [WovenPage]
    public let questions: [Question]
    public let exercises: [Exercise]
    /// Where the run has left its figures.
    public let figures: URL

    /// "ch04"
    public var name: String { source.program }
    public var number: Int { source.number }
    public var title: String { report.title }
    /// Every figure on its pages.
    public var figureFiles: [String] { report.outputs.compactMap(\.figureFile) }

    public init(
        _ source: ChapterSource, _ report: Report, figures: URL, questions: [Question] = [], exercises: [Exercise] = []
    ) throws {
        (self.source, self.report, self.figures) = (source, report, figures)
        (self.questions, self.exercises) = (questions, exercises)
        let outputs = Dictionary(grouping: try placed(report.outputs, in: source), by: \.file)
        sections = source.sections.map {
            Section(number: $0.number, page: WovenPage($0.page, outputs: outputs[$0.page.file] ?? []))
        }
        shared = source.shared.map { WovenPage($0, outputs: outputs[$0.file] ?? []) }
        let shown = (sections.map(\.page) + shared).flatMap(\.cells).reduce(0) { $0 + $1.outputs.count }
        if shown != report.outputs.count {
            throw Refusal(
                "\(source.folder): \(report.outputs.count - shown) of \(report.outputs.count) outputs have no place "
                    + "on the pages; did the source change after it ran?")
        }
    }
}

/// The outputs with their places on the pages. What a statement outside of the chapter shows (a function of an earlier
/// one, say) goes with what was shown before it.
private func placed(_ outputs: [Output], in source: ChapterSource) throws -> [PlacedOutput] {
    var last: PlacedOutput?
    return try outputs.map { output in
        if source.holds(output.file) {
            last = PlacedOutput(output: output, file: URL(filePath: output.file).lastPathComponent, line: output.line)
        } else if let place = last {
            last = PlacedOutput(output: output, file: place.file, line: place.line)
        }
        if let last { return last }
        throw Refusal("\(source.folder): the first output comes from \(output.file), not from the chapter")
    }
}
