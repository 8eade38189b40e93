// # Layers that make images larger

import Tensors

/// Images resized: x [n, c, h, w] → y [n, c, h', w']. See `Tensor.interpolated`.
public final class Upsample: Module, Layer {
    private enum Target {
        case size(Size2D)
        case factor(Double)
    }
    private let target: Target
    public let mode: InterpolationMode
    public let alignCorners: Bool

    /// - Parameter size: height and width of the result.
    public init(to size: Size2D, mode: InterpolationMode = .nearest, alignCorners: Bool = false) {
        (target, self.mode, self.alignCorners) = (.size(size), mode, alignCorners)
    }

    /// - Parameter factor: how many times as high and wide the result is.
    public init(by factor: Double, mode: InterpolationMode = .nearest, alignCorners: Bool = false) {
        (target, self.mode, self.alignCorners) = (.factor(factor), mode, alignCorners)
    }

    public func forward(_ x: Tensor) -> Tensor {
        switch target {
        case .size(let size): x.interpolated(to: size, mode: mode, alignCorners: alignCorners)
        case .factor(let factor): x.interpolated(by: factor, mode: mode, alignCorners: alignCorners)
        }
    }
}

/// Channels become pixels: x [n, c · factor², h, w] → y [n, c, h · factor, w · factor]
public final class PixelShuffle: Module, Layer {
    public let factor: Int

    public init(_ factor: Int) { self.factor = factor }

    public func forward(_ x: Tensor) -> Tensor { x.pixelShuffled(factor) }
}
