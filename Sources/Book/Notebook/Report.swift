// `--outputs FILE`: everything that came out of a run, for the woven book. It is what the reader of a terminal saw,
// each output with its place in the source, so that prose and code can be woven around it later and elsewhere.

import Common
import Figures
import Foundation
import Kernels

/// A finished run of a chapter.
public struct Report: Sendable, Codable {
    /// The chapter's number and title.
    public let chapter: Int, title: String
    /// What the chapter's program is called, "ch04".
    public let program: String
    /// The titles of all sections, whether they ran or not.
    public let sections: [String]

    /// Which data it ran on, and which the book's numbers are for (empty when that doesn't matter).
    public let data: String, bookData: String
    /// `Measured on generated digits; the book's numbers are for mnist_sample.`
    public let headline: String
    public let seed: UInt64
    public let size: RunSize

    /// When it began, and how long it took.
    public let began: Date
    public let seconds: Double
    /// The most memory it held, in bytes.
    public let peakMemory: Int

    /// Everything shown, in order. Figures name a file in the folder of the figures.
    public let outputs: [Output]
    public let measurements: [Measurement]
    /// The closing table: all measurements, with the columns that any of them fills. nil when nothing was recorded.
    public let results: TableData?
    /// What its columns mean, where that is not obvious.
    public let resultsNote: String?

    /// A recorded number as it is printed, beside the book's.
    public struct Measurement: Sendable, Codable, Hashable {
        public let name: String
        public let section: Int
        /// The number, or the mean over the seeds.
        public let measured: String
        /// The sample standard deviation over the seeds; nil for a single value.
        public let deviation: String?
        /// How many seeds, 1 for a single value.
        public let seeds: Int
        public let book: String?
        /// Measured minus book; nil on other data than the book's.
        public let difference: String?
        /// What differs from the book's experiment.
        public let differs: String?
    }
}

extension Report {
    /// What is known about a run that is over.
    public init<ChapterType: Chapter>(_ run: Run, of type: ChapterType.Type) {
        (chapter, title, program) = (ChapterType.number, ChapterType.title, ChapterType.executableName)
        sections = ChapterType.sections.map(\.title)
        (data, bookData) = (run.dataName, run.bookData)
        headline = run.headline
        (seed, size, began) = (run.seed, run.size, run.started)
        (seconds, peakMemory) = (run.elapsed / .seconds(1), Memory.peak)
        outputs = run.outputs
        let places = Dictionary(
            run.outputs.filter { $0.kind == .record }.map { ($0.caption, $0.section) },
            uniquingKeysWith: { first, _ in first })
        measurements = run.records.map { Measurement($0, section: places[$0.name] ?? 0) }
        results = run.records.isEmpty ? nil : Notebook.resultsTable(run.records)
        resultsNote = Notebook.resultsNote(run.records)
    }

    /// `0.4 s`, `12 s`, `3 min 05 s`
    public var shownTime: String { readable(.seconds(seconds)) }

    /// `213 MB`
    public var shownMemory: String { readable(bytes: peakMemory) }

    /// Reads what `--outputs` wrote.
    public init(contentsOf file: URL) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do { self = try decoder.decode(Report.self, from: readData(file)) } catch {
            throw Refusal("\(file.path): not the outputs of a chapter (\(sentence(for: error)))")
        }
        // Whatever is told of a run, it was over within a century, and took memory.
        guard (0...4e9).contains(seconds), peakMemory >= 0 else {
            throw Refusal("\(file.path): not the outputs of a chapter (it took \(seconds) s and \(peakMemory) bytes)")
        }
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(self)
    }
}

extension Report.Measurement {
    fileprivate init(_ record: Record, section: Int) {
        (name, self.section, differs) = (record.name, section, record.differs)
        (measured, deviation, seeds) = (record.shownMeasured, record.shownDeviation, record.values.count)
        (book, difference) = (record.shownBook, record.shownDifference)
    }
}
