import Common
import Foundation
import PNGFormat

extension Raster {
    /// Reads a PNG: grey stays grey, everything else becomes red, green and blue. Sixteen bits
    /// are scaled to eight, palettes are looked up, transparent pixels are laid on white.
    ///
    /// - Throws: `FigureError`, which names the file.
    public init(png file: URL) throws {
        let data = try readData(file, failing: { FigureError(file: file, problem: $0) })
        do { try self.init(png: PNGImage(data)) } catch let problem as PNGProblem {
            throw FigureError(file: file, problem: "is not a complete PNG image (\(problem.text))")
        }
    }

    private init(png image: PNGImage) throws {
        let (width, height) = (image.header.size.width, image.header.size.height)
        let channels: PNGChannels = image.header.isGrey ? .grey : .rgb
        let pixels = try image.hasOpacity ? onWhite(image.decoded(.rgba), channels) : image.decoded(channels)
        self.init(width: width, height: height, channels: channels.rawValue, pixels: pixels)
    }

    /// The image as a PNG file, one file pixel for each pixel.
    public func pngData() throws -> Data {
        do { return try encodedPNG(pixels, width: width, height: height, channels == 1 ? .grey : .rgb) } catch {
            throw FigureError(file: nil, problem: "the image cannot be encoded as PNG (\(error))")
        }
    }

    /// Writes the image as a PNG, whole or not at all.
    ///
    /// - Throws: `FigureError`, which names the file.
    public func writePNG(to file: URL) throws {
        try writeWhole(pngData(), to: file)
    }
}

/// Pixels of red, green, blue and opacity, laid on white.
private func onWhite(_ rgba: [UInt8], _ channels: PNGChannels) -> [UInt8] {
    stride(from: 0, to: rgba.count, by: 4).flatMap { pixel -> [UInt8] in
        let opacity = Int(rgba[pixel + 3])
        return (0..<channels.rawValue).map { channel in
            let sum: Int = Int(rgba[pixel + channel]) * opacity + 255 * (255 - opacity)
            return UInt8((sum + 127) / 255)
        }
    }
}
