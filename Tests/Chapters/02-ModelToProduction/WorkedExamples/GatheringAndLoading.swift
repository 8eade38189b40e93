// Sections 2.2 and 2.3: what the pages build by hand, with exact numbers and in folders that are not as one would hope.

import Common
import Datasets
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing
import Training
import Vision

@testable import Chapter02

@Suite struct `2.2 Searching and fetching` {
    @Test func `a query finds at most 150, large enough, in the folder whose words are in the term`() throws {
        let painter = BearPainter(try BearFiles(perKind: 160, size: 128))
        #expect(try painter.search("grizzly bear").count == 150)
        #expect(try painter.search("grizzly bear", most: 5).map(\.name).allSatisfy { $0.hasPrefix("grizzly/") })
        #expect(try painter.search("grizzly bear", minSize: 129).isEmpty && painter.search("polar bear").isEmpty)
        try withFolder { folder in
            for name in ["black_bear", "teddy"] {
                try BearFiles(perKind: 2, size: 32, kinds: [.teddy]).write(to: folder.appending(path: "x"))
                try FileManager.default.moveItem(
                    at: folder.appending(path: "x/teddy"), to: folder.appending(path: name))
                try FileManager.default.removeItem(at: folder.appending(path: "x"))
            }
            let catalogue = FolderCatalogue(folder)
            #expect(try catalogue.search("Black bear", minSize: 32).count == 2)
            #expect(try catalogue.search("bear", minSize: 32).isEmpty)
            #expect(try catalogue.search("teddy bear", minSize: 33).isEmpty)
        }
    }

    /// A network of prepared answers.
    private final class Prepared: Network {
        var answers: [Result<Response, DownloadProblem>], asked = 0
        init(_ answers: [Result<Response, DownloadProblem>]) { self.answers = answers }
        func get(_ url: URL) throws -> Response {
            asked += 1
            return try answers.removeFirst().get()
        }
    }

    private let whole = Response(bytes: Data([1, 2, 3]), announced: 3)
    private let half = Response(bytes: Data([1]), announced: 3)

    @Test func `a file is asked for again, with longer and longer pauses, and is whole or not there`() throws {
        try withFolder { folder in
            let (file, url) = (folder.appending(path: "a.jpg"), URL(string: "https://example.org/a.jpg")!)
            var pauses: [Double] = []
            let network = Prepared([.failure(.noAnswer), .success(half), .success(whole)])
            try downloadURL(url, to: file, through: network, pause: { pauses.append($0) })
            #expect(try Data(contentsOf: file) == Data([1, 2, 3]) && pauses == [1, 2] && network.asked == 3)
            let broken = Prepared([.success(half), .success(half)])
            let other = folder.appending(path: "b.jpg")
            #expect(throws: DownloadProblem.brokenOff(after: 1, of: 3)) {
                try downloadURL(url, to: other, through: broken, tries: 2, pause: { _ in })
            }
            let gone = Prepared([.failure(.gone)])
            #expect(throws: DownloadProblem.gone) { try downloadURL(url, to: other, through: gone, pause: { _ in }) }
            #expect(gone.asked == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.jpg"])
        }
    }

    @Test func `many files: bad ones are passed over, and a second start fetches only what is missing`() throws {
        try withFolder { folder in
            let urls = ["x", "y", "z"].map { URL(string: "https://example.org/\($0).jpeg")! }
            let first = Prepared([.success(whole), .failure(.gone), .success(whole)])
            let downloads = try downloadImages(urls, to: folder, through: first, pause: { _ in })
            #expect(downloads.files.map(\.lastPathComponent) == ["00000000.jpeg", "00000002.jpeg"])
            #expect(downloads.problems == [.gone])
            let second = Prepared([.success(whole)])
            #expect(try downloadImages(urls, to: folder, through: second, pause: { _ in }).files.count == 3)
            #expect(second.asked == 1)
        }
    }

    @Test func `a thumbnail fits, keeps its shape, and is never larger`() throws {
        #expect(Size2D(300, 400).fitting(within: 128) == [96, 128])
        #expect(Size2D(400, 100).fitting(within: [50, 90]) == [50, 13])
        #expect(Size2D(20, 30).fitting(within: 128) == [20, 30] && Size2D(1, 1000).fitting(within: 10) == [1, 10])
        let photo = Photo(height: 60, width: 80, pixels: .init(repeating: 9, count: 60 * 80 * 3))
        #expect(try photo.thumbnail(within: 40).size == [30, 40])
        #expect(listing(Array(1...12)) == "(#12) [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …]" && listing([Int]()) == "(#0) []")
    }
}

