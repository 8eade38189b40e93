// # Convolutional layers: filters that are learned

import Tensors

/// y = x ∗ w + b: every filter looks at every place of the image.
///
/// x [n, channels, h, w] → y [n, filters, (h + 2 padding - dilation (kernel - 1) - 1) / stride + 1, …].
/// Weight and bias start uniform in ±1/√(fan in), PyTorch's default.
public final class Conv2d: Module, Layer {
    /// [filters, channels / groups, kernel height, kernel width]
    public let weight: Parameter
    /// [filters]; nil for a layer without bias
    public let bias: Parameter?
    public let stride: Size2D
    public let padding: Size2D
    public let dilation: Size2D
    public let groups: Int

    /// - Parameters:
    ///   - channels: of the input.
    ///   - filters: channels of the output.
    ///   - kernel: its height and width.
    ///   - stride: how far it moves from one place to the next.
    ///   - padding: zeros around the image.
    ///   - dilation: how far apart its taps are.
    ///   - groups: shares of the channels, each with its own filters.
    ///   - bias: false leaves out b.
    ///   - random: where the initial values come from.
    public init(
        _ channels: Int, _ filters: Int, kernel: Size2D, stride: Size2D = 1, padding: Size2D = 0, dilation: Size2D = 1,
        groups: Int = 1, bias: Bool = true, using random: inout some RandomNumberGenerator
    ) {
        let shape = kernelShape("Conv2d", filters, channels, groups, [kernel.height, kernel.width])
        weight = Parameter(Initialization.fanIn.draw(shape, using: &random))
        self.bias = bias ? Parameter(fanInBias(weight, filters, using: &random)) : nil
        (self.stride, self.padding, self.dilation, self.groups) = (stride, padding, dilation, groups)
    }

    public func forward(_ x: Tensor) -> Tensor {
        x.conv2d(
            weight.value, bias: bias?.value, stride: stride, padding: padding, dilation: dilation, groups: groups)
    }
}

/// y = x ∗ w + b along one axis.
///
/// x [n, channels, length] → y [n, filters, (length + 2 padding - dilation (kernel - 1) - 1) / stride + 1]
public final class Conv1d: Module, Layer {
    /// [filters, channels / groups, kernel]
    public let weight: Parameter
    /// [filters]; nil for a layer without bias
    public let bias: Parameter?
    public let stride: Int
    public let padding: Int
    public let dilation: Int
    public let groups: Int

    /// The parameters are those of ``Conv2d``.
    public init(
        _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
        groups: Int = 1, bias: Bool = true, using random: inout some RandomNumberGenerator
    ) {
        let shape = kernelShape("Conv1d", filters, channels, groups, [kernel])
        weight = Parameter(Initialization.fanIn.draw(shape, using: &random))
        self.bias = bias ? Parameter(fanInBias(weight, filters, using: &random)) : nil
        (self.stride, self.padding, self.dilation, self.groups) = (stride, padding, dilation, groups)
    }

    public func forward(_ x: Tensor) -> Tensor {
        x.conv1d(
            weight.value, bias: bias?.value, stride: stride, padding: padding, dilation: dilation, groups: groups)
    }
}

/// The transposed convolution: with a stride it makes images larger.
///
/// x [n, channels, h, w] → y [n, filters, (h - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1, …]
public final class ConvTranspose2d: Module, Layer {
    /// [channels, filters / groups, kernel height, kernel width]
    public let weight: Parameter
    /// [filters]; nil for a layer without bias
    public let bias: Parameter?
    public let stride: Size2D
    public let padding: Size2D
    public let outputPadding: Size2D
    public let dilation: Size2D
    public let groups: Int

    /// The parameters are those of ``Conv2d``, and
    /// - Parameter outputPadding: extra pixels at the end of each axis.
    public init(
        _ channels: Int, _ filters: Int, kernel: Size2D, stride: Size2D = 1, padding: Size2D = 0,
        outputPadding: Size2D = 0, dilation: Size2D = 1, groups: Int = 1, bias: Bool = true,
        using random: inout some RandomNumberGenerator
    ) {
        let shape = kernelShape("ConvTranspose2d", channels, filters, groups, [kernel.height, kernel.width])
        weight = Parameter(Initialization.fanIn.draw(shape, using: &random))
        self.bias = bias ? Parameter(fanInBias(weight, filters, using: &random)) : nil
        (self.stride, self.padding, self.outputPadding) = (stride, padding, outputPadding)
        (self.dilation, self.groups) = (dilation, groups)
    }

    public func forward(_ x: Tensor) -> Tensor {
        x.convTranspose2d(
            weight.value, bias: bias?.value, stride: stride, padding: padding, outputPadding: outputPadding,
            dilation: dilation, groups: groups)
    }
}

/// [outputs, inputs / groups, kernel …]
private func kernelShape(_ layer: String, _ outputs: Int, _ inputs: Int, _ groups: Int, _ kernel: [Int]) -> [Int] {
    require(
        groups > 0 && inputs > 0 && outputs > 0 && inputs % groups == 0 && outputs % groups == 0,
        "\(layer) of \(inputs) and \(outputs) channels", "they cannot be divided into \(groups) groups")
    require(
        kernel.allSatisfy { $0 > 0 }, "\(layer) with a kernel \(kernel)", "a kernel has at least one tap")
    return [outputs, inputs / groups] + kernel
}

/// Uniform in ±1/√(fan in) of the weight.
private func fanInBias(_ weight: Parameter, _ count: Int, using random: inout some RandomNumberGenerator) -> Tensor {
    let bound = 1 / Float(weight.shape.dropFirst().reduce(1, *)).squareRoot()
    return .rand([count], low: -bound, high: bound, using: &random)
}
