import CPNG
import Foundation

// libpng's simplified API does all of the work: whatever the file holds (16 bits, a palette,
// transparency), it hands out plain bytes in the format we ask for.

private let greyBytes = png_uint_32(PNG_FORMAT_GRAY)
private let colourBytes = png_uint_32(PNG_FORMAT_RGB)

extension Raster {
    /// Reads a PNG: grey stays grey, everything else becomes red, green and blue. Sixteen bits
    /// are cut to eight, palettes are looked up, transparent pixels lie on white.
    ///
    /// - Throws: `FigureError`, which names the file.
    public init(png file: URL) throws {
        let data: Data
        do { data = try Data(contentsOf: file) } catch {
            throw FigureError(file: file, problem: "cannot be read (\(error.localizedDescription))")
        }
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        let pixels: [UInt8]? = data.withUnsafeBytes { bytes in
            guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else { return nil }
            return image.readPixels()
        }
        guard let pixels else {
            throw FigureError(file: file, problem: "is not a whole PNG image (\(image.complaint))")
        }
        self.init(
            width: Int(image.width), height: Int(image.height), channels: image.channels, pixels: pixels)
    }

    /// The image as a PNG file, one file pixel for each pixel.
    public func pngData() throws -> Data {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        (image.width, image.height) = (png_uint_32(width), png_uint_32(height))
        image.format = channels == 1 ? greyBytes : colourBytes
        defer { png_image_free(&image) }
        // First ask for the size, then write.
        var size = 0
        guard png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, nil) != 0 else { throw image.unwritable }
        var bytes = [UInt8](repeating: 0, count: size)
        guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else { throw image.unwritable }
        return Data(bytes.prefix(size))
    }

    /// Writes the image as a PNG, whole or not at all.
    ///
    /// - Throws: `FigureError`, which names the file.
    public func writePNG(to file: URL) throws {
        try writeWhole(pngData(), to: file)
    }
}

extension png_image {
    fileprivate var channels: Int { format & png_uint_32(PNG_FORMAT_FLAG_COLOR) == 0 ? 1 : 3 }

    /// After the header has been read: asks for bytes and reads them, or nil with `complaint` set.
    fileprivate mutating func readPixels() -> [UInt8]? {
        format = channels == 1 ? greyBytes : colourBytes
        // Without this, sixteen-bit files would be taken for linear light and come out too bright.
        flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
        var white = png_color(red: 255, green: 255, blue: 255)
        var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height) * channels)
        return png_image_finish_read(&self, &white, &pixels, 0, nil) == 0 ? nil : pixels
    }

    /// libpng's own words.
    fileprivate var complaint: String {
        withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    fileprivate var unwritable: FigureError {
        FigureError(file: nil, problem: "the image cannot be encoded as PNG (\(complaint))")
    }
}
