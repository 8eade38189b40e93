// The header of a PNG file, and how much of it to believe. A header of a few bytes may claim any size; memory is taken
// only for what the rest of the file can hold.

import Kernels

/// What the first chunk of a PNG file says.
package struct PNGHeader: Sendable {
    package let size: Size2D
    /// Bits per channel: 1, 2, 4, 8 or 16.
    let depth: UInt8
    /// 0 grey, 2 colour, 3 a palette's numbers, 4 grey with opacity, 6 colour with opacity.
    let colourType: UInt8
    let isInterlaced: Bool

    /// nil when the bytes do not begin with a header.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 29, PNGChunks.number(bytes, 12) == PNGChunks.code("IHDR") else { return nil }
        size = Size2D(Int(PNGChunks.number(bytes, 20)), Int(PNGChunks.number(bytes, 16)))
        (depth, colourType, isInterlaced) = (bytes[24], bytes[25], bytes[28] != 0)
    }

    package var isGrey: Bool { colourType & 2 == 0 }

    /// Numbers per pixel.
    var samples: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType] ?? 4 }

    /// - Parameter bytes: the size of the file.
    /// - Throws: `PNGProblem` when the file cannot hold so many pixels, even compressed.
    package func checkClaim(_ bytes: Int) throws {
        guard size.width > 0, size.height > 0 else {
            throw PNGProblem(text: "the PNG image is damaged (its size is \(size.inPixels))")
        }
        let (pixels, overflow) = size.width.multipliedReportingOverflow(by: size.height)
        guard !overflow, canHold(bytes, pixels / 8) else {
            throw PNGProblem(text: "the PNG image claims \(size.inPixels) pixels, more than its file can hold")
        }
    }
}

extension Size2D {
    /// As people write the size of a picture, the width first: "640 × 480".
    package var inPixels: String { "\(width) × \(height)" }
}

/// Whether `packed` bytes can unpack to `count`: the compression of PNG and gzip saves at most a factor of 1032.
package func canHold(_ packed: Int, _ count: Int) -> Bool { count / 1032 <= packed }
