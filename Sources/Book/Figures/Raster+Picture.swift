import Common
import Foundation
import JPEGFormat
import Kernels

extension Raster {
    /// Reads a picture, by its content a PNG or a JPEG, whatever its name says. Grey stays grey, everything else
    /// becomes red, green and blue. A PNG is read as ``init(png:)`` does; a JPEG is turned upright where its file says
    /// how the camera was held.
    ///
    /// - Parameter side: how many pixels the shorter side needs at least. A JPEG of many more is then decoded small, to
    ///   half or another number of eighths of its size, which is quick. nil decodes all pixels, and so does every PNG.
    /// - Throws: `FigureError`, which names the file.
    public init(picture file: URL, atLeast side: Int? = nil) throws {
        let data = try readData(file, failing: { FigureError(file: file, problem: $0, try: adviceToOpen) })
        guard data.withUnsafeBytes({ JPEGHeader.begins($0) }) else {
            guard data.starts(with: [0x89, 0x50]) else {
                let found = data.isEmpty ? "an empty file" : "a file that begins differently"
                throw FigureError(
                    file: file, problem: "expected a PNG or JPEG image, found \(found)",
                    try: "fetch the file again, or remove it")
            }
            self = try Raster(png: file)
            return
        }
        do {
            self = try data.withUnsafeBytes { try Raster(jpeg: JPEGImage($0), atLeast: side.map { Size2D($0) }) }
        } catch let problem as JPEGProblem {
            throw FigureError(
                file: file, problem: "is not a complete JPEG image (\(problem.text))",
                try: "fetch the file again, or remove it")
        }
    }

    private init(jpeg image: JPEGImage, atLeast least: Size2D?) throws {
        let size = image.decodedSize(atLeast: least)
        let channels: JPEGChannels = image.header.components == 1 ? .grey : .rgb
        self.init(
            width: size.width, height: size.height, channels: channels.rawValue,
            pixels: try image.decoded(channels, atLeast: least))
    }
}
