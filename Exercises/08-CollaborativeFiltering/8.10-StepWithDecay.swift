// Exercise 8.10 · A step with decay
// Section 8.4, question 8.21: Chapters/08-CollaborativeFiltering/04e-WeightDecay.swift

import Practice

/// One step of plain gradient descent with weight decay: the new weights.
///
/// If `isDecoupled` is false, the loss has the price decay · Σ p², so the step goes along the gradient of the whole. If
/// it is true, each weight is first made smaller by rate · decay of itself, and then goes along `gradient` alone.
///
/// The last `spared` weights are biases. They take the step, but do not decay.
public func stepWithDecay(
    _ weights: [Double], gradient: [Double], rate: Double, decay: Double, isDecoupled: Bool, spared: Int
) throws -> [Double] {
    throw Unanswered("8.10")
}