@Suite struct `2.2 Photos that are there twice` {
    @Test func `a fingerprint is FNV-1a, and a picture's hash survives size and light`() throws {
        // Published values of the 64-bit hash.
        #expect(fingerprint([]) == 0xcbf2_9ce4_8422_2325 && fingerprint("a".utf8) == 0xaf63_dc4c_8601_ec8c)
        #expect(fingerprint("foobar".utf8) == 0x8594_4171_f739_67e8)
        try withFolder { folder in
            try BearFiles(perKind: 8, size: 96, faults: [.copy: 1, .smaller: 1, .broken: 1]).write(
                to: folder.appending(path: "bears"))
            let bears = try Bears(dataSet: folder.appending(path: "bears"))
            let verified = VerifiedPhotos(bears.files)
            #expect(bears.files.count == 24 && verified.problems.count == 3)
            let hashes = try verified.readable.map { try pictureHash($0) }
            let plan = try BearFiles(perKind: 8, size: 96, faults: [.copy: 1, .smaller: 1, .broken: 1])
            let planted = plan.truth.compactMapValues { $0 }.filter { $0.value != .broken }
            let kept = Set(withoutTwins(verified.readable, hashes).map { bears.shortName($0) })
            #expect(kept.count == 21 - 6)
            // In each folder one of the three that show the same is kept, and it may be any of them.
            #expect(planted.count == 6 && kept.isDisjoint(with: []) && Set(kept.map { $0.prefix(5) }).count == 3)
        }
    }

    @Test func `all generated files are as the plan says, whichever way they are asked for`() throws {
        let plan = try BearFiles(
            perKind: 7, size: 32, faults: Dictionary(uniqueKeysWithValues: BearFault.allCases.map { ($0, 1) }), seed: 3)
        #expect(plan.truth.count == 21 && plan.truth.values.compactMap { $0 }.count == 18)
        #expect(plan.truth["black/00000006.jpg"] != nil && plan.truth["black/00000007.jpg"] == nil)
        try withFolder { folder in
            try plan.write(to: folder.appending(path: "bears"))
            for name in plan.truth.keys {
                let bytes = try Data(contentsOf: folder.appending(path: "bears/\(name)"))
                #expect(try plan.contents(of: name) == bytes)
            }
            #expect(try plan.contents(of: "black/7.jpg") == nil && plan.contents(of: "polar/00000000.jpg") == nil)
        }
        #expect(throws: DatasetError.self) { try BearFiles(perKind: 3, size: 32, faults: [.copy: 3]) }
        #expect(throws: DatasetError.self) { try BearFiles(perKind: 3, size: 32, kinds: []) }
    }

    @Test func `a folder without two kinds is refused by name`() throws {
        try withFolder { folder in
            try BearFiles(perKind: 2, size: 32, kinds: [.teddy]).write(to: folder.appending(path: "one"))
            let error = #expect(throws: PhotoProblem.self) { try Bears(dataSet: folder.appending(path: "one")) }
            #expect(error.map { "\($0)" }?.contains("one") == true)
            let missing = #expect(throws: PhotoProblem.self) { try Bears(dataSet: folder.appending(path: "none")) }
            #expect(missing.map { "\($0)" }?.contains("none") == true)
        }
    }
}

