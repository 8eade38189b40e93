import Foundation
import JPEGFormat
import PNGFormat
import Tensors
import TestSupport
import Testing

@testable import Datasets

@Suite struct `Reading JPEG images` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// A file of one grey, wide and high.
    private func jpeg(_ grey: UInt8, _ width: Int, _ height: Int, turned way: Orientation = .upright) throws -> [UInt8]
    {
        var options = JPEGOptions()
        options.orientation = way
        let pixels = [UInt8](repeating: grey, count: width * height)
        return [UInt8](try encodedJPEG(pixels, width: width, height: height, .grey, options: options))
    }

    private func png(_ grey: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
        PNG.grey([[UInt8]](repeating: [UInt8](repeating: grey, count: width), count: height)).bytes
    }

    @Test func `the content decides, not the name`() throws {
        let files = [
            try scratch.write("a.png", jpeg(40, 8, 8)), try scratch.write("b.jpg", png(41, 8, 8)),
            try scratch.write("c", jpeg(42, 8, 8)),
        ]
        let images = try readImages(files, channels: .rgb)
        #expect(images.shape == [3, 8, 8, 3])
        #expect((0..<3).map { images[$0, 0, 0, 0].scalars[0] } == [40, 41, 42])
    }

    @Test func `a picture that lies on its side is turned before sizes are compared`() throws {
        let files = [
            try scratch.write("a.jpg", jpeg(7, 16, 8)), try scratch.write("b.jpg", jpeg(8, 8, 16, turned: .turnedLeft)),
        ]
        #expect(try readImages(files).shape == [2, 8, 16])
        try scratch.write("c.jpg", jpeg(9, 8, 16))
        let error = #expect(throws: DatasetError.self) { try readImages(files + [scratch["c.jpg"]]) }
        #expect(error?.subject == scratch["c.jpg"].path)
        #expect(error?.problem == "expected 16 × 8 pixels like a.jpg and most others, found 8 × 16")
    }

    @Test func `a photo has the pixels that Pillow sees`() throws {
        let pixels = try readImages([fixture("Others/JPEG/pillow-turned-6.jpg")], channels: .rgb)
        let expected = [UInt8](try Data(contentsOf: fixture("Others/JPEG/pillow-turned-6.rgb")))
        #expect(pixels.shape == [1, 37, 21, 3])
        #expect(zip(pixels.scalars, expected).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
    }

    @Test(arguments: [2, 10, 100, 150])
    func `a truncated photo is named`(_ count: Int) throws {
        let files = [
            try scratch.write("a.jpg", jpeg(7, 8, 8)), try scratch.write("b.jpg", Array(jpeg(7, 8, 8).prefix(count))),
        ]
        let error = #expect(throws: DatasetError.self) { try readImages(files) }
        #expect(error?.subject == scratch["b.jpg"].path)
        #expect(error?.problem.contains(count == 2 ? "begins differently" : "ends early") == true)
    }

    @Test func `photos are images of a class folder, however their ending is written`() throws {
        for (number, ending) in ["jpg", "JPG", "jpeg", "JPEG", "Jpg", "png"].enumerated() {
            try scratch.write("bear/\(number).\(ending)", jpeg(UInt8(number), 8, 8))
        }
        for name in ["a.jpe", "b.jpgx", "jpg", "notes.txt", "c.gif"] { try scratch.write("bear/\(name)", [1]) }
        let folder = try ImageFolder(scratch.url)
        #expect(folder.files.count == 6)
        #expect(folder.ignored == 5)
        #expect(try folder.readImages()[0..., 0, 0].scalars == [0, 1, 2, 3, 4, 5])
    }
}
