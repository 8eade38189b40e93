// Exercise 19.13 · Momentum that looks ahead
// Section 19.9, further research 4: Chapters/19-LearnerFromScratch/09-Momentum.swift

import Practice
import Tensors

/// SGD with Nesterov's momentum (1983), with weight decay: where the weights are after each step.
///
/// The velocity begins with 0 and becomes v = momentum · v + g, as on the page, g being the gradient with decay · p
/// added. But the step takes the *next* velocity into account, as far as it is known: p −= rate · (g + momentum · v),
/// with the v that has just been computed.
///
/// `gradient` gives the gradient at a place. It is asked once before every step, and `steps` may be 0.
public func nesterovPath(
    from start: Tensor, steps: Int, learningRate: Float, momentum: Float, decay: Float,
    gradient: (_ place: Tensor) -> Tensor
) throws -> [Tensor] {
    throw Unanswered("19.13")
}
