import Foundation
import PNGFormat
import Tensors
import Testing

@testable import Datasets

@Suite struct `Reading PNG images` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func decode(_ png: PNG, _ channels: Channels = .grey) throws -> ByteTensor {
        try readImages([scratch.write("a.png", png.bytes)], channels: channels)
    }

    @Test func `grey bytes come out as they are`() throws {
        let images = try decode(.grey([[0, 1, 127], [128, 254, 255]]))
        #expect(images.shape == [1, 2, 3])
        #expect(images.scalars == [0, 1, 127, 128, 254, 255])
    }

    @Test func `16-bit values are scaled to 8 bits`() throws {
        let row: [UInt8] = [0, 0, 0x12, 0x34, 0x80, 0x00, 0x7F, 0xFF, 0xFF, 0xFF]
        let png = PNG(width: 5, height: 1, depth: 16, rows: [row])
        // v / 257, rounded: 0x1234 = 4660 → 18.1, 0x8000 = 32768 → 127.5, 0x7FFF → 127.498
        let values = try decode(png).scalars
        #expect(values == [0, 18, 128, 127, 255])
    }

    @Test func `a palette is looked up`() throws {
        let palette: [UInt8] = [255, 0, 0, 10, 20, 30, 77, 77, 77]
        let png = PNG(width: 3, height: 1, colourType: 3, rows: [[2, 1, 0]], extra: [("PLTE", palette)])
        #expect(try decode(png, .rgb).scalars == [77, 77, 77, 10, 20, 30, 255, 0, 0])
        #expect(try decode(png).scalars == [77, 18, 76])
    }

    @Test func `1, 2 and 4 bits are stretched to 8`() throws {
        #expect(try decode(PNG(width: 4, height: 1, depth: 1, rows: [[0b1010_0000]])).scalars == [255, 0, 255, 0])
        #expect(try decode(PNG(width: 4, height: 1, depth: 2, rows: [[0b0001_1011]])).scalars == [0, 85, 170, 255])
        #expect(try decode(PNG(width: 2, height: 1, depth: 4, rows: [[0x1F]])).scalars == [17, 255])
    }

    @Test func `colour becomes grey by the usual weights, and grey becomes colour`() throws {
        let colour = PNG(width: 2, height: 1, colourType: 2, rows: [[255, 0, 0, 0, 255, 0]])
        #expect(try decode(colour).scalars == [76, 150])
        let images = try decode(.grey([[7, 8]]), .rgb)
        #expect(images.shape == [1, 1, 2, 3])
        #expect(images.scalars == [7, 7, 7, 8, 8, 8])
    }

    @Test func `opacity is left out, not blended`() throws {
        let grey = PNG(width: 2, height: 1, colourType: 4, rows: [[200, 0, 100, 128]])
        #expect(try decode(grey).scalars == [200, 100])
        let colour = PNG(width: 1, height: 1, colourType: 6, rows: [[1, 2, 3, 0]])
        #expect(try decode(colour, .rgb).scalars == [1, 2, 3])
    }

    @Test(arguments: [[0, 0, 0x86, 0xA0], [0, 0, 0xB1, 0x8F], [0, 3, 0x0D, 0x40]] as [[UInt8]])
    func `a gamma chunk changes nothing`(_ gamma: [UInt8]) throws {
        var png = PNG.grey([[0, 50, 100, 200, 255]])
        png.extra = [("gAMA", gamma), ("tEXt", Array("Title\0a".utf8))]
        #expect(try decode(png).scalars == [0, 50, 100, 200, 255])
        png = PNG(width: 2, height: 1, depth: 16, rows: [[0x40, 0x40, 0x80, 0x80]], extra: [("gAMA", gamma)])
        #expect(try decode(png).scalars == [0x40, 0x80])
    }

    @Test func `many images fill one tensor, in the order of the list`() throws {
        let files = try (0..<500).map { i in
            try scratch.write("\(i).png", PNG.grey([[UInt8(i % 256), UInt8(i / 256)]]).bytes)
        }
        let images = try readImages(files)
        #expect(images.shape == [500, 1, 2])
        let expected: [UInt8] = (0..<500).flatMap { i in [UInt8(i % 256), UInt8(i / 256)] }
        #expect(images.scalars == expected)
    }

    @Test func `an image written is the image read`() throws {
        let pixels = (0..<784).map { UInt8($0 % 256) }
        try encodedPNG(pixels, width: 28, height: 28, .grey).write(to: scratch["w.png"])
        #expect(try readImages([scratch["w.png"]]).scalars == pixels)
    }
}

