// Exercise 4.14 · A step on the roller coaster, by hand
// Section 4.8, question 4.23: Chapters/04-DigitClassifier/08-RollerCoaster.swift

import Practice
import Tensors

/// The mean of the squared differences, as a tensor of one number. (The book's `mse`.)
public func mse(_ predictions: Tensor, _ targets: Tensor) throws -> Tensor {
    throw Unanswered("4.14")
}

/// One step of gradient descent for the curve a·t² + b·t + c, with the loss `mse`: returns the parameters [a, b, c]
/// after the step, and the loss before it. (The book's `apply_step`.) Work the gradient out with pen and paper: three
/// slopes, without `backward`.
/// time [n], speed [n], parameters [3]. From [0, 0, 0], with time [1, 2], speed [3, 3] and the rate 0.1: loss 9, and
/// then the parameters [1.5, 0.9, 0.6].
public func applyStep(
    _ parameters: Tensor, _ time: Tensor, _ speed: Tensor, learningRate: Float
) throws -> (parameters: Tensor, loss: Float) {
    throw Unanswered("4.14")
}
