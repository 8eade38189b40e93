// Interlaced images with 16 bits per channel.
//
// An interlaced PNG holds its pixels in seven passes, every one a small image of its own that covers the whole picture
// more finely than the passes before (the scheme is called Adam7). Some versions of libpng (Debian's
// 1.6.39-2+deb12u4 is one) read 16-bit images of this kind wrongly through the interface that we use. So each pass is
// handed to libpng as the image that it is, without interlacing, and its pixels are put into their places here.

import CZlib
import Foundation
import Kernels

/// Where the pixels of a pass are: in every `columnStep`-th column from `column`, and likewise for the rows.
private struct Pass {
    let column, row, columnStep, rowStep: Int

    static let all = [
        Pass(column: 0, row: 0, columnStep: 8, rowStep: 8), Pass(column: 4, row: 0, columnStep: 8, rowStep: 8),
        Pass(column: 0, row: 4, columnStep: 4, rowStep: 8), Pass(column: 2, row: 0, columnStep: 4, rowStep: 4),
        Pass(column: 0, row: 2, columnStep: 2, rowStep: 4), Pass(column: 1, row: 0, columnStep: 2, rowStep: 2),
        Pass(column: 0, row: 1, columnStep: 1, rowStep: 2),
    ]

    func width(of image: Size2D) -> Int { max(0, (image.width - column + columnStep - 1) / columnStep) }
    func height(of image: Size2D) -> Int { max(0, (image.height - row + rowStep - 1) / rowStep) }
}

/// A PNG file whose pixels come in seven passes.
struct InterlacedPNG {
    private let size: Size2D
    private let header: PNGHeader
    private let bytes: UnsafeRawBufferPointer

    /// nil for every image that libpng can be trusted with.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let header = PNGHeader(bytes), header.depth == 16, header.isInterlaced else { return nil }
        (self.size, self.header, self.bytes) = (header.size, header, bytes)
    }

    /// Decodes to width × height × channels bytes.
    func decode(to pixels: UnsafeMutablePointer<UInt8>, _ channels: PNGChannels) throws {
        let lines = try inflated()
        var start = 0
        for pass in Pass.all {
            let (width, height) = (pass.width(of: size), pass.height(of: size))
            if width == 0 || height == 0 { continue }
            let count = height * lineLength(width)
            let image = file(width, height, lines[start..<start + count])
            start += count
            try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width * height * channels.rawValue) { part in
                try image.withUnsafeBytes { try decodePNG($0, to: part.baseAddress!, channels) }
                place(part, width, height, pass, into: pixels, channels.rawValue)
            }
        }
    }

    private func place(
        _ part: UnsafeMutableBufferPointer<UInt8>, _ width: Int, _ height: Int, _ pass: Pass,
        into pixels: UnsafeMutablePointer<UInt8>, _ channels: Int
    ) {
        for y in 0..<height {
            for x in 0..<width {
                let column = pass.column + x * pass.columnStep
                let target = ((pass.row + y * pass.rowStep) * size.width + column) * channels
                for channel in 0..<channels { pixels[target + channel] = part[(y * width + x) * channels + channel] }
            }
        }
    }

    /// A line of pixels and the byte in front of it that says how it is filtered.
    private func lineLength(_ width: Int) -> Int { 1 + width * 2 * header.samples }

    /// The lines of all passes, decompressed.
    private func inflated() throws -> [UInt8] {
        let expected = Pass.all.reduce(0) { sum, pass in
            let width = pass.width(of: size)
            return width == 0 ? sum : sum + pass.height(of: size) * lineLength(width)
        }
        let packed = PNGChunks.data("IDAT", of: bytes)
        guard canHold(packed.count, expected) else { throw PNGProblem.tooFewPixels }
        var lines = [UInt8](repeating: 0, count: expected)
        var count = uLong(expected)
        guard uncompress(&lines, &count, packed, uLong(packed.count)) == Z_OK, count == expected else {
            throw PNGProblem.tooFewPixels
        }
        return lines
    }
}

extension InterlacedPNG {
    /// A file of the same kind of pixels, not interlaced, from lines that are filtered already.
    private func file(_ width: Int, _ height: Int, _ lines: ArraySlice<UInt8>) -> [UInt8] {
        let start = bigEndian(width) + bigEndian(height) + [header.depth, header.colourType, 0, 0, 0]
        let transparency = PNGChunks.data("tRNS", of: bytes)
        return PNGChunks.signature + chunk("IHDR", start)
            + (transparency.isEmpty ? [] : chunk("tRNS", transparency))
            + chunk("IDAT", deflated(Array(lines))) + chunk("IEND", [])
    }
}

private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(crc32(0, body, uInt(body.count))))
}

private func bigEndian(_ value: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(value).bigEndian, Array.init) }

/// Compressed as fast as can be: it is read again at once.
private func deflated(_ data: [UInt8]) -> [UInt8] {
    var count = compressBound(uLong(data.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    compress2(&packed, &count, data, uLong(data.count), Z_BEST_SPEED)
    return Array(packed.prefix(Int(count)))
}