@Suite struct `2.3 Squares, splits and rates` {
    @Test func `the three small squares of the page, by hand and by Resize`() {
        let wide = ModelToProduction.wide
        #expect(cropped(wide).scalars == [20, 30, 60, 70] && squished(wide).scalars == [15, 35, 55, 75])
        var random = SplitMix64(seed: 1)
        let photo = Photo(height: 2, width: 4, pixels: wide.scalars.flatMap { [UInt8($0), UInt8($0), UInt8($0)] })
        func engines(_ resize: Resize) -> [Float] {
            let framing = resize.framing(of: photo.size, isTraining: false, using: &random)
            return Tensor(photo.framed(framing).bytes)[0..., 0..., 0].scalars
        }
        #expect(engines(Resize(2)) == [20, 30, 60, 70] && engines(Resize(2, .squish)) == [17, 33, 57, 73])
        #expect(engines(Resize(4, .pad(.zeros))) == padded(wide).scalars)
        #expect(padded(wide).scalars == [0, 0, 0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 0, 0, 0, 0])
        let high = wide.transposed(0, 1)
        #expect(cropped(high).scalars == [20, 60, 30, 70] && padded(high)[0].scalars == [0, 10, 50, 0])
    }

    @Test(arguments: [(6, 12), (12, 6), (5, 15), (8, 8)])
    func `larger pictures, by hand as by Resize`(_ height: Int, _ width: Int) {
        let photo = Photo(height: height, width: width, pixels: (0..<height * width * 3).map { UInt8($0 * 31 % 253) })
        let (least, most) = (min(height, width), max(height, width))
        var random = SplitMix64(seed: 1)
        for channel in 0..<3 {
            let x = Tensor(photo.bytes)[0..., 0..., channel]
            func engines(_ resize: Resize) -> Tensor {
                Tensor(photo.framed(resize.framing(of: photo.size, isTraining: false, using: &random)).bytes)[
                    0..., 0..., channel]
            }
            #expect(cropped(x).scalars == engines(Resize(Size2D(least))).scalars)
            #expect((padded(x) - engines(Resize(Size2D(most), .pad(.zeros)))).abs().max().item <= 1)
        }
        // Means of neighbours are one way to squish; the engine mixes a little further, so they are near, not the same.
        #expect(squished(Tensor(photo.bytes)[0..., 0..., 0]).shape == [least, least])
    }

    @Test func `parts by hand are the engine's, and never too small`() {
        var (one, two) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
        let engines = RandomResizedCrop(128, minScale: 0.3)
        for size: Size2D in [[300, 400], [128, 128], [90, 200]] {
            for _ in 0..<200 {
                let part = RandomPart(minScale: 0.3)(size, using: &one)
                let other = engines.framing(of: size, isTraining: true, using: &two).region
                if part != Region(size) { #expect(part == other) }
                let share = part.width * part.height / Double(size.count)
                #expect(share > 0.28 && part.x >= 0 && part.x + part.width <= Double(size.width))
            }
        }
    }

    @Test func `rates of the book are whole photos of 126, and not of 84`() {
        #expect(bookBearErrors.map { countBehind(rate: $0, of: 126) } == [11, 3, 3, 2, 2])
        #expect(countBehind(rate: 0.087302, of: 84) == nil && countBehind(rate: 0.023810, of: 84) == 2)
    }

    @Test(arguments: [
        "", "file\n1.jpg\n", "file,is_valid\n1.jpg\n", "name,is_valid\n1.jpg,True\n", "file,is_valid\n9.jpg,True\n",
    ])
    func `a table that does not say which photos judge is refused`(_ text: String) {
        let files = [1, 2].map { URL(filePath: "/bears/\($0).jpg") }
        #expect(throws: SplitProblem.self) { try Splitter.table(text)(files) }
    }
}
