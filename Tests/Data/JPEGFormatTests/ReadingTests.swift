// Pictures of known pixels, written and read again.

import Foundation
import Kernels
import Testing

@testable import JPEGFormat

/// Columns of eight pixels, each of one colour: what JPEG keeps as it is.
private func stripes(_ colours: [[UInt8]], height: Int) -> [UInt8] {
    (0..<height).flatMap { _ in colours.flatMap { colour in (0..<8).flatMap { _ in colour } } }
}

private let fourColours: [[UInt8]] = [[250, 40, 30], [20, 200, 60], [40, 30, 220], [128, 128, 128]]

private func options(_ change: (inout JPEGOptions) -> Void) -> JPEGOptions {
    var options = JPEGOptions()
    options.quality = 100
    options.sharesColours = false
    change(&options)
    return options
}

/// The four stripes as a file, 32 pixels wide and 16 high.
private func file(_ change: (inout JPEGOptions) -> Void = { _ in }) throws -> [UInt8] {
    [UInt8](try encodedJPEG(stripes(fourColours, height: 16), width: 32, height: 16, .rgb, options: options(change)))
}

@Suite struct `Reading JPEG images` {
    @Test func `colours come back, but for rounding`() throws {
        #expect(try difference(decoded(file()), stripes(fourColours, height: 16)) <= 2)
    }

    @Test func `a progressive file has the same pixels`() throws {
        let progressive = try file { $0.isProgressive = true }
        #expect(try header(progressive).isProgressive)
        #expect(try decoded(progressive) == decoded(file()))
    }

    @Test func `grey stays grey, and becomes colour when asked`() throws {
        let grey = stripes([[0], [77], [128], [255]], height: 8)
        let file = [UInt8](try encodedJPEG(grey, width: 32, height: 8, .grey, options: options { _ in }))
        #expect(try decoded(file, .grey) == grey)
        #expect(try decoded(file, .rgb) == grey.flatMap { [$0, $0, $0] })
    }

    @Test func `inks take light away`() throws {
        // What is left of the light: cyan paper, black over it, no ink at all, half black.
        let inks = stripes(
            [[0, 255, 255, 255], [0, 255, 255, 0], [255, 255, 255, 255], [255, 255, 255, 128]], height: 8)
        let file = [UInt8](try encodedJPEG(inks, width: 32, height: 8, .inks, options: options { _ in }))
        let expected = stripes([[0, 255, 255], [0, 0, 0], [255, 255, 255], [128, 128, 128]], height: 8)
        #expect(try difference(decoded(file), expected) <= 2)
    }

    @Test(arguments: Orientation.allCases)
    func `a picture comes out upright, and turned where its file says so`(_ orientation: Orientation) throws {
        let file = try file { $0.orientation = orientation }
        let header = try header(file)
        #expect(header.orientation == orientation)
        let (pixels, size) = (try decoded(file), header.size)
        func colour(_ x: Int, _ y: Int) -> [UInt8] {
            Array(pixels[(y * size.width + x) * 3..<(y * size.width + x) * 3 + 3])
        }
        // Where the first stripe, the red one, must be.
        let (x, y): (Int, Int) =
            switch orientation {
            case .upright, .flipped: (0, 8)
            case .mirrored, .halfTurn: (31, 8)
            case .transposed, .turnedRight: (8, 0)
            case .transversed, .turnedLeft: (8, 31)
            }
        #expect(difference(colour(x, y), fourColours[0]) <= 2)
    }
}

@Suite struct `Turning a picture` {
    /// A picture of two rows and three columns, numbered.
    private func turned(_ orientation: Orientation) -> [UInt8] {
        let pixels: [UInt8] = [1, 2, 3, 4, 5, 6]
        return [UInt8](unsafeUninitializedCapacity: 6) { target, count in
            orientation.turn(pixels, Size2D(2, 3), channels: 1, into: target.baseAddress!)
            count = 6
        }
    }

    @Test func `is exact`() {
        #expect(turned(.upright) == [1, 2, 3, 4, 5, 6])
        #expect(turned(.mirrored) == [3, 2, 1, 6, 5, 4])
        #expect(turned(.halfTurn) == [6, 5, 4, 3, 2, 1])
        #expect(turned(.flipped) == [4, 5, 6, 1, 2, 3])
        #expect(turned(.transposed) == [1, 4, 2, 5, 3, 6])
        #expect(turned(.turnedRight) == [4, 1, 5, 2, 6, 3])
        #expect(turned(.transversed) == [6, 3, 5, 2, 4, 1])
        #expect(turned(.turnedLeft) == [3, 6, 2, 5, 1, 4])
    }

    private func orientation(_ bytes: [UInt8]) -> Orientation? { bytes.withUnsafeBytes { Orientation(exif: $0) } }

    @Test func `is read in both orders of bytes`() {
        let exif = Array("Exif\0\0".utf8)
        let little: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
        #expect(orientation(exif + little) == .turnedRight)
        #expect(orientation(Array(Orientation.turnedLeft.segment[4...])) == .turnedLeft)
    }

    @Test func `is left out where the note makes no sense`() {
        let note = Array(Orientation.halfTurn.segment[4...])
        for count in 0..<26 { #expect(orientation(Array(note.prefix(count))) == nil) }
        // Another tag; another type; a number that is no way to hold a camera; a directory far away.
        for (place, value) in [(17, 0x13), (19, 4), (25, 9), (25, 0), (10, 0xFF)] as [(Int, UInt8)] {
            var wrong = note
            wrong[place] = value
            #expect(orientation(wrong) == nil)
        }
    }
}

@Suite struct `Reading a JPEG image small` {
    private func size(_ file: [UInt8], atLeast least: Size2D) throws -> Size2D {
        try file.withUnsafeBytes { try JPEGImage($0).decodedSize(atLeast: least) }
    }

    @Test(arguments: [(1, 8), (8, 8), (9, 16), (16, 16), (17, 24), (32, 32), (33, 64), (64, 64), (65, 64), (999, 64)])
    func `gives the smallest size that is enough`(_ least: Int, _ height: Int) throws {
        let pixels = [UInt8](repeating: 99, count: 64 * 128 * 3)
        let file = [UInt8](try encodedJPEG(pixels, width: 128, height: 64, .rgb))
        #expect(try size(file, atLeast: Size2D(least, 1)) == Size2D(height, 2 * height))
    }

    @Test func `counts height and width after turning`() throws {
        let file = try others("pillow-turned-6.jpg")  // 37 high and 21 wide when upright
        #expect(try size(file, atLeast: Size2D(9, 6)) == Size2D(10, 6))
        #expect(try decoded(file, .rgb, atLeast: Size2D(9, 6)).count == 10 * 6 * 3)
    }

    @Test(arguments: [1, 2, 3, 4, 8])
    func `keeps the colours where they are`(_ eighths: Int) throws {
        let pixels = try decoded(file(), .rgb, atLeast: Size2D(2 * eighths, 4 * eighths))
        let small = (0..<2 * eighths).flatMap { _ in
            fourColours.flatMap { colour in (0..<eighths).flatMap { _ in colour } }
        }
        #expect(difference(pixels, small) <= 3)
    }
}
