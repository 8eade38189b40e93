// # Convolution: one small kernel, everywhere in the image
//
// A kernel slides over the image; wherever it stops, it multiplies the pixels under it by its weights and adds up:
//
//     image 1 2 3     kernel 1 0     output  1·1 + 2·0 + 4·0 + 5·1   2·1 + 3·0 + 5·0 + 6·1
//           4 5 6            0 1             4·1 + 5·0 + 7·0 + 8·1   5·1 + 6·0 + 8·0 + 9·1
//           7 8 9
//
// An image has channels, and so does every kernel: a filter sums over all of them, and makes one channel
// of the output. How far the kernel moves is the *stride*; *padding* is a margin of zeros around the
// image; *dilation* pulls the kernel's taps apart; with *groups*, a filter looks only at its group's channels.
//
// The definition, in plain loops, is in Kernels/Convolution/Convolution.swift; the fast versions are in the files
// beside it.

import Kernels

extension Tensor {
    /// y = x ∗ w + b   ⇒   dx = dy through the rotated kernel, dw = Σ dy · patch, db = Σ dy
    ///
    /// x [n, channels, h, w] · weight [filters, channels / groups, kh, kw] · bias [filters]
    /// → [n, filters, (h + 2 padding - dilation (kh - 1) - 1) / stride + 1, …]
    public func conv2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Size2D = 0, dilation: Size2D = 1,
        groups: Int = 1
    ) -> Tensor {
        let sizes = convolution(weight, bias, ConvolutionSettings(stride, padding, dilation, groups))
        let (x, w) = (array.contiguous(), weight.array.contiguous())
        let needs = (x: requiresGrad, w: weight.requiresGrad, b: bias?.requiresGrad == true)
        let y = output(sizes, x, w, bias?.array.contiguous())
        return y.recorded("conv2d", [self, weight] + (bias.map { [$0] } ?? [])) { dy in
            let dy = dy.array.contiguous()
            return [
                needs.x ? inputGradient(sizes, dy, w) : nil, needs.w ? weightGradient(sizes, x, dy, w.shape) : nil,
                needs.b ? Tensor(array: dy).sum(axes: 0, 2, 3) : nil,
            ]
        }
    }

    /// The transposed convolution: every input pixel lays a kernel, times its value, over the output.
    ///
    /// This is what carries a gradient back through a convolution, here used forward: strides make images larger.
    /// x [n, channels, h, w] · weight [channels, filters / groups, kh, kw] · bias [filters]
    /// → [n, filters, (h - 1) stride - 2 padding + dilation (kh - 1) + outputPadding + 1, …]
    /// - Parameter outputPadding: extra pixels at the end, since several sizes shrink to the same one.
    public func convTranspose2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Size2D = 0, outputPadding: Size2D = 0,
        dilation: Size2D = 1, groups: Int = 1
    ) -> Tensor {
        let settings = ConvolutionSettings(stride, padding, dilation, groups)
        let sizes = transposedConvolution(weight, bias, settings, outputPadding)
        let (x, w) = (array.contiguous(), weight.array.contiguous())
        let needs = (x: requiresGrad, w: weight.requiresGrad, b: bias?.requiresGrad == true)
        let y = inputGradient(sizes, x, w, bias?.array.contiguous())
        return y.recorded("convTranspose2d", [self, weight] + (bias.map { [$0] } ?? [])) { dy in
            let dy = dy.array.contiguous()
            return [
                needs.x ? output(sizes, dy, w) : nil, needs.w ? weightGradient(sizes, dy, x, w.shape) : nil,
                needs.b ? Tensor(array: dy).sum(axes: 0, 2, 3) : nil,
            ]
        }
    }

    /// The same along one axis: x [n, channels, length] · weight [filters, channels / groups, size] · bias [filters]
    /// → [n, filters, (length + 2 padding - dilation (size - 1) - 1) / stride + 1]
    public func conv1d(
        _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1
    ) -> Tensor {
        require(
            rank == 3 && weight.rank == 3, "conv1d \(shape), weight \(weight.shape)",
            "it works on [n, channels, length] with a weight [filters, channels, size]")
        return unsqueezed(2).conv2d(
            weight.unsqueezed(2), bias: bias, stride: [1, stride], padding: [0, padding], dilation: [1, dilation],
            groups: groups
        ).squeezed(2)
    }
}

extension Tensor {
    /// Whether operations are recorded here: not inside of ``noGrad(_:)``.
    package static var isRecording: Bool { Autograd.isRecording }

    /// A convolution that has no gradient, its results kept in bounds. Parameters and shapes are those of `conv2d`.
    package func unrecordedConvolution(
        _ weight: Tensor, bias: Tensor?, stride: Size2D, padding: Size2D, dilation: Size2D, groups: Int,
        within bounds: ClosedRange<Float>?
    ) -> Tensor {
        let sizes = convolution(weight, bias, ConvolutionSettings(stride, padding, dilation, groups))
        return output(
            sizes, array.contiguous(), weight.array.contiguous(), bias?.array.contiguous(), within: bounds)
    }
}

// MARK: Through the kernels

private func output(
    _ sizes: ConvolutionShape, _ x: NDArray<Float>, _ w: NDArray<Float>, _ b: NDArray<Float>? = nil,
    within bounds: ClosedRange<Float>? = nil
) -> Tensor {
    let y = NDArray<Float>(uninitialized: [sizes.images, sizes.filters, sizes.output.height, sizes.output.width])
    withExtendedLifetime((x, w, b)) {
        convolve(sizes, y.memory.base, x.base, weights: w.base, bias: b?.base, within: bounds)
    }
    return Tensor(array: y)
}

/// The transposed convolution, from what has the shape of the output to what has the shape of the input.
private func inputGradient(
    _ sizes: ConvolutionShape, _ dy: NDArray<Float>, _ w: NDArray<Float>, _ b: NDArray<Float>? = nil
) -> Tensor {
    let dx = NDArray<Float>(uninitialized: [sizes.images, sizes.channels, sizes.input.height, sizes.input.width])
    withExtendedLifetime((dy, w, b)) {
        convolveTransposed(sizes, dx.memory.base, dy.base, weights: w.base, bias: b?.base)
    }
    return Tensor(array: dx)
}

private func weightGradient(
    _ sizes: ConvolutionShape, _ x: NDArray<Float>, _ dy: NDArray<Float>, _ shape: [Int]
) -> Tensor {
    let dw = NDArray<Float>(uninitialized: shape)
    withExtendedLifetime((x, dy)) { convolutionWeightGradient(sizes, dw.memory.base, x.base, dy.base) }
    return Tensor(array: dw)
}
