// Where the data of a chapter come from. Every chapter says so in the same way: the data sets that will do, best first,
// and a stand-in that is generated when none of them is on this machine.
//
//     digits = try run.data(.mnistSample, .mnist(only: [3, 7]), standIn: "generated digits") {
//         .generated(seed: run.seed)
//     }
//
// They are looked for at once, so that the chapter can say at its start which it found, and read when a section asks.

import Common
import Foundation

/// A data set by name, with the way to read it. `Contents` is what the chapter works with: images, tables, texts.
public struct DataCandidate<Contents>: Sendable {
    /// The name of its folder or archive, "mnist_sample".
    public let name: String
    let load: @Sendable (URL) throws -> Contents

    /// - Parameter load: reads the data set from its folder.
    public init(_ name: String, _ load: @escaping @Sendable (URL) throws -> Contents) {
        (self.name, self.load) = (name, load)
    }

    /// A data set by name: `.dataSet("imdb") { try Reviews(folder: $0) }`
    public static func dataSet(_ name: String, _ load: @escaping @Sendable (URL) throws -> Contents) -> Self {
        Self(name, load)
    }
}

/// What a result says about its data, whatever they contain.
public protocol DataOrigin: Sendable {
    /// "mnist_sample", "generated digits": what every table and chart of these data has to name.
    var name: String { get }
    /// The data set that the book uses; empty where it has none for this purpose, and so no numbers.
    var bookName: String { get }
    /// What the reader should know about the search.
    var notices: [String] { get }
}

extension DataOrigin {
    /// True when no number of the book was measured on other data.
    public var isBooks: Bool { bookName.isEmpty || name == bookName }
}

/// The data set that was found, or its stand-in. It is read once, when it is first asked for.
public struct DataSource<Contents>: DataOrigin {
    public let name: String
    public let bookName: String
    public let notices: [String]
    /// The folder of the data set; nil for a stand-in.
    public let folder: URL?

    private let load: @Sendable () throws -> Contents
    private let loaded = Once<Contents>()

    /// Looks for the candidates in the order that all chapters keep: `--data`, `$GROUNDUP_DATA`, the cache.
    /// - Parameters:
    ///   - candidates: the data sets that will do, best first; the first is the book's own.
    ///   - standIn: what the generated data are called.
    ///   - isInBook: false if the book has no such data; then none of the candidates is the book's own.
    /// - Throws: `DatasetError` when the folder of `--data` does not exist, or an archive cannot be unpacked.
    public init(
        _ candidates: DataCandidate<Contents>..., standIn: String, isInBook: Bool = true,
        in locator: DataLocator = DataLocator(), generate: @escaping @Sendable () throws -> Contents
    ) throws {
        try self.init(candidates, standIn: standIn, isInBook: isInBook, in: locator, generate: generate)
    }

    /// The same with the candidates in an array, which must not be empty.
    public init(
        _ candidates: [DataCandidate<Contents>], standIn: String, isInBook: Bool = true, in locator: DataLocator,
        generate: @escaping @Sendable () throws -> Contents
    ) throws {
        let search = try locator.find(candidates.map(\.name))
        bookName = isInBook ? candidates[0].name : ""
        if let found = search.found, let candidate = candidates.first(where: { $0.name == found.name }) {
            (name, folder, notices) = (found.name, found.folder, search.notices)
            load = { try candidate.load(found.folder) }
        } else {
            (name, folder, load) = (standIn, nil, generate)
            let wanted = candidates.map(\.name).joined(separator: " or ")
            notices = search.notices + ["no \(wanted) on this machine; this run uses \(standIn) instead"]
        }
    }

    /// The data. They are read or generated at the first call, and kept.
    /// - Throws: what reading them throws, at every call. Bad data are never quietly replaced by a stand-in.
    public var contents: Contents {
        get throws { try loaded.value { try load() } }
    }
}
