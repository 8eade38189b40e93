// Nudge: A linear layer multiplies the mean square by inputs · scale². By what does the activation multiply it?
// Idea: Call that factor m. It is the mean square of what the activation makes of normal numbers, divided by the mean
//   square of these numbers: ½ for a ReLU. Both factors together must be 1.
// Almost: inputs · scale² · m = 1. Solve it for scale. Divide as floats, so that m = 0 gives infinity by itself.

import Tensors

public func weightScale(
    inputs: Int, normal: Tensor, activation: (Tensor) -> Tensor
) throws -> Float {
    // For a ReLU this is ½, and the scale Kaiming's; for a leaky ReLU with slope a it is (1 + a²)/2.
    let kept = activation(normal).squared().mean().item / normal.squared().mean().item
    return 1 / (Float(inputs) * kept).squareRoot()
}
