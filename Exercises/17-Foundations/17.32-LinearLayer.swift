// Exercise 17.32 · A linear layer from scratch
// Section 17.11, question 17.39: Chapters/17-Foundations/11d-ParametersAndModules.swift

import Layers
import Practice
import Tensors

/// Makes a linear layer, a class of your own (not the engine's `Linear`): y = x · wᵀ + b.
///
/// x [..., in] → [..., out]: the input may have any number of axes before the last. The parameters, in this order, are
/// the weight [out, in], normal with a standard deviation of √(2/in), and the bias [out], zeros. Without a bias, the
/// weight is the only one.
public func linearLayer(
    _ inputs: Int, _ outputs: Int, bias: Bool, using random: inout SplitMix64
) throws -> any Layer<Tensor, Tensor> {
    throw Unanswered("17.32")
}
