// # Convolution: one small kernel, everywhere in the image
//
// A kernel slides over the image; wherever it stops, it multiplies what lies under it and adds up:
//
//     image 1 2 3     kernel 1 0     output  1·1 + 2·0 + 4·0 + 5·1   2·1 + 3·0 + 5·0 + 6·1
//           4 5 6            0 1             4·1 + 5·0 + 7·0 + 8·1   5·1 + 6·0 + 8·0 + 9·1
//           7 8 9
//
// An image has channels, and so has every kernel: a filter sums over all of them, and makes one channel
// of the output. How far the kernel moves is the *stride*; *padding* is a margin of zeros around the
// image; *dilation* pulls the kernel's taps apart; with *groups*, a filter looks only at its group's channels.
//
// The definition, in plain loops, is in Kernels/Convolution/Convolution.swift; how it is made fast, in the files
// beside that one.

import Kernels

extension Tensor {
    /// y = x ∗ w + b   ⇒   dx = dy through the turned kernel, dw = Σ dy · patch, db = Σ dy
    ///
    /// x [n, channels, h, w] · weight [filters, channels / groups, kh, kw] · bias [filters]
    /// → [n, filters, (h + 2 padding - dilation (kh - 1) - 1) / stride + 1, …]
    public func conv2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Size2D = 0, dilation: Size2D = 1,
        groups: Int = 1
    ) -> Tensor {
        let operation = "conv2d \(shape), weight \(weight.shape)"
        requireImages(operation, weight, bias, filters: weight.shape.first ?? 0)
        requireGroups(operation, channels: shape[1], filters: weight.shape[0], kernel: weight.shape[1], groups)
        let settings = ConvolutionSettings(stride, padding, dilation, groups)
        settings.require(operation)
        let sizes = settings.shape(input: shape, filters: weight.shape[0], kernel: weight.shape)
        require(
            sizes.output.height > 0 && sizes.output.width > 0, operation,
            "the kernel does not fit into the image", try: "padding, a larger image or a smaller kernel")
        let (x, w) = (array.contiguous(), weight.array.contiguous())
        let y = NDArray<Float>(uninitialized: [shape[0], weight.shape[0], sizes.output.height, sizes.output.width])
        let b = bias?.array.contiguous()
        withExtendedLifetime((x, w, b)) {
            convolve(sizes, y.storage.base, x.base, weights: w.base, bias: b?.base)
        }
        let needs = (x: requiresGrad, w: weight.requiresGrad, b: bias?.requiresGrad == true)
        return Tensor(array: y).recorded("conv2d", [self, weight] + (bias.map { [$0] } ?? [])) { dy in
            let dy = dy.array.contiguous()
            return [
                needs.x ? inputGradient(sizes, dy, w) : nil, needs.w ? weightGradient(sizes, x, dy, w.shape) : nil,
                needs.b ? Tensor(array: dy).sum(axes: 0, 2, 3) : nil,
            ]
        }
    }

    /// The transposed convolution: every input pixel lays a kernel, times its value, over the output.
    ///
    /// It is what takes a gradient back through a convolution, used forward: strides make images larger.
    /// x [n, channels, h, w] · weight [channels, filters / groups, kh, kw] · bias [filters]
    /// → [n, filters, (h - 1) stride - 2 padding + dilation (kh - 1) + outputPadding + 1, …]
    /// - Parameter outputPadding: more pixels at the end, since several sizes shrink to the same one.
    public func convTranspose2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Size2D = 0, outputPadding: Size2D = 0,
        dilation: Size2D = 1, groups: Int = 1
    ) -> Tensor {
        let operation = "convTranspose2d \(shape), weight \(weight.shape)"
        let filters = weight.rank == 4 ? weight.shape[1] * Swift.max(groups, 1) : 0
        requireImages(operation, weight, bias, filters: filters)
        let settings = ConvolutionSettings(stride, padding, dilation, groups)
        settings.require(operation)
        require(
            weight.shape[0] == shape[1] && groups <= shape[1] && shape[1] % groups == 0, operation,
            "the weight expects \(weight.shape[0]) channels in \(groups) groups",
            try: "an input [n, \(weight.shape[0]), h, w]")
        let sizes = settings.transposedShape(input: shape, kernel: weight.shape, outputPadding)
        require(
            sizes.input.height > 0 && sizes.input.width > 0, operation, "the output has no pixels",
            try: "less padding")
        require(
            outputPadding.height < Swift.max(stride.height, dilation.height) && outputPadding.height >= 0
                && outputPadding.width < Swift.max(stride.width, dilation.width) && outputPadding.width >= 0,
            operation, "outputPadding \(outputPadding) reaches beyond the last step",
            try: "less than stride or dilation")
        let (x, w) = (array.contiguous(), weight.array.contiguous())
        let y = NDArray<Float>(uninitialized: [shape[0], filters, sizes.input.height, sizes.input.width])
        let b = bias?.array.contiguous()
        withExtendedLifetime((x, w, b)) {
            convolveTransposed(sizes, y.storage.base, x.base, weights: w.base, bias: b?.base)
        }
        let needs = (x: requiresGrad, w: weight.requiresGrad, b: bias?.requiresGrad == true)
        return Tensor(array: y).recorded("convTranspose2d", [self, weight] + (bias.map { [$0] } ?? [])) { dy in
            let dy = dy.array.contiguous()
            return [
                needs.x ? forward(sizes, dy, w) : nil, needs.w ? weightGradient(sizes, dy, x, w.shape) : nil,
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

// MARK: What is allowed

extension Tensor {
    private func requireImages(_ operation: String, _ weight: Tensor, _ bias: Tensor?, filters: Int) {
        require(
            rank == 4 && weight.rank == 4, operation,
            "it works on images [n, channels, h, w] with a weight of four axes",
            try: rank == 3 ? "unsqueezed(0) for a single image" : nil)
        require(
            weight.shape.allSatisfy { $0 > 0 }, operation,
            "a kernel has at least one tap, and there is at least one filter and one channel")
        require(bias == nil || bias!.shape == [filters], operation, "its bias is \(bias!.shape), not [\(filters)]")
    }

    private func requireGroups(_ operation: String, channels: Int, filters: Int, kernel: Int, _ groups: Int) {
        require(
            groups > 0 && channels % groups == 0 && filters % groups == 0, operation,
            "\(channels) channels and \(filters) filters cannot be divided into \(groups) groups")
        require(
            kernel * groups == channels, operation,
            "the image has \(channels) channels, the weight expects \(kernel * groups)",
            try: "an input [n, \(kernel * groups), h, w]")
    }
}

/// Stride, padding, dilation and groups of a convolution.
private struct ConvolutionSettings {
    let stride: Size2D
    let padding: Size2D
    let dilation: Size2D
    let groups: Int

    init(_ stride: Size2D, _ padding: Size2D, _ dilation: Size2D, _ groups: Int) {
        (self.stride, self.padding, self.dilation, self.groups) = (stride, padding, dilation, groups)
    }

    @inline(__always) func require(_ operation: String) {
        Tensors.require(
            stride.height > 0 && stride.width > 0 && dilation.height > 0 && dilation.width > 0 && groups > 0, operation,
            "stride \(stride), dilation \(dilation) and groups \(groups) must be at least 1")
        Tensors.require(
            padding.height >= 0 && padding.width >= 0, operation, "padding \(padding) must be at least 0")
    }

    func shape(input: [Int], filters: Int, kernel: [Int]) -> ConvolutionShape {
        func length(_ input: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int) -> Int {
            let room = input + 2 * padding - dilation * (kernel - 1) - 1
            return room < 0 ? 0 : room / stride + 1
        }
        return make(
            images: input[0], channels: input[1], filters: filters, input: Size2D(input[2], input[3]),
            output: Size2D(
                length(input[2], kernel[2], stride.height, padding.height, dilation.height),
                length(input[3], kernel[3], stride.width, padding.width, dilation.width)), kernel: kernel)
    }

    /// The convolution that would lead back: from the output of the transposed one to its input.
    func transposedShape(input: [Int], kernel: [Int], _ outputPadding: Size2D) -> ConvolutionShape {
        func length(_ input: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ extra: Int) -> Int {
            (input - 1) * stride - 2 * padding + dilation * (kernel - 1) + extra + 1
        }
        let height = length(
            input[2], kernel[2], stride.height, padding.height, dilation.height, outputPadding.height)
        let width = length(input[3], kernel[3], stride.width, padding.width, dilation.width, outputPadding.width)
        return make(
            images: input[0], channels: kernel[1] * groups, filters: input[1], input: Size2D(height, width),
            output: Size2D(input[2], input[3]), kernel: kernel)
    }

    private func make(
        images: Int, channels: Int, filters: Int, input: Size2D, output: Size2D, kernel: [Int]
    ) -> ConvolutionShape {
        ConvolutionShape(
            images: images, channels: channels, filters: filters, groups: groups, input: input, output: output,
            kernel: Size2D(kernel[2], kernel[3]), stride: stride, padding: padding, dilation: dilation)
    }
}

// MARK: Through the kernels

private func forward(_ sizes: ConvolutionShape, _ x: NDArray<Float>, _ w: NDArray<Float>) -> Tensor {
    let y = NDArray<Float>(uninitialized: [sizes.images, sizes.filters, sizes.output.height, sizes.output.width])
    convolve(sizes, y.storage.base, x.base, weights: w.base)
    return Tensor(array: y)
}

private func inputGradient(_ sizes: ConvolutionShape, _ dy: NDArray<Float>, _ w: NDArray<Float>) -> Tensor {
    let dx = NDArray<Float>(uninitialized: [sizes.images, sizes.channels, sizes.input.height, sizes.input.width])
    convolveTransposed(sizes, dx.storage.base, dy.base, weights: w.base)
    return Tensor(array: dx)
}

private func weightGradient(
    _ sizes: ConvolutionShape, _ x: NDArray<Float>, _ dy: NDArray<Float>, _ shape: [Int]
) -> Tensor {
    let dw = NDArray<Float>(uninitialized: shape)
    convolutionWeightGradient(sizes, dw.storage.base, x.base, dy.base)
    return Tensor(array: dw)
}
