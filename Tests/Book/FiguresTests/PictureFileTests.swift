import Figures
import Foundation
import JPEGFormat
import TestSupport
import Testing

@Suite struct `Pictures of any format` {
    /// Four squares of 8 × 8 pixels, the first one white: 16 wide, 16 high.
    private let squares = (0..<256).map { UInt8($0 < 128 && $0 % 16 < 8 ? 255 : 0) }

    private func jpeg(_ way: Orientation = .upright, _ source: JPEGSource = .grey) throws -> Data {
        var options = JPEGOptions()
        options.orientation = way
        options.quality = 100
        let pixels = squares.flatMap { [UInt8](repeating: $0, count: source.rawValue) }
        return try encodedJPEG(pixels, width: 16, height: 16, source, options: options)
    }

    private func read(_ data: Data, atLeast side: Int? = nil) throws -> Raster {
        try withFolder { folder in
            // The name says nothing.
            let file = folder.appending(path: "picture.png")
            try data.write(to: file)
            return try Raster(picture: file, atLeast: side)
        }
    }

    @Test func `a JPEG is read, grey or coloured`() throws {
        let (grey, coloured) = (try read(jpeg()), try read(jpeg(.upright, .rgb)))
        #expect(grey == Raster(width: 16, height: 16, pixels: squares))
        #expect(coloured.channels == 3)
        #expect(coloured[0, 0].brightness > 250 && coloured[12, 12].brightness < 5)
    }

    @Test func `a JPEG is turned upright`() throws {
        let turned = try read(jpeg(.turnedRight))
        #expect(turned[12, 4] == Colour(grey: 255))
        #expect(turned[4, 4] == Colour(grey: 0))
    }

    @Test func `a JPEG is decoded small, not too small`() throws {
        #expect(try read(jpeg(), atLeast: 5).width == 6)
        #expect(try read(jpeg(), atLeast: 100).width == 16)
        #expect(try read(jpeg(), atLeast: 4)[0, 0].brightness > 250)
    }

    @Test func `a PNG is read as ever`() throws {
        let picture = Raster(width: 16, height: 16, pixels: squares)
        #expect(try read(picture.pngData(), atLeast: 2) == picture)
    }

    @Test func `what is no picture is an error that names the file`() throws {
        let half = try jpeg().prefix(200)
        for (data, problem) in [
            (Data(), "found an empty file"), (Data("GIF89a".utf8), "found a file that begins differently"),
            (half, "is not a complete JPEG image (the JPEG image ends early"),
        ] {
            let error = #expect(throws: FigureError.self) { try read(data) }
            #expect(error?.description.contains("picture.png: ") == true)
            #expect(error?.problem.contains(problem) == true)
        }
    }
}
