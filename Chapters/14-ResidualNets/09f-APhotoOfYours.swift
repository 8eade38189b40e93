// # A photo of yours
//
// Section 14.9 · After this page you can prepare a photo of any size for a net that was trained on ImageNet, and have
// its class named.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// With a file of torchvision's weights you can have a photo classified:
//
//     swift run ch14 --weights resnet18.safetensors --image photo.jpg --classes imagenet_classes.txt
//
// `--weights` takes the weights of a ResNet-18 to ResNet-152 by torchvision's names, or those of the last page. You
// have to download them yourself, for example from Hugging Face, where timm has them (`timm/resnet18.tv_in1k`); they
// are not part of this project. `--image` takes a JPEG or a PNG. `--classes` takes a text file with the name of a class
// in each line, in the order of the scores; without it you see their numbers. (Without a file, this page uses a picture
// and a new net, which has no idea.)
//
// The nets expect photos as torchvision prepares them for validation. The shorter side is brought to 256 pixels, the
// square of 224 × 224 in the middle is cut out, and the pixels get the scale of ImageNet. Now resizing is an art. When
// a picture is made smaller, every new pixel has to be a mean of all the old ones that it covers, or thin lines break
// up. The usual mean is weighted by a triangle: what is in the middle of the new pixel counts most. Along one axis,
// that is a matrix with a row of weights for each new pixel:

/// The weights of old pixels for new ones along one axis [pixels, length]. New pixel k has its centre at (k + ½) scale.
///
/// - Parameters:
///   - length: old pixels.
///   - scale: old pixels for each new one.
///   - pixels: which of the new pixels are wanted.
public func resizeWeights(_ length: Int, scale: Double, pixels: Range<Int>) -> Tensor {
    let reach = max(scale, 1)  // a larger picture is interpolated between neighbours
    let rows = pixels.map { k -> [Float] in
        let centre = (Double(k) + 0.5) * scale
        let weights = (0..<length).map { max(0, 1 - abs(Double($0) + 0.5 - centre) / reach) }
        let sum = weights.reduce(0, +)
        return weights.map { Float($0 / sum) }
    }
    return Tensor(shape: [pixels.count, length], rows.flatMap(\.self))
}

// A picture is resized by two products: one for the rows of pixels, one for the columns. Of the enlarged picture only
// the square in the middle is computed. That matters for a panorama of 5000 × 20 pixels, which would become one of
// 64,000 × 256. `resizedSquare` does that, and `preparedPhoto` all of it:

/// The shorter side brought to `shorterSide` pixels, and the square in the middle cut out:
/// pixels [channels, h, w] → [channels, side, side]
public func resizedSquare(_ pixels: Tensor, shorterSide: Int = 256, side: Int = 224) -> Tensor {
    let (height, width) = (pixels.shape[1], pixels.shape[2])
    func weights(_ length: Int) -> Tensor {
        let resized = shorterSide * length / min(height, width)
        let start = Int((Double(resized - side) / 2).rounded(.toNearestOrEven))
        return resizeWeights(length, scale: Double(length) / Double(resized), pixels: start..<start + side)
    }
    return weights(height).matmul(pixels).matmul(weights(width).T)
}

/// A photo of any size as torchvision prepares it: [1, 3, side, side] on the scale of ImageNet.
public func preparedPhoto(_ photo: Raster, shorterSide: Int = 256, side: Int = 224) -> Tensor {
    let bytes = ByteTensor(shape: [photo.height, photo.width, photo.channels], photo.pixels)
    let square = resizedSquare(Tensor(bytes.permuted(2, 0, 1)) / 255, shorterSide: shorterSide, side: side)
    return PixelScale.imageNet(square.expanded(to: [3, side, side]).unsqueezed(0))
}

extension ResidualNets {
    func resizing() {
        // Four pixels made two: each new one is a weighted mean of those under its triangle, and the weights of a row
        // add up to 1.
        show(resizeWeights(4, scale: 2, pixels: 0..<2), "weights from four pixels to two")
        show(
            resizeWeights(2, scale: 0.5, pixels: 0..<4)[1], "the second of four pixels that are made of two",
            predict: .numbers(
                "Two pixels with centres at 0.5 and 1.5 are enlarged to four. The second new one has its centre at "
                    + "0.75. Which weights has it?", [0.75, 0.25]))

        // Grey photos have one channel, which is repeated; transparent ones were laid on white when they were read. And
        // the sizes may be odd:
        var table = TextTable(["photo", "prepared"])
        for (width, height) in [(1, 1), (5000, 20), (20, 600), (640, 480)] {
            let photo = Raster(width: width, height: height, fill: .sky)
            table.add("\(width) × \(height)", "\(preparedPhoto(photo).shape)")
        }
        show(table, "Photos of odd sizes")
    }

    func whatIsInThePhoto() throws {
        // The photo of `--image`, or else a validation picture:
        let photo = try ownPhoto
        let model = try ownModel
        let x =
            model.isForCIFAR
            ? preparedPhoto(photo, shorterSide: 32, side: 32) : preparedPhoto(photo)
        let probabilities = try model.probabilities(of: x)
        let best = probabilities.topK(min(5, probabilities.count))
        show(Raster(seen(x)), "The photo as the net sees it")
        var table = TextTable(["class", "probability"], decimals: 3)
        for (place, share) in zip(best.indices.scalars, best.values.scalars) {
            table.add(model.name(of: place), share)
        }
        show(table, "The five most likely classes, by \(model.title)")
        // #hide
        if Self.files["--weights"] == nil { show("(The net is new. Give it weights, and it will know something.)") }
    }

    // MARK: Helpers

    /// A prepared photo [1, 3, h, w] as pixels [3, h, w] from 0 to 1.
    private func seen(_ x: Tensor) -> Tensor { pixelScale(x[0]).clamped(min: 0, max: 1) }
}
