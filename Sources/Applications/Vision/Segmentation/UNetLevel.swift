// What a U-Net does at each of its sizes on the way up.

import Layers
import Tensors

/// What comes into a level: the maps of the level below, and those that come across from the body.
public struct CrossedMaps {
    /// [n, c, h, w]
    public let below: Tensor
    /// [n, across, h', w'], about `factor` times as high and wide
    public let across: Tensor

    public init(below: Tensor, across: Tensor) { (self.below, self.across) = (below, across) }
}

/// Coarse maps from below and fine ones from the body, made into fine ones: → [n, width, h', w']
///
/// The coarse maps are enlarged by a convolution of one pixel and a pixel shuffle, the fine ones normalized; side by
/// side they go through two convolutions of 3 × 3, each with a norm and a relu.
public final class UNetLevel: Module, Layer {
    public typealias Input = CrossedMaps
    /// Makes factor² numbers of each pixel, and channel.
    public let enlarge: Conv2d
    public let shuffle: PixelShuffle
    /// Of what comes across.
    public let norm: BatchNorm2d
    public let convolutions: Sequential
    /// How many maps come out.
    public let width: Int

    /// - Parameters:
    ///   - below: how many maps come from below.
    ///   - across: how many come from the body.
    ///   - width: how many come out.
    ///   - factor: how many times as high and wide as those from below.
    public init(
        below: Int, across: Int, width: Int, factor: Int = 2, using random: inout some RandomNumberGenerator
    ) {
        enlarge = Conv2d(below, width * factor * factor, kernel: 1, using: &random)
        enlarge.weight.assign(repeatedForShuffle([width, below, 1, 1], factor: factor, using: &random))
        enlarge.bias!.assign(.zeros(width * factor * factor))
        shuffle = PixelShuffle(factor)
        norm = BatchNorm2d(across)
        self.width = width
        let pairs = [(width + across, width), (width, width)].map { before, after -> [any Layer<Tensor, Tensor>] in
            let convolution = Conv2d(before, after, kernel: 3, padding: 1, bias: false, using: &random)
            convolution.weight.initialize(.kaimingNormal(), using: &random)
            return [convolution, BatchNorm2d(after, activation: .relu)]
        }
        convolutions = Sequential(pairs.flatMap(\.self))
    }

    public func forward(_ maps: CrossedMaps) -> Tensor {
        let size = Size2D(maps.across.shape[2], maps.across.shape[3])
        let enlarged = shuffle(enlarge(maps.below)).relu().fitted(to: size)
        return convolutions(.cat([enlarged, norm(maps.across)], axis: 1))
    }
}

/// The weights of a convolution before a pixel shuffle, such that the shuffled maps begin as enlarged ones: the factor²
/// numbers that become one square of pixels are equal, and training may make them differ. (Called ICNR in "Checkerboard
/// artifact free sub-pixel convolution", A. Aitken and others, 2017.)
/// - Parameter shape: of the weight of a convolution that does not enlarge: [filters, channels, kh, kw].
/// - Returns: [filters · factor², channels, kh, kw]
public func repeatedForShuffle(
    _ shape: [Int], factor: Int, using random: inout some RandomNumberGenerator
) -> Tensor {
    let weight = Initialization.kaimingNormal().draw(shape, using: &random)
    let copies = IntTensor((0..<shape[0] * factor * factor).map { $0 / (factor * factor) })
    return weight.reshaped(shape[0], -1).embedded(copies).reshaped([shape[0] * factor * factor] + shape.dropFirst())
}

extension Tensor {
    /// A picture of exactly this size. What is beyond is cut off; where something is missing, the nearest pixels are
    /// taken.
    ///
    /// A layer that halves an odd size rounds up, so the way back is a pixel too long, at the right and at the bottom.
    func fitted(to size: Size2D) -> Tensor {
        let (height, width) = (shape[2], shape[3])
        if height == size.height && width == size.width { return self }
        if height >= size.height && width >= size.width {
            return self[0..<shape[0], 0..<shape[1], 0..<size.height, 0..<size.width]
        }
        return interpolated(to: size)
    }
}
