// # Pooling as layers
//
// The functions do the work (`x.maxPooled(2)`); layers are the same thing in a form that fits into a
// `Sequential`.

import Tensors

/// The largest number in each window: x [n, c, h, w] → y [n, c, h', w']
public final class MaxPool2d: Module, Layer {
    public let kernel, stride, padding: Size2D
    public let ceilMode: Bool

    /// - Parameters:
    ///   - stride: from window to window; the kernel's size if not given.
    ///   - padding: rows and columns of -∞ around the image.
    ///   - ceilMode: also use what is left at the end, in a window that is not full.
    public init(_ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false) {
        (self.kernel, self.stride, self.padding, self.ceilMode) = (kernel, stride ?? kernel, padding, ceilMode)
    }

    public func forward(_ x: Tensor) -> Tensor {
        x.maxPooled(kernel, stride: stride, padding: padding, ceilMode: ceilMode)
    }
}

/// The mean of each window: x [n, c, h, w] → y [n, c, h', w']. (PyTorch's `AvgPool2d`.)
public final class AveragePool2d: Module, Layer {
    public let kernel, stride, padding: Size2D
    public let ceilMode, countIncludesPadding: Bool

    /// - Parameters:
    ///   - stride: from window to window; the kernel's size if not given.
    ///   - padding: rows and columns of zeros around the image.
    ///   - ceilMode: also use what is left at the end, in a window that is not full.
    ///   - countIncludesPadding: whether these zeros are among the numbers averaged.
    public init(
        _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false,
        countIncludesPadding: Bool = true
    ) {
        (self.kernel, self.stride, self.padding) = (kernel, stride ?? kernel, padding)
        (self.ceilMode, self.countIncludesPadding) = (ceilMode, countIncludesPadding)
    }

    public func forward(_ x: Tensor) -> Tensor {
        x.averagePooled(
            kernel, stride: stride, padding: padding, ceilMode: ceilMode, countIncludesPadding: countIncludesPadding)
    }
}

/// The mean in each of `size` windows, whatever the image's size: x [n, c, h, w] → y [n, c, size].
/// (PyTorch's `AdaptiveAvgPool2d`.)
public final class AdaptiveAveragePool2d: Module, Layer {
    public let size: Size2D

    public init(_ size: Size2D) { self.size = size }

    public func forward(_ x: Tensor) -> Tensor { x.adaptiveAveragePooled(size) }
}

/// The largest number in each of `size` windows, whatever the image's size: x [n, c, h, w] → y [n, c, size].
public final class AdaptiveMaxPool2d: Module, Layer {
    public let size: Size2D

    public init(_ size: Size2D) { self.size = size }

    public func forward(_ x: Tensor) -> Tensor { x.adaptiveMaxPooled(size) }
}
