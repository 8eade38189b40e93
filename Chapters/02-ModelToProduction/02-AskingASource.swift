// # Asking a source
//
// Section 2.2 · After this page you can ask for pictures by a term, and exchange the source without changing what uses
// it.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The project of this chapter tells three kinds of bears apart: black bears, grizzlies, and teddies. Readers of the
// book have taken its code and told other things apart: hummingbirds, buses of a city, sixteen cousins. All of them
// began with photos that somebody else had put on the web, and an image search.
//
// The book asks a paid service, whose key it takes from an environment variable so that it is in no file that others
// get to see. (Ours need none; for one that does, `ProcessInfo.processInfo.environment["SEARCH_KEY"]` is the way.) Such
// a service answers with no pictures, only with descriptions of them, at most 150 for a query, and the book's takes
// 1,000 queries a month. `FoundImage` is one description:

/// A picture that a search has found.
public struct FoundImage: Sendable, Equatable {
    /// Where its bytes can be fetched. (The book's `content_url`.)
    public let contentURL: URL
    public let name: String
    /// How large it is, at least.
    public let size: Size2D
    /// Who is to be named with it.
    public let credit: String
}

// Services come and go: the one that the book uses has been shut down since. So nothing here depends on a certain
// one. An `ImageSource` is whatever can list pictures for a term, best first, and hand out their bytes; `search` is
// then the same for all of them:

/// Something that finds pictures.
public protocol ImageSource: Sendable {
    /// All pictures for a term, the most fitting first.
    func everything(for term: String) throws -> [FoundImage]
    /// The bytes of a picture that was found.
    func bytes(at url: URL) throws -> Data
}

extension ImageSource {
    /// Pictures for a term. (The book's `search_images_bing`.)
    /// - Parameters:
    ///   - minSize: what both sides have to measure, in pixels. (The book's `min_sz`.)
    ///   - most: how many a query gives at most.
    public func search(_ term: String, minSize: Int = 128, most: Int = 150) throws -> [FoundImage] {
        let large = try everything(for: term).filter { min($0.size.height, $0.size.width) >= minSize }
        return Array(large.prefix(most))
    }
}

// `FolderCatalogue` is a folder of folders on this machine. A folder fits if all words of its name are in the term:
// `grizzly` fits "grizzly bear". `BearPainter` has no pictures at all, until somebody fetches them: it draws bears.

/// The word parts of a name or a term: "Grizzly_bear" has two.
func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
}

/// The pictures in the folders of a folder.
public struct FolderCatalogue: ImageSource {
    public let folder: URL

    public init(_ folder: URL) { self.folder = folder }

    public func everything(for term: String) throws -> [FoundImage] {
        try photoFiles(in: folder).filter { words(parentFolder($0)).isSubset(of: words(term)) }.compactMap { file in
            // Like a search engine, it knows sizes from headers, and does not notice a file that ends too early.
            guard let size = try? file.opened().size else { return nil }
            return FoundImage(
                contentURL: file, name: file.lastPathComponent, size: size, credit: "the folder \(parentFolder(file))")
        }
    }

    public func bytes(at url: URL) throws -> Data { try Data(contentsOf: url) }
}

/// Bears that are drawn when their bytes are asked for.
public struct BearPainter: ImageSource {
    let files: BearFiles

    public init(_ files: BearFiles) { self.files = files }

    public func everything(for term: String) -> [FoundImage] {
        files.truth.keys.sorted().filter { words($0).intersection(words(term)).count > 0 }.map { name in
            FoundImage(
                contentURL: URL(string: "painter:///\(name)")!, name: name, size: Size2D(files.size),
                credit: "drawn by this program")
        }
    }

    public func bytes(at url: URL) throws -> Data {
        guard let bytes = try files.contents(of: String(url.path.dropFirst())) else { throw DownloadProblem.gone }
        return bytes
    }
}

// (`DownloadProblem.gone` is one of the things that go wrong on the next page.) In this run, `catalogue` is the folder
// of bears, `smallest` what a side has to measure, and `termFor` what is searched for; a quick run has tiny pictures.

extension ModelToProduction {
    /// Where this chapter searches.
    var catalogue: FolderCatalogue { get throws { FolderCatalogue(try bears.folder) } }
    /// How many pixels a side has at least.
    var smallest: Int { run.size(quick: 32, usual: 128) }
    /// What is searched for in the place of a kind: "grizzly bear".
    func termFor(_ kind: String) -> String {
        BearKind(rawValue: kind) == nil ? kind.replacing("_", with: " ") : "\(kind) bear"
    }

    func aFirstSearch() throws {
        // A search for the second kind, which is the grizzly unless your folders have other names:
        let kind = try kinds.classes[1]
        let results = try catalogue.search(termFor(kind), minSize: smallest)
        var table = TextTable(["name", "height", "width", "credit"])
        for found in results.prefix(4) {
            table.add(found.name, found.size.height, found.size.width, found.credit)
        }
        show(table, "The first results for “\(termFor(kind))”, on \(dataName)")
        record(
            "search/results", results.count, book: 150,
            differs: "a folder with as many photos as it has, in place of the web")

        // What the book writes as `results.attrgot('content_url')`, one property of every element, is `map` with a key
        // path in Swift. Where fastai's list prints how many elements it has and then the first ten, `listing` does:
        show(listing(results.map(\.contentURL.lastPathComponent)), "results.map(\\.contentURL.lastPathComponent)")
    }

    func fromAnotherSource() throws {
        // The painter has 200 bears of each kind, and could as well have a million. The query is the same:
        let painter = BearPainter(try BearFiles(perKind: 200, size: run.size(quick: 32, usual: 128)))
        let results = try painter.search("grizzly bear", minSize: smallest)
        show(
            results.count, "results of the painter",
            predict: .count("A source has 200 grizzlies. How many does one query find?", 150))
        let photos = try [0, 1, 2, 149].map { try photo(of: painter.bytes(at: results[$0].contentURL)) }
        show(
            ImageGrid(photos.map(\.raster), titles: ["first", "second", "third", "last"], columns: 4, cellSize: 160),
            "Four of the results, painted by BearPainter")
    }
}
