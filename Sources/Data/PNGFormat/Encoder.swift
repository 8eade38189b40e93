// Writing an image as a PNG file in memory.

import CPNG
import Foundation

/// An 8-bit PNG file of bytes, row by row.
/// - Parameters:
///   - pixels: width × height × channels bytes.
///   - channels: what a pixel consists of.
/// - Throws: `PNGProblem` with libpng's own words.
package func encodedPNG(_ pixels: [UInt8], width: Int, height: Int, _ channels: PNGChannels) throws -> Data {
    precondition(
        pixels.count == width * height * channels.rawValue,
        "encodedPNG: \(pixels.count) bytes for \(width) × \(height) × \(channels.rawValue)")
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height) = (png_uint_32(width), png_uint_32(height))
    image.format = [.grey: 0, .rgb: PNG_FORMAT_FLAG_COLOR, .rgba: PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA][
        channels]!
    defer { png_image_free(&image) }
    // First ask for the size, then write.
    var size = 0
    guard png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, nil) != 0 else { throw problem(image) }
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else { throw problem(image) }
    return Data(bytes.prefix(size))
}