@Suite struct `Bad PNG images` {
    let scratch: Scratch
    let good = PNG.grey([[1, 2], [3, 4]]).bytes
    init() throws { scratch = try Scratch() }

    /// The message for `bytes` as the second of three images.
    private func message(_ bytes: [UInt8]) throws -> String {
        let files = try [good, bytes, good].enumerated().map { try scratch.write("\($0).png", $1) }
        let error = #expect(throws: DatasetError.self) { try readImages(files) }
        let text = try #require(error).description
        #expect(text.hasPrefix(scratch["1.png"].path))
        return text
    }

    @Test(arguments: [30, 50, 60, 68])
    func `a truncated image is named`(_ count: Int) throws {
        #expect(try message(Array(good.prefix(count))).contains("ends early"))
    }

    @Test func `an image of another size is named, with both sizes`() throws {
        let text = try message(PNG.grey([[1, 2, 3]]).bytes)
        #expect(text.contains("expected 2 × 2 pixels"))
        #expect(text.contains("found 3 × 1"))
    }

    @Test func `a file of another kind is named`() throws {
        #expect(try message(Array("GIF89a".utf8)).contains("expected a PNG or JPEG image"))
        #expect(try message([]).contains("empty file"))
    }

    @Test func `damaged pixels are noticed`() throws {
        var bytes = good
        bytes[45] ^= 0xFF
        #expect(try message(bytes).contains("damaged"))
    }

    @Test func `too few rows are noticed`() throws {
        #expect(try message(PNG(width: 2, height: 2, rows: [[1, 2]]).bytes).contains("damaged"))
    }

    @Test func `the odd one out is named, even when it comes first and its size times the count exceeds any memory`()
        throws
    {
        let large = PNG.grey([[UInt8]](repeating: [UInt8](repeating: 0, count: 2000), count: 1500)).bytes
        for bytes in [large, PNG.grey([[1, 2, 3]]).bytes] {
            let first = try scratch.write("a.png", bytes)
            let files = [first] + (try (0..<12_000).map { try scratch.write("\($0 % 4).png", $0 < 4 ? good : nil) })
            let error = #expect(throws: DatasetError.self) { try readImages(files) }
            #expect(error?.subject == first.path)
            #expect(error?.problem.contains("expected 2 × 2 pixels") == true)
        }
    }

    @Test func `a header that claims more pixels than its file can hold is refused`() throws {
        let bytes = PNG(width: 1_000_000, height: 1_000_000, rows: [[1]]).bytes
        let error = #expect(throws: DatasetError.self) { try readImages([scratch.write("a.png", bytes)]) }
        #expect(error?.problem.contains("claims 1000000 × 1000000 pixels") == true)
    }

    @Test func `an interlaced image with too few or damaged pixels is noticed`() throws {
        var png = PNGKind(colourType: 0, depth: 16, samples: 1).image(width: 9, height: 7, isInterlaced: true)
        let whole = png.bytes
        (png.rows, png.isInterlaced) = ([[1, 2]], false)
        var short = png.bytes
        short[28] = 1
        for bytes in [short, Array(whole.prefix(50) + whole.dropFirst(50).map { $0 ^ 1 })] {
            #expect(throws: DatasetError.self) { try readImages([scratch.write("a.png", bytes)]) }
        }
    }

    @Test func `a pipe is refused, not waited for`() throws {
        let pipe = scratch["pipe.png"]
        #expect(mkfifo(pipe.path, 0o600) == 0)
        let error = #expect(throws: DatasetError.self) { try readImages([pipe]) }
        #expect(error?.problem.contains("found a pipe") == true)
    }

    @Test func `a missing file is named`() throws {
        let files = [try scratch.write("0.png", good), scratch["none.png"]]
        let error = #expect(throws: DatasetError.self) { try readImages(files) }
        #expect(error?.subject.hasSuffix("none.png") == true)
    }

    @Test func `of many bad images the first is reported`() throws {
        let files = try (0..<800).map { try scratch.write("\($0).png", $0 > 300 ? [1] : good) }
        for _ in 0..<5 {
            let error = #expect(throws: DatasetError.self) { try readImages(files) }
            #expect(error?.subject.hasSuffix("/301.png") == true)
        }
    }
}
