// # What has arrived
//
// Section 2.2 · After this page you look at all files of a folder before you believe in them.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// `photoFiles`, the book's `get_image_files`, lists all files of a folder and of the folders in it whose names end like
// those of pictures. How many are there, and how many can be opened? `VerifiedPhotos`, the book's `verify_images`,
// decodes each of them to its end:

extension ModelToProduction {
    func allFiles() throws {
        let bears = try bears
        let files = bears.files
        show(listing(files.map(bears.shortName)), "photoFiles(in: folder)")
        record("files/all", files.count, book: 421, differs: "a smaller search")
        let verified = try verified
        record(
            "files/unreadable", verified.problems.count, book: 0,
            predict: verified.problems.isEmpty
                ? nil
                : .yesNo(
                    "All of these files have names that end in .jpg, and headers that say how large they are. Can all be read?",
                    false))
        for problem in verified.problems.prefix(3) {
            show(problem.problem, bears.shortText(problem.file))
        }
    }

    func onesThatFail() throws {
        // The book deletes what fails with `failed.map(Path.unlink)`. Here nobody deletes a file of yours; pages that
        // follow leave bad ones out. To see what deleting looks like, four photos are copied to another folder, and
        // two of the copies are cut in half:
        let place = TemporaryFolder("bears")
        try makeFolder(place.url)
        for (number, file) in try verified.readable.prefix(4).enumerated() {
            let bytes = try Data(contentsOf: file)
            try (number < 2 ? bytes : bytes.prefix(bytes.count / 2)).write(
                to: place.url.appending(path: "\(number).jpg"))
        }
        let failed = VerifiedPhotos(try photoFiles(in: place.url)).problems.map { URL(filePath: $0.file) }
        for file in failed { try FileManager.default.removeItem(at: file) }
        let left = VerifiedPhotos(try photoFiles(in: place.url))
        show(
            "\(failed.count) copies deleted; \(left) left of them",
            "after deleting what fails, among four copies of which two were spoiled (your files are all there)")
    }
}

// A photo can be too large to look at, above all among others. The book's `to_thumb` makes it smaller, so that it fits
// into a square and keeps its shape. `fitting` computes the size: both sides by the same factor, which is what the
// longer one needs. And never larger than it is, since there is nothing to win by that.

extension Size2D {
    /// The largest size of the same shape that fits into another one, and is not larger than this one.
    public func fitting(within other: Size2D) -> Size2D {
        let factor = min(1, Double(other.height) / Double(height), Double(other.width) / Double(width))
        func side(_ length: Int) -> Int { max(1, Int((Double(length) * factor).rounded())) }
        return Size2D(side(height), side(width))
    }
}

extension PhotoSource {
    /// A small copy in the same shape. (The book's `to_thumb`.)
    public func thumbnail(within size: Size2D) throws -> Photo {
        let opened = try opened()
        return try opened.photo(Framing(Region(opened.size), size: opened.size.fitting(within: size)))
    }
}

extension ModelToProduction {
    func thumbnails() throws {
        let size: Size2D = [300, 400]
        let small = size.fitting(within: 128)
        show(
            [small.height, small.width], "a photo of 300 × 400 pixels (height, width) as a thumbnail within 128 × 128",
            predict: .shape(
                "A photo is 300 pixels high and 400 wide. How high and wide is it within 128 × 128?",
                [small.height, small.width]))
        let photos = try photos
        let some = try kinds.classes.flatMap { kind in photos.filter { parentFolder($0) == kind }.prefix(6) }
        show(
            ImageGrid(
                try some.map { try $0.thumbnail(within: 128).raster }, titles: some.map(parentFolder), columns: 6,
                cellSize: 128), "Six of each kind as thumbnails, from \(dataName)")
    }

    func countsAndSizes() throws {
        // Before anything is trained, it pays to know how many there are of each kind. Somebody who always says the
        // most frequent one is right as often as that one occurs; whatever is trained has to beat that.
        let files = try verified.readable
        let sizes = try files.map { try $0.opened().size }
        var table = TextTable(["kind", "photos", "smallest side", "largest side", "wider than high"])
        for kind in try kinds.classes {
            let own = files.indices.filter { parentFolder(files[$0]) == kind }.map { sizes[$0] }
            table.add(
                kind, own.count, own.map { min($0.height, $0.width) }.min(), own.map { max($0.height, $0.width) }.max(),
                "\(100 * own.count { $0.width > $0.height } / own.count) %")
        }
        show(table, "Photos that can be read, on \(dataName)")
        let most = Dictionary(grouping: files, by: parentFolder).values.map(\.count).max() ?? 0
        record("files/share-of-the-most-frequent-kind", Double(most) / Double(files.count))

        // To look at photos of your own like this, put them into a folder for each kind, and run `swift run ch02
        // --photos FOLDER`. It names files that cannot be read, counts kinds and sizes, and finds photos that are there
        // twice; nothing is changed. To train on them, call the folder `bears` and give `--data` the folder around it.
    }
}
