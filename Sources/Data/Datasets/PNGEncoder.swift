// Writing a grey PNG image: generated digits can be looked at, and read back, as files.

import CPNG
import Foundation

/// Writes bytes, row by row, as an 8-bit grey PNG file.
/// - Throws: `DatasetError` when the file cannot be written.
func writePNG(_ pixels: some Collection<UInt8>, width: Int, height: Int, to file: URL) throws {
    precondition(pixels.count == width * height, "writePNG: \(pixels.count) pixels for \(width) × \(height)")
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    defer { png_image_free(&image) }
    guard png_image_write_to_file(&image, file.path, 0, Array(pixels), 0, nil) != 0 else {
        throw DatasetError(file.path, "cannot be written")
    }
}
