// # Pooling: a smaller image of the largest, or of the mean, in each window
//
//     x.maxPooled(2)                                  [n, c, 28, 28] → [n, c, 14, 14]
//     x.maxPooled(3, stride: 2, padding: 1)           windows that overlap
//     x.maxPooled([1, 2])                             along the last axis only: [n, c, l] → [n, c, l / 2]
//     x.adaptiveAveragePooled(1)                      whatever the size: [n, c, h, w] → [n, c, 1, 1]
//
// Pooling is over the last two axes of any tensor.

import Kernels

extension Tensor {
    /// y = the largest number in each window   ⇒   dy goes to where it was found first
    ///
    /// x [..., h, w] → y [..., h', w'],  h' = ⌊(h + 2 padding - kernel) / stride⌋ + 1
    ///
    /// - Parameters:
    ///   - stride: from window to window; the kernel's size if not given.
    ///   - padding: rows and columns of -∞ around the image.
    ///   - ceilMode: also use what is left at the end, in a window that is not full.
    public func maxPooled(
        _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false
    ) -> Tensor {
        let sliding = Sliding(kernel: kernel, stride: stride ?? kernel, padding: padding, ceilMode: ceilMode)
        return largest(of: sliding.pooling(shape, "maxPooled"))
    }

    /// y = the mean of each window   ⇒   dx = dy / size, summed over the windows that cover x
    ///
    /// x [..., h, w] → y [..., h', w'],  h' = ⌊(h + 2 padding - kernel) / stride⌋ + 1
    ///
    /// - Parameters:
    ///   - stride: from window to window; the kernel's size if not given.
    ///   - padding: rows and columns of zeros around the image.
    ///   - ceilMode: also use what is left at the end, in a window that is not full.
    ///   - countIncludesPadding: whether these zeros are among the numbers averaged.
    public func averagePooled(
        _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false,
        countIncludesPadding: Bool = true
    ) -> Tensor {
        let sliding = Sliding(
            kernel: kernel, stride: stride ?? kernel, padding: padding, ceilMode: ceilMode,
            countsPadding: countIncludesPadding)
        return average(of: sliding.pooling(shape, "averagePooled"))
    }

    /// The mean in each of `size` windows of nearly the same size.
    ///
    /// x [..., h, w] → y [..., size.height, size.width]
    public func adaptiveAveragePooled(_ size: Size2D) -> Tensor {
        let pooling = adaptivePooling(shape, to: size, "adaptiveAveragePooled")
        return size == 1 ? mean(axes: -2, -1, keepingAxes: true) : average(of: pooling)
    }

    /// The largest number in each of `size` windows of nearly the same size.
    ///
    /// x [..., h, w] → y [..., size.height, size.width]
    public func adaptiveMaxPooled(_ size: Size2D) -> Tensor {
        largest(of: adaptivePooling(shape, to: size, "adaptiveMaxPooled"))
    }

    private func largest(of pooling: Pooling) -> Tensor {
        let dense = array.contiguous()
        let result = Array(shape.dropLast(2)) + pooling.size
        let y = NDArray<Float>(uninitialized: result)
        guard requiresGrad && Autograd.isRecording else {
            pooling.largest(y.memory.base, dense.base)
            return Tensor(array: y)
        }
        let places = NDArray<Int32>(uninitialized: result)
        pooling.largest(y.memory.base, places: places.memory.base, dense.base)
        return Tensor(array: y).recorded("maxPooled", self) { [shape] dy in
            let (dx, dy) = (NDArray<Float>(uninitialized: shape), dy.array.contiguous())
            pooling.largestBackward(dx.memory.base, dy.base, places: places.base)
            return Tensor(array: dx)
        }
    }

    private func average(of pooling: Pooling) -> Tensor {
        let dense = array.contiguous()
        let y = NDArray<Float>(uninitialized: Array(shape.dropLast(2)) + pooling.size)
        pooling.average(y.memory.base, dense.base)
        return Tensor(array: y).recorded("averagePooled", self) { [shape] dy in
            let (dx, dy) = (NDArray<Float>(uninitialized: shape), dy.array.contiguous())
            pooling.averageBackward(dx.memory.base, dy.base)
            return Tensor(array: dx)
        }
    }
}
