// # Fetching them
//
// Section 2.2 · After this page you can download many files through a network that fails, and have whole files only.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Descriptions are quickly found; bytes have to come through a network, from hundreds of servers. Some are slow, some
// do not answer today, some pictures were taken down years ago. And a connection may end in the middle: what has come
// until then looks like a file, and is none. Whoever sends a file says beforehand how long it is. So a `Response` has
// both. A `DownloadProblem` says what went wrong, and a `Network` is what one asks:

/// What came through the network.
public struct Response: Sendable {
    public let bytes: Data
    /// How many bytes the sender has announced.
    public let announced: Int

    public init(bytes: Data, announced: Int) { (self.bytes, self.announced) = (bytes, announced) }
}

/// Why a picture did not come.
public enum DownloadProblem: Error, Equatable, CustomStringConvertible {
    case noAnswer, gone, brokenOff(after: Int, of: Int)
    /// Whether it is worthwhile to ask again.
    public var mayPass: Bool { self != .gone }

    public var description: String {
        switch self {
        case .noAnswer: "no answer"
        case .gone: "there is no such picture any more"
        case .brokenOff(let count, let all): "broken off after \(count) of \(all) bytes"
        }
    }
}

/// What fetches bytes.
public protocol Network: AnyObject { func get(_ url: URL) throws -> Response }

// One picture is fetched by `downloadURL`. It asks again where that may help, and waits a second first, then two, then
// four: a server that has too much to do gets time. And it writes a file when all bytes are there, not before:
// `writeWhole` fills a file of another name, and gives it the right one in a single step. Whatever happens, nobody ever
// finds half a picture.

/// Fetches one file. (The book's `download_url`.)
/// - Throws: `DownloadProblem` when the last try has failed, too, or no other would help.
public func downloadURL(
    _ url: URL, to file: URL, through network: some Network, tries: Int = 3,
    pause: (_ seconds: Double) -> Void = Thread.sleep(forTimeInterval:)
) throws {
    for attempt in 1... {
        do {
            let response = try network.get(url)
            guard response.bytes.count == response.announced else {
                throw DownloadProblem.brokenOff(after: response.bytes.count, of: response.announced)
            }
            return try writeWhole(response.bytes, to: file)
        } catch let problem as DownloadProblem where problem.mayPass && attempt < tries {
            pause(Double(1 << (attempt - 1)))
        }
    }
}

// With hundreds of pictures, one that does not come is no reason to stop. `downloadImages` goes on and says at the end
// what is missing. Files get numbers for names. What is there already is not fetched again, so whoever was interrupted
// starts the same program once more:

/// What has come, and what has not.
public struct Downloads {
    public var files: [URL] = []
    public var problems: [DownloadProblem] = []
}

/// Fetches many files into a folder. (The book's `download_images`.)
/// - Throws: what is wrong with the folder; never what is wrong with a picture.
public func downloadImages(
    _ urls: [URL], to folder: URL, through network: some Network, tries: Int = 3,
    pause: (_ seconds: Double) -> Void = Thread.sleep(forTimeInterval:)
) throws -> Downloads {
    try makeFolder(folder)
    var all = Downloads()
    for (number, url) in urls.enumerated() {
        let name = String(repeating: "0", count: 8 - "\(number)".count) + "\(number)"
        let file = folder.appending(path: "\(name).\(url.pathExtension)")
        do {
            if !FileManager.default.fileExists(atPath: file.path) {
                try downloadURL(url, to: file, through: network, tries: tries, pause: pause)
            }
            all.files.append(file)
        } catch let problem as DownloadProblem { all.problems.append(problem) }
    }
    return all
}

// `FlakyNetwork` fails on demand. One in five answers does not come, one in twenty breaks off, and one picture in
// twenty is gone for good:

/// A network in front of a source, which fails by a seed.
public final class FlakyNetwork: Network {
    let source: any ImageSource
    private var random: SplitMix64

    public init(_ source: any ImageSource, seed: UInt64) { (self.source, random) = (source, SplitMix64(seed: seed)) }

    public func get(_ url: URL) throws -> Response {
        // Whether a picture is gone depends on the picture alone.
        if url.lastPathComponent.utf8.reduce(UInt64(7), { $0 &* 31 &+ UInt64($1) }) % 20 == 3 {
            throw DownloadProblem.gone
        }
        let chance = random.uniform()
        if chance < 0.2 { throw DownloadProblem.noAnswer }
        let bytes = try source.bytes(at: url)
        return Response(bytes: chance < 0.25 ? bytes.prefix(bytes.count / 3) : bytes, announced: bytes.count)
    }
}

extension ModelToProduction {
    func oneFolderPerKind() throws {
        // As in the book: for every kind a search, a folder that is called like the kind, and all pictures into it.
        // Once with a single try for each, and once with three. (The waiting is left out here.)
        var table = TextTable(["kind", "found", "arrived at the first try", "with three tries", "gone"])
        let place = TemporaryFolder("bears")
        var totals = [0, 0, 0]
        for kind in try kinds.classes {
            let urls = try catalogue.search(termFor(kind), minSize: smallest).map(\.contentURL)
            let downloads = try [1, 3].map { tries in
                try downloadImages(
                    urls, to: place.url.appending(path: "\(tries)/\(kind)"),
                    through: FlakyNetwork(try catalogue, seed: run.seed), tries: tries, pause: { _ in })
            }
            let gone = downloads[1].problems.count { $0 == .gone }
            table.add(kind, urls.count, downloads[0].files.count, downloads[1].files.count, gone)
            totals = zip(totals, [urls.count, downloads[0].files.count, downloads[1].files.count]).map { $0 + $1 }
        }
        show(table, "Files that arrived through a bad network, on \(dataName)")
        record(
            "download/arrived-at-the-first-try", Double(totals[1]) / Double(totals[0]),
            predict: .share(
                "5 % of the pictures are gone; 25 % of the others fail at each try. Which share arrives at the first try?",
                Double(totals[1]) / Double(totals[0]), within: .plusMinus(0.1)))
        record("download/arrived-with-three-tries", Double(totals[2]) / Double(totals[0]))
        // By calculation it is 0.95 · 0.75 = 0.71 at the first try, and 0.95 · (1 - 0.25³) = 0.94 with three. Every
        // file that arrived is whole. Those that break off are the dangerous ones: without a look at the length, they
        // would be in the folder.
    }
}
