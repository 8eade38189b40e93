// An image as the bytes of a PNG file.

import Foundation
import PNGFormat
import Tensors

/// An image as a PNG file: bytes [h, w] are grey, [h, w, 3] red, green and blue, [h, w, 4] have opacity besides.
/// - Throws: `DatasetError` if it cannot be encoded, such as an image without pixels.
public func pngFile(of image: ByteTensor) throws -> Data {
    let channels: PNGChannels? =
        switch (image.rank, image.shape.last) {
        case (2, _): .grey
        case (3, 3): .rgb
        case (3, 4): .rgba
        default: nil
        }
    guard let channels else {
        stop("a PNG file of \(image.shape)", "that is not the shape of an image", try: "[h, w], [h, w, 3] or [h, w, 4]")
    }
    do {
        return try encodedPNG(image.scalars, width: image.shape[1], height: image.shape[0], channels)
    } catch let problem as PNGProblem {
        throw DatasetError("an image of \(image.shape[1]) × \(image.shape[0]) pixels", problem.text)
    }
}
