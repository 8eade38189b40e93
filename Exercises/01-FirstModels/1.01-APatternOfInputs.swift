// Exercise 1.1 · A pattern of inputs
// Section 1.2: Chapters/01-FirstModels/02-Neurons.swift

import Practice

/// A neuron that recognizes a pattern.
///
/// Its inputs are 0 or 1, as many as `pattern` has entries. It has to fire (`thresholdNeuron` gives 1) exactly when at
/// least `count` of them are as in the pattern: 1 where the pattern says true, 0 where it says false. Return the
/// weights and the threshold that make it so. `count` may be anything from 0 (it always fires) to one more than there
/// are inputs (it never fires).
public func neuron(for pattern: [Bool], atLeast count: Int) throws -> (weights: [Double], threshold: Double) {
    throw Unanswered("1.1")
}
