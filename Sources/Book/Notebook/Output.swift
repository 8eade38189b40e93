// What a page shows is kept, not only printed: tests look at it, and the woven book sets each output under the
// statement that made it. So an output remembers its place in the source and its turn in the run.

import Figures

/// A place in the source, by default that of the call.
public struct SourcePlace: Sendable, Hashable, Codable {
    public let file: String
    public let line: Int
    public let column: Int
}

/// One thing that a page has shown.
public struct Output: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// A sentence, shown as prose.
        case text
        /// A number, tensor, array or anything else that prints.
        case value
        /// Rows and columns, set in text.
        case table
        /// A picture or chart; it is in a file.
        case figure
        /// A measured number beside the book's.
        case record
    }

    public let kind: Kind

    /// The output in plain text, without escape codes; empty for a figure.
    public internal(set) var text: String

    /// A table's titles and cells, which `text` lays out for the terminal; nil for everything else.
    public internal(set) var table: TableData?

    public let caption: String

    /// The figure's file in the output folder.
    public let figureFile: String?

    /// What the reader was asked to predict before it appeared, if anything.
    public let question: Question?

    /// The number of the section that showed it, from 1; 0 for what came before the first section.
    public let section: Int

    /// Its turn in the run, from 0.
    public let order: Int

    /// The statement that showed it.
    public let place: SourcePlace

    /// A prediction in words.
    public struct Question: Sendable, Hashable, Codable {
        public let text: String
        /// What kind of answer is expected: "a number", "a shape, like [2, 3]"; the options of a choice.
        public let expectation: String
        public let answer: String
    }

    public var file: String { place.file }
    public var line: Int { place.line }
}
