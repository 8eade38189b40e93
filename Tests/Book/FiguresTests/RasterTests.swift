import Figures
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct `Images` {
    let colours = Raster(width: 2, height: 2, channels: 3, pixels: [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7])
    let greys = Raster(width: 3, height: 2, pixels: [0, 50, 100, 150, 200, 255])

    @Test func `a written PNG reads back pixel for pixel`() throws {
        try withFolder { folder in
            for (name, image) in [("colour.png", colours), ("grey.png", greys)] {
                let file = folder.appendingPathComponent(name)
                try image.writePNG(to: file)
                #expect(try Raster(png: file) == image)
            }
            #expect(try names(in: folder) == ["colour.png", "grey.png"])
        }
    }

    @Test func `the same image gives the same bytes`() throws {
        #expect(try colours.pngData() == colours.pngData())
        #expect(try greys.fileData() == greys.fileData())
    }

    @Test func `a small image is enlarged for the figure's file, without blur`() throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("figure.png")
            try greys.write(to: file)
            let large = try Raster(png: file)
            #expect(large.width == 279 && large.height == 186)
            #expect(large[92, 92] == Colour(grey: 0))
            #expect(large[93, 93] == Colour(grey: 200))
        }
    }

    @Test func `a header that claims a million pixels a side is an error, not an allocation`() throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("large.png")
            var bytes = [UInt8](try Raster(width: 64, height: 64, fill: .red).pngData())
            for side in [16, 20] { bytes.replaceSubrange(side..<side + 4, with: [0, 0x0F, 0x42, 0x40]) }
            try Data(bytes).write(to: file)
            let error = try #require(throws: FigureError.self) { try Raster(png: file) }
            #expect(error.description.contains("claims 1000000 × 1000000 pixels, more than its file can hold"))
        }
    }

    @Test(arguments: [0, 10, 60]) func `a truncated PNG is an error that names the file`(length: Int) throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("cut.png")
            try Raster(width: 64, height: 64, fill: .red).pngData().prefix(length).write(to: file)
            let error = try #require(throws: FigureError.self) { try Raster(png: file) }
            #expect(error.description.contains("cut.png: is not a complete PNG image"))
        }
    }

    @Test func `a missing file is an error that names it`() {
        let error = #expect(throws: FigureError.self) { try Raster(png: URL(fileURLWithPath: "/nowhere/a.png")) }
        #expect(error?.description.hasPrefix("/nowhere/a.png: cannot be read") == true)
    }

    @Test func `a pipe is refused, not waited for`() throws {
        try withFolder { folder in
            let pipe = folder.appendingPathComponent("pipe.png")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            let error = #expect(throws: FigureError.self) { try Raster(png: pipe) }
            #expect(error?.description == "\(pipe.path): cannot be read: it is a pipe, not a file")
        }
    }

    @Test func `writing into a missing folder is a clear error and leaves nothing behind`() throws {
        try withFolder { folder in
            let missing = folder.appendingPathComponent("missing")
            let error = try #require(throws: FigureError.self) {
                try greys.writePNG(to: missing.appendingPathComponent("a.png"))
            }
            #expect(error.description.contains("a.png: cannot be written: there is no folder \(missing.path)"))
            #expect(try names(in: folder) == [])
        }
    }

    // A row of sixteen-bit greys 0, 0x8080, 0xffff; red and blue in a palette; (10, 20, 30) opaque and transparent.
    @Test(arguments: [
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAMAAAABEAAAAABuG5crAAAAD0lEQVR42mNgYGho+P8fAAaEAv//G2LxAAAAAElFTkSuQmCC",
            [UInt8](arrayLiteral: 0, 128, 255)
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAMAAADD/I+4AAAABlBMVEX/AAAAAP9sof2OAAAAC0lEQVR42mNgZAAAAAUAAkLCRJ8AAAAASUVORK5CYII=",
            [0, 0, 255, 255, 0, 0]
        ),
        (
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR42mPgEpH7D8QMAAc0AXjZSH9wAAAAAElFTkSuQmCC",
            [10, 20, 30, 255, 255, 255]
        ),
    ])
    func `sixteen bits, palettes and transparency are read as bytes`(_ base64: String, _ pixels: [UInt8]) throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("odd.png")
            try #require(Data(base64Encoded: base64)).write(to: file)
            #expect(try Raster(png: file).pixels == pixels)
        }
    }

    @Test func `shrinking averages and enlarging repeats`() {
        #expect(Raster(width: 2, height: 2, pixels: [0, 100, 100, 200]).resized(width: 1, height: 1).pixels == [100])
        #expect(Raster(width: 1, height: 1, pixels: [7]).scaled(by: 2).pixels == [7, 7, 7, 7])
    }

    @Test func `drawing outside the image is cut off`() {
        var page = Raster(width: 3, height: 3, fill: .white)
        page.paste(Raster(width: 2, height: 2, fill: .red), x: 2, y: 2)
        page.fill(x: -5..<1, y: -5..<1, .blue)
        page.draw("W", x: -100, y: 50, height: 10)
        #expect(page[2, 2] == .red && page[0, 0] == .blue && page[1, 1] == .white)
    }

    @Test func `text leaves ink of its height and width, and letters differ`() {
        func ink(_ text: String) -> Int {
            var page = Raster(width: 40, height: 40, fill: .white)
            page.draw(text, x: 5, y: 5, height: 14)
            return page.pixels.reduce(0) { $0 + 255 - Int($1) }
        }
        #expect(ink(" ") == 0)
        #expect(Set("AbgIi8²→?é".map { ink(String($0)) }).count == 10)
        #expect(Raster.textWidth("MM", height: 14) > Raster.textWidth("ii", height: 14))
        #expect(Raster.textWidth("11", height: 14) == Raster.textWidth("88", height: 14))
    }

    @Test func `an image of the wrong size stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Raster(width: 2, height: 2, pixels: [1]) }
    }
}

@Suite struct `Tensors as images` {
    @Test func `0 is black and 1 is white, and what is outside is clipped`() {
        let image = Raster(Tensor(shape: [1, 5], [0, 0.5, 1, -3, .nan]))
        #expect(image.channels == 1 && image.pixels == [0, 128, 255, 0, 0])
        #expect(Raster(Tensor(shape: [1, 2], [0, 1]), colours: .ink).pixels == [255, 0])
    }

    @Test func `without a range the smallest becomes black and the largest white`() {
        #expect(Raster(Tensor(shape: [1, 3], [-2, 0, 2]), range: nil).pixels == [0, 128, 255])
        #expect(Raster(Tensor(shape: [1, 2], [5, 5]), range: nil).pixels == [0, 0])
    }

    @Test func `channels may come last or first`() {
        let last = Raster(Tensor(shape: [1, 2, 3], [1, 0, 0, 0, 0, 1]))
        let first = Raster(Tensor(shape: [3, 1, 2], [1, 0, 0, 0, 0, 1]))
        #expect(last == first && last[0, 0] == Colour(255, 0, 0) && last[1, 0] == Colour(0, 0, 255))
    }

    @Test func `bytes stay as they are`() {
        #expect(Raster(ByteTensor(shape: [2, 2], [0, 1, 254, 255])).pixels == [0, 1, 254, 255])
    }

    @Test func `colour maps meet their ends and their middle`() {
        #expect(ColourMap.signed(0.5) == .white && ColourMap.ink(2) == .black && ColourMap.grey(.nan) == .black)
    }

    @Test func `magma becomes brighter all the way`() {
        let brightness = (0...255).map { ColourMap.magma(Double($0) / 255).brightness }
        #expect(zip(brightness, brightness.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(brightness.first! < 2 && brightness.last! > 240)
        // Matplotlib 3: its colours 0, 100 and 255, of which 100 lies between two of ours.
        #expect(ColourMap.magma(0) == Colour(0, 0, 4) && ColourMap.magma(1) == Colour(252, 253, 191))
        let between = ColourMap.magma(100.0 / 255)
        #expect(abs(Int(between.red) - 137) < 3 && abs(Int(between.green) - 40) < 3 && abs(Int(between.blue) - 129) < 3)
    }

    @Test func `many images at once stop the program`() async {
        await #expect(processExitsWith: .failure) { _ = Raster(Tensor(shape: [5, 1, 1, 1], [0, 0, 0, 0, 0])) }
        let empty = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Raster(Tensor.zeros(0, 28))
        }
        let errors = String(decoding: empty?.standardErrorContent ?? [], as: UTF8.self)
        #expect(errors.contains("at least one pixel"))
    }
}
