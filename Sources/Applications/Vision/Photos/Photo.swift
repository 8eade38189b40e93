// # Photos
//
//     let photo = try Photo(URL(filePath: "bear.jpg"))
//     show(photo.raster)
//
// Files of the world are of many kinds: JPEG and PNG, grey, coloured, in a printer's inks, with transparent parts,
// lying on their side because the camera was held so. A `Photo` is what they have in common: red, green and blue, a
// byte each, upright.

import Common
import Figures
import Foundation
import Tensors

/// A picture in memory: rows from top to bottom, pixels from left to right, red, green and blue.
public struct Photo: Sendable, Equatable {
    public let height: Int, width: Int
    /// height × width × 3 bytes.
    public let pixels: [UInt8]

    /// A photo of these bytes, row by row.
    public init(height: Int, width: Int, pixels: [UInt8]) {
        require(
            height > 0 && width > 0 && pixels.count == height * width * 3, "a Photo of \(width) × \(height) pixels",
            height > 0 && width > 0
                ? "it needs \(height * width * 3) bytes, not \(pixels.count)" : "each side has at least one pixel")
        (self.height, self.width, self.pixels) = (height, width, pixels)
    }

    /// Reads a JPEG or a PNG: the content decides which, not the name. Grey becomes three equal colours, inks become
    /// the light that they leave, transparent parts are laid on white, 16 bits become 8, and a JPEG is turned upright
    /// where its file says how the camera was held.
    ///
    /// - Parameter least: a JPEG that is much larger is decoded small, to one to four eighths of its size: the fewest
    ///   that are at least so high and wide. That takes less time than decoding all pixels. nil decodes all, and a PNG
    ///   always gives all.
    /// - Throws: ``PhotoProblem``, which names the file, when it is missing, no picture, damaged, or too large.
    public init(_ file: URL, atLeast least: Size2D? = nil) throws { self = try file.opened().photo(atLeast: least) }

    public var size: Size2D { Size2D(height, width) }

    /// The bytes as an array [h, w, 3].
    public var bytes: ByteTensor { ByteTensor(shape: [height, width, 3], pixels) }

    /// The colour of the pixel in column `x` of row `y`.
    public subscript(x: Int, y: Int) -> Colour {
        let i = (y * width + x) * 3
        return Colour(pixels[i], pixels[i + 1], pixels[i + 2])
    }
}

extension Photo {
    /// A figure's picture as a photo.
    public init(_ picture: Raster) {
        self.init(
            height: picture.height, width: picture.width,
            pixels: picture.channels == 3 ? picture.pixels : picture.pixels.flatMap { [$0, $0, $0] })
    }

    /// A picture of brightnesses from 0 to 1, [3, h, w], as a photo; what is below or above is cut off.
    public init(brightnesses picture: Tensor) {
        require(
            picture.rank == 3 && picture.shape[0] == 3, "a Photo of brightnesses \(picture.shape)",
            "a picture [3, h, w] is needed")
        let numbers = (picture.permuted(1, 2, 0) * 255).scalars
        let bytes = numbers.map { $0 > 0 ? UInt8(min($0, 255).rounded()) : 0 }
        self.init(height: picture.shape[1], width: picture.shape[2], pixels: bytes)
    }

    /// The photo as a figure, to be shown.
    public var raster: Raster { Raster(width: width, height: height, channels: 3, pixels: pixels) }
}

/// What is wrong with a photo: its file, what was expected and found, and what to do.
public struct PhotoProblem: FileProblem {
    /// The file or folder.
    public var file: String
    public var problem: String
    /// What to try.
    public var advice: String?

    public init(_ file: String, _ problem: String, try advice: String? = nil) {
        (self.file, self.problem, self.advice) = (file, problem, advice)
    }
}
