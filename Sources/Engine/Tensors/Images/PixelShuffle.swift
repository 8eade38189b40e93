// # Pixel shuffle: channels become pixels
//
// A convolution makes factor² numbers for each pixel; laid side by side in a square they are an image
// that is factor times as high and wide. Nothing is computed, so the gradient is shuffled the other way.

import Kernels

extension Tensor {
    /// y[..., c, h r + b, w r + a] = x[..., c r² + b r + a, h, w]   ⇒   dx = dy shuffled back
    ///
    /// x [..., c · factor², h, w] → y [..., c, h · factor, w · factor]
    public func pixelShuffled(_ factor: Int) -> Tensor {
        let name = "pixelShuffled(\(factor)) of \(shape)"
        require(
            1...longestSide ~= factor && rank >= 3, name, "it needs a factor from 1 to \(longestSide), and three axes")
        let channels = shape[rank - 3]
        require(
            channels % (factor * factor) == 0, name, "\(channels) channels are not a multiple of \(factor * factor)",
            try: "a multiple of factor² channels")
        let (height, width) = (shape[rank - 2], shape[rank - 1])
        let result = shape.dropLast(3) + [channels / (factor * factor), height * factor, width * factor]
        let y = shuffled(to: Array(result), factor, small: shape, intoLarge: true)
        return y.recorded("pixelShuffled", self) { dy in dy.pixelUnshuffled(factor) }
    }

    /// y[..., c r² + b r + a, h, w] = x[..., c, h r + b, w r + a]   ⇒   dx = dy shuffled back
    ///
    /// x [..., c, h · factor, w · factor] → y [..., c · factor², h, w]
    public func pixelUnshuffled(_ factor: Int) -> Tensor {
        let name = "pixelUnshuffled(\(factor)) of \(shape)"
        require(
            1...longestSide ~= factor && rank >= 3, name, "it needs a factor from 1 to \(longestSide), and three axes")
        let (height, width) = (shape[rank - 2], shape[rank - 1])
        require(
            height % factor == 0 && width % factor == 0, name, "height and width are not multiples of \(factor)")
        let result = shape.dropLast(3) + [shape[rank - 3] * factor * factor, height / factor, width / factor]
        let y = shuffled(to: Array(result), factor, small: Array(result), intoLarge: false)
        return y.recorded("pixelUnshuffled", self) { dy in dy.pixelShuffled(factor) }
    }

    /// Not recorded. `small` is the shape of the side with many channels.
    private func shuffled(to result: [Int], _ factor: Int, small: [Int], intoLarge: Bool) -> Tensor {
        let (x, y) = (array.contiguous(), NDArray<Float>(uninitialized: result))
        let from = UnsafeMutablePointer(mutating: x.base)
        if count > 0 {
            shufflePixels(
                small: intoLarge ? from : y.memory.base, large: intoLarge ? y.memory.base : from,
                planes: small.dropLast(2).reduce(1, *) / (factor * factor), height: small[small.count - 2],
                width: small[small.count - 1], factor: factor, intoLarge: intoLarge)
        }
        return withExtendedLifetime(x) { Tensor(array: y) }
    }
}
