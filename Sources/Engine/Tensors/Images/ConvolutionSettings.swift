// The settings of a convolution, and the size of its result.

import Kernels

extension Tensor {
    /// The sizes in a convolution of these images. Stops the program if they do not fit.
    func convolution(_ weight: Tensor, _ bias: Tensor?, _ settings: ConvolutionSettings) -> ConvolutionShape {
        let operation = "conv2d \(shape), weight \(weight.shape)"
        requireImages(operation, weight, bias, filters: weight.shape.first ?? 0)
        requireGroups(
            operation, channels: shape[1], filters: weight.shape[0], kernel: weight.shape[1], settings.groups)
        settings.require(operation)
        let sizes = settings.shape(input: shape, filters: weight.shape[0], kernel: weight.shape)
        require(
            sizes.output.height > 0 && sizes.output.width > 0, operation,
            "the kernel does not fit into the image", try: "padding, a larger image or a smaller kernel")
        return sizes
    }

    /// The sizes in a transposed convolution of these images: those of the convolution that leads back. Stops the
    /// program if they do not fit.
    func transposedConvolution(
        _ weight: Tensor, _ bias: Tensor?, _ settings: ConvolutionSettings, _ outputPadding: Size2D
    ) -> ConvolutionShape {
        let operation = "convTranspose2d \(shape), weight \(weight.shape)"
        let filters = weight.rank == 4 ? weight.shape[1] * Swift.max(settings.groups, 1) : 0
        requireImages(operation, weight, bias, filters: filters)
        settings.require(operation)
        require(
            weight.shape[0] == shape[1] && settings.groups <= shape[1] && shape[1] % settings.groups == 0, operation,
            "the weight expects \(weight.shape[0]) channels in \(settings.groups) groups",
            try: "an input [n, \(weight.shape[0]), h, w]")
        let sizes = settings.transposedShape(input: shape, kernel: weight.shape, outputPadding)
        require(
            sizes.input.height > 0 && sizes.input.width > 0, operation, "the output has no pixels",
            try: "less padding")
        let (stride, dilation) = (settings.stride, settings.dilation)
        require(
            outputPadding.height < Swift.max(stride.height, dilation.height) && outputPadding.height >= 0
                && outputPadding.width < Swift.max(stride.width, dilation.width) && outputPadding.width >= 0,
            operation, "outputPadding \(outputPadding) reaches beyond the last step",
            try: "less than stride or dilation")
        return sizes
    }

    private func requireImages(_ operation: String, _ weight: Tensor, _ bias: Tensor?, filters: Int) {
        require(
            rank == 4 && weight.rank == 4, operation,
            "it works on images [n, channels, h, w] with a weight of four axes",
            try: rank == 3 ? "unsqueezed(0) for a single image" : nil)
        require(
            weight.shape.allSatisfy { $0 > 0 }, operation,
            "there must be at least one tap, one filter and one channel")
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
struct ConvolutionSettings {
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
        Tensors.require(
            [stride, padding, dilation].allSatisfy { Swift.max($0.height, $0.width) <= longestSide }, operation,
            "stride \(stride), padding \(padding) and dilation \(dilation) must be at most \(longestSide)")
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
