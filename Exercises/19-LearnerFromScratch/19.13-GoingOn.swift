// Exercise 19.13 · As if it had never stopped
// Section 19.9, further research 4: Chapters/19-LearnerFromScratch/09-Momentum.swift

import Practice
import Tensors

/// Goes on with a training by SGD with momentum that was broken off. The velocity is lost. What is left are the weights
/// as they were at the end, `place`, and one step earlier, `before`, and the learning rate of that step, `lastRate`.
///
/// The optimizer is that of the page: v = momentum · v + g + decay · p, and then p −= rate · v, with the gradient g at
/// p. The steps to come have the learning rates `rates`. Return the weights after each of them: the same (but for
/// rounding) as if the training had never stopped. `lastRate` is above 0, and `rates` may be empty.
///
/// `gradient` gives the gradient at a place. It is asked once for each new step.
public func goingOn(
    from place: Tensor, before: Tensor, lastRate: Float, rates: [Float], momentum: Float, decay: Float,
    gradient: (_ place: Tensor) -> Tensor
) throws -> [Tensor] {
    throw Unanswered("19.13")
}
