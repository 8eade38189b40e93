// What the checks of optimizers have in common.

import Layers
import Practice
import Tensors
import Training

/// Weights after each of these gradients, by an optimizer of the engine.
func weights(
    of optimizer: (Parameter) -> any Optimizer, from start: Tensor, gradients: [Tensor]
) -> [Tensor] {
    let parameter = Parameter(start)
    let optimizer = optimizer(parameter)
    return gradients.map { gradient in
        parameter.grad = gradient
        optimizer.step()
        return parameter.value.detached()
    }
}

/// Random gradients of one shape, every other one a tenth as large, and all 0 in the fourth.
func someGradients(_ shape: [Int], _ count: Int, using random: inout SplitMix64) -> [Tensor] {
    (0..<count).map { step in
        Tensor.randn(shape, using: &random) * (step == 3 ? 0 : step.isMultiple(of: 2) ? 1 : 0.1)
    }
}

/// What is stored, under a short name.
func remembered(_ stored: [String: Tensor], after steps: Int) -> Named<[String: Tensor]> {
    Named(steps == 0 ? "[:]" : "what step \(steps) has returned", stored)
}
