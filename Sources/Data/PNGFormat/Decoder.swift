// Decoding one PNG image with libpng's simplified interface.
//
// That interface turns every kind of PNG (1 to 16 bits, grey, colour, palette, interlaced) into
// rows of bytes, and needs no longjmp, which Swift cannot handle. Two of its habits are not wanted here:
// it weights red, green and blue by their physical brightness when it makes grey, and it blends
// transparent pixels. Images of those kinds are decoded to RGBA first and converted below.

import CPNG
import Foundation

/// What a pixel consists of, and how many bytes that takes.
package enum PNGChannels: Int, Sendable {
    case grey = 1
    case rgb = 3
    /// Red, green, blue and opacity.
    case rgba = 4
}

/// Decodes the PNG file in `bytes`, whose size has been checked, to width × height × channels bytes.
/// 16-bit values are scaled to 8 bits.
/// - Parameter bytes: a PNG file without chunks of advice (`PNGChunks.dropAdvice`).
package func decodePNG(_ bytes: UnsafeRawBufferPointer, to pixels: UnsafeMutablePointer<UInt8>, _ channels: PNGChannels)
    throws
{
    if let image = InterlacedPNG(bytes) { return try image.decode(to: pixels, channels) }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else { throw problem(image) }
    // 16-bit values are as they are: not light intensities, which would be brightened on the way to 8 bits.
    image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)

    let hasAlpha = image.format & PNG_FORMAT_FLAG_ALPHA != 0
    let hasColour = image.format & PNG_FORMAT_FLAG_COLOR != 0
    if channels == .rgba {
        try finish(&image, as: PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA, to: pixels)
    } else if hasAlpha || (hasColour && channels == .grey) {
        try decodeByWayOfRGBA(&image, to: pixels, channels)
    } else {
        try finish(&image, as: channels == .grey ? 0 : PNG_FORMAT_FLAG_COLOR, to: pixels)
    }
}

/// Decodes to red, green, blue and opacity, and keeps what is asked for.
private func decodeByWayOfRGBA(
    _ image: inout png_image, to pixels: UnsafeMutablePointer<UInt8>, _ channels: PNGChannels
) throws {
    let count = Int(image.width) * Int(image.height)
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * 4) { rgba in
        try finish(&image, as: PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA, to: rgba.baseAddress!)
        for i in 0..<count {
            let (red, green, blue) = (rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2])
            switch channels {
            case .grey: pixels[i] = grey(red, green, blue)
            case .rgba: break
            case .rgb: (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = (red, green, blue)
            }
        }
    }
}

/// The usual weights of video, 0.299, 0.587 and 0.114, in 65536ths; equal values stay what they are.
private func grey(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    let sum: Int = 19595 * Int(red) + 38470 * Int(green) + 7471 * Int(blue)
    return UInt8((sum + 32768) >> 16)
}

private func finish(_ image: inout png_image, as format: UInt32, to pixels: UnsafeMutablePointer<UInt8>) throws {
    image.format = format
    guard png_image_finish_read(&image, nil, pixels, 0, nil) != 0 else { throw problem(image) }
}

/// libpng's own words.
func problem(_ image: png_image) -> PNGProblem {
    let message = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return PNGProblem(text: "the PNG image is damaged (\(message))")
}

/// A complete PNG file.
package struct PNGImage: Sendable {
    package let header: PNGHeader
    private let bytes: [UInt8]

    /// - Throws: `PNGProblem` when the bytes are not a complete PNG file, or claim more pixels than they can hold.
    package init(_ file: Data) throws {
        var bytes = [UInt8](file)
        let count = try bytes.withUnsafeMutableBytes { try PNGChunks.dropAdvice(from: $0, keepsTransparency: true) }
        self.bytes = Array(bytes.prefix(count))
        guard let header = self.bytes.withUnsafeBytes({ PNGHeader($0) }) else {
            throw PNGProblem(text: "the PNG image is damaged (it has no header)")
        }
        self.header = header
        try header.checkClaim(count)
    }

    /// Whether some pixels may be transparent.
    package var hasOpacity: Bool {
        header.colourType & 4 != 0 || !bytes.withUnsafeBytes { PNGChunks.data("tRNS", of: $0) }.isEmpty
    }

    /// The pixels: height × width × channels bytes.
    package func decoded(_ channels: PNGChannels) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: header.size.width * header.size.height * channels.rawValue) {
            pixels, count in
            try bytes.withUnsafeBytes { try decodePNG($0, to: pixels.baseAddress!, channels) }
            count = pixels.count
        }
    }
}
