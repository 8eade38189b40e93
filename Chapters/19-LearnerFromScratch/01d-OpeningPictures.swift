// # Opening pictures
//
// Section 19.1 · After this page you can open a picture of any mode, and say why it has to be converted to red, green
// and blue.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// A PNG file says in its first bytes what it holds. There are eight bytes that mark it as PNG, then a block named
// `IHDR` with width and height, each a number of four bytes, and the *mode*: what is stored for each pixel. We can read
// that without decoding anything. (Pillow, Python's imaging library, calls the modes L, RGB, P, LA and RGBA.)

/// What the first 26 bytes of a PNG file say about the picture.
public struct PictureHeader: Sendable, Hashable {
    /// What is stored for a pixel; the numbers are PNG's own.
    public enum Mode: UInt8, Sendable, CaseIterable {
        case grey = 0, rgb = 2, palette = 3, greyAlpha = 4, rgba = 6
    }
    public let width, height: Int
    public let mode: Mode
    public var shorterSide: Int { min(width, height) }

    /// - Throws: `DatasetError` that names the file, if it cannot be read or does not begin like a PNG file.
    public init(of file: URL) throws {
        let bytes = [UInt8](try readData(file, failing: { DatasetError(file.path, $0) }).prefix(26))
        guard bytes.count == 26, bytes[1...3].elementsEqual("PNG".utf8), let mode = Mode(rawValue: bytes[25]) else {
            throw DatasetError(file.path, "expected a PNG image, found something else", try: "remove or convert it")
        }
        func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        (width, height, self.mode) = (number(16), number(20), mode)
    }
}

// The mode says how many numbers a pixel has. Pillow opens a file just so. Our reader knows two kinds of pixels only,
// grey ones and coloured ones. So `openPicture` leaves a grey picture grey, and of any other mode it makes red, green
// and blue; `openAsRGB` makes three channels of whatever it is. Decoding, the undoing of PNG's compression, is the one
// thing on this page that we leave to a library. (It is `readImages` of `Datasets`, which calls libpng. It takes a list
// of files and stacks them, so we ask for the first of one.)

extension PictureHeader.Mode {
    /// How many numbers the file has for each pixel.
    public var channels: Int {
        switch self {
        case .grey, .palette: 1
        case .greyAlpha: 2
        case .rgb: 3
        case .rgba: 4
        }
    }
}

/// The pixels: bytes [h, w] if the file is grey, else [h, w, 3]. (Pillow's `Image.open` keeps every mode as it is, also
/// the numbers of a palette and the opacity.)
public func openPicture(_ file: URL) throws -> ByteTensor {
    let mode = try PictureHeader(of: file).mode
    return try readImages([file], channels: mode == .grey || mode == .greyAlpha ? .grey : .rgb)[0]
}

/// The pixels in red, green and blue, [h, w, 3], whatever the mode: grey counts three times, a palette's numbers are
/// looked up, opacity is left out. (Pillow's `Image.open(…).convert("RGB")`.)
public func openAsRGB(_ file: URL) throws -> ByteTensor { try readImages([file], channels: .rgb)[0] }

extension LearnerFromScratch {
    func firstPicture() throws {
        // The first picture of this run, and its shape: rows, columns, channels. (The book's has the shape (160, 213,
        // 3), from Pillow by way of a NumPy array.)
        let file = try files[0]
        let picture = try openAsRGB(file)
        show(Raster(picture), "The first picture, \(file.parent.name)")
        show(picture.shape, "its shape")
        record("first-picture/height", picture.shape[0], book: 160, differs: "another first file", on: source)
        record("first-picture/width", picture.shape[1], book: 213, differs: "another first file", on: source)
        record("first-picture/channels", picture.shape[2], book: 3, on: source)
    }

    func fourModes() throws {
        // Not every picture comes in three channels. Here is one picture of 16 × 16 pixels in four files. The grey one
        // has a number for each pixel. The palette has a list of a few colours, and for each pixel its number in the
        // list. The last one has a fourth channel, the opacity. Its sky is transparent. The last two columns are the
        // shapes of what our two functions make of them:
        let boats = try TinyBoat.write(to: try workFolder())
        var table = TextTable(["mode in its header", "bytes", "numbers for a pixel", "openPicture", "openAsRGB"])
        for (_, file) in boats {
            let header = try PictureHeader(of: file)
            table.add(
                "\(header.mode)", try Data(contentsOf: file).count, header.mode.channels,
                "\(try openPicture(file).shape)", "\(try openAsRGB(file).shape)")
        }
        show(table, "One picture, four files")
        show(
            ImageGrid(try boats.map { Raster(try openAsRGB($0.file)) }, titles: boats.map(\.mode), columns: 4),
            "The boat in four modes, converted to red, green and blue")

        // The transparent sky has its blue again, because a pixel keeps its colour even where it cannot be seen, and
        // opacity is left out, not laid on a background. Pillow's `convert` does the same.
        //
        // Why convert at all? Pictures become a batch by stacking, and things of different shapes cannot be stacked:
        let shapes = try boats.map { try openPicture($0.file).shape }
        show(
            shapes.unique().count == 1, "can the four be stacked as openPicture gives them?",
            ask: "Opened with openPicture, do the four have the same shape?")
        let converted = try boats.map { try openAsRGB($0.file).shape }
        show(converted.unique(), "all shapes after the conversion")
    }
}
