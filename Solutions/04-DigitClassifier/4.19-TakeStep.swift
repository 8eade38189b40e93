// Exercise 4.19 · One step of the optimizer
// Section 4.13, questions 23 and 31: Chapters/04-DigitClassifier/13-TrainingLoop.swift
//
// Nudge: A step has two halves. The second is the one that everybody forgets once.
// Idea: Go through `parameters.indices`, and change `parameters[k]` in place by its `grad`. A change is not part of the
//   model, so it must not be recorded: `noGrad { … }`.
// Almost: `noGrad { parameters[k] -= gradient * learningRate }`, then `parameters[k].grad = nil`. The gradient is an
//   optional; where it is nil, the loss did not depend on this parameter, and there is nothing to do.

import Tensors

/// Moves every parameter against its gradient, by `learningRate` times the gradient, and clears the gradient.
/// A parameter stays tracked, so that it can learn again. One without a gradient stays as it is.
/// A parameter [1, 2] with the gradient [10, −10] at a rate of 0.1 → [0, 3].
public func takeStep(_ parameters: inout [Tensor], learningRate: Float) throws {
    for k in parameters.indices {
        guard let gradient = parameters[k].grad else { continue }
        noGrad { parameters[k] -= gradient * learningRate }
        // `backward` adds to what is there. Left in place, this gradient would be followed again in the next step.
        parameters[k].grad = nil
    }
}
