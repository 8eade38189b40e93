// # The linear layer: one of the two equations of every neural net

import Tensors

/// y = x · wᵀ + b
///
/// x [..., in] → y [..., out]. Weight and bias start uniform in ±1/√in, PyTorch's default.
/// An input whose last axis is not `in` stops the program.
public final class Linear: Module, Layer {
    /// [out, in]
    public let weight: Parameter
    /// [out]; nil for a layer without bias
    public let bias: Parameter?

    /// - Parameters:
    ///   - inputs: numbers per item that go in.
    ///   - outputs: numbers per item that come out.
    ///   - bias: false leaves out b.
    ///   - random: where the initial values come from.
    public init(_ inputs: Int, _ outputs: Int, bias: Bool = true, using random: inout some RandomNumberGenerator) {
        let bound = 1 / Float(max(inputs, 1)).squareRoot()
        weight = Parameter(.rand(outputs, inputs, low: -bound, high: bound, using: &random))
        self.bias = bias ? Parameter(.rand(outputs, low: -bound, high: bound, using: &random)) : nil
    }

    /// A layer that shares its weight with another, as a language model's output does with its embedding: words
    /// with the same meaning get the same score. Both layers change it, and it is listed once.
    ///
    /// - Parameter weight: the other's, [out, in].
    public init(tiedTo weight: Parameter, bias: Bool = true, using random: inout some RandomNumberGenerator) {
        require(weight.shape.count == 2, "Linear tied to \(weight.shape)", "a weight has two axes", try: "[out, in]")
        let bound = 1 / Float(max(weight.shape[1], 1)).squareRoot()
        self.weight = weight
        self.bias = bias ? Parameter(.rand(weight.shape[0], low: -bound, high: bound, using: &random)) : nil
    }

    public func forward(_ x: Tensor) -> Tensor { x.linear(weight.value, bias?.value) }
}
