// Every kind of PNG that the standard allows, in sizes from 1 to 40, with and without interlacing. Files and expected
// values are made here by arithmetic, so that no library is trusted: libpng has been wrong about some of these.

import Tensors
import Testing

@testable import Datasets

/// A colour type with the depths that it may have.
struct PNGKind: CustomTestStringConvertible, Sendable {
    let colourType: UInt8, depth: UInt8, samples: Int

    static let all: [PNGKind] =
        [1, 2, 4, 8, 16].map { PNGKind(colourType: 0, depth: $0, samples: 1) }
        + [1, 2, 4, 8].map { PNGKind(colourType: 3, depth: $0, samples: 1) }
        + [(2, 3), (4, 2), (6, 4)].flatMap { type, samples in
            [8, 16].map { PNGKind(colourType: type, depth: $0, samples: samples) }
        }

    var testDescription: String { "colour type \(colourType), \(depth) bits" }

    /// The stored value of a sample: a different one nearly everywhere.
    func sample(_ x: Int, _ y: Int, _ channel: Int) -> Int {
        (x * 7919 + y * 104_729 + channel * 31_337 + x * y * 13) % (1 << Int(depth))
    }

    /// Such an image.
    func image(width: Int, height: Int, isInterlaced: Bool) -> PNG {
        let rows = (0..<height).map { y -> [UInt8] in
            var bits: [UInt8] = []
            for x in 0..<width {
                for channel in 0..<samples {
                    let value = sample(x, y, channel)
                    for bit in (0..<Int(depth)).reversed() { bits.append(UInt8(value >> bit & 1)) }
                }
            }
            return packed(bits)
        }
        var png = PNG(width: width, height: height, depth: depth, colourType: colourType, rows: rows)
        png.isInterlaced = isInterlaced
        if colourType == 3 { png.extra = [("PLTE", (0..<1 << Int(depth)).flatMap { Self.palette($0) })] }
        return png
    }

    /// Red, green and blue of a pixel, 0...255.
    func colour(_ x: Int, _ y: Int) -> [UInt8] {
        if colourType == 3 { return Self.palette(sample(x, y, 0)) }
        let values = (0..<samples).map { scaled(sample(x, y, $0)) }
        return samples < 3 ? [values[0], values[0], values[0]] : Array(values.prefix(3))
    }

    private static func palette(_ number: Int) -> [UInt8] {
        [number * 37 % 256, number * 101 % 256, 255 - number * 3 % 256].map(UInt8.init)
    }

    /// To 8 bits, rounded to nearest.
    private func scaled(_ value: Int) -> UInt8 {
        let largest = (1 << Int(depth)) - 1
        return UInt8((value * 255 * 2 + largest) / (2 * largest))
    }
}

@Suite struct `Every kind of PNG` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private static let sizes =
        (1...9).flatMap { width in (1...9).map { (width, $0) } }
        + [(13, 40), (16, 16), (17, 5), (31, 17), (40, 1), (1, 40)]

    @Test(arguments: PNGKind.all, [false, true])
    func `is read pixel by pixel`(_ kind: PNGKind, _ isInterlaced: Bool) throws {
        for (width, height) in Self.sizes {
            let png = kind.image(width: width, height: height, isInterlaced: isInterlaced)
            let read = try readImages([scratch.write("a.png", png.bytes)], channels: .rgb)
            let expected = (0..<height).flatMap { y in (0..<width).flatMap { x in kind.colour(x, y) } }
            #expect(read.shape == [1, height, width, 3])
            let wrong = zip(read.scalars, expected).enumerated().first { $1.0 != $1.1 }
            #expect(wrong == nil, "\(width) × \(height): value \(wrong!.offset) is \(wrong!.element)")
        }
    }
}
