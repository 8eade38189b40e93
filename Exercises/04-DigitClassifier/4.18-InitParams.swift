// Exercise 4.18 · Where learning starts, for layers of any width
// Section 4.10, question 4.15: Chapters/04-DigitClassifier/10-Loss.swift

import Practice
import Tensors

/// The first parameters of a linear layer: weights [inputs, outputs], random and normal with mean 0, and a bias
/// [outputs] of zeros. Both are tracked, so that `backward` leaves a gradient on them. All randomness comes from
/// `random`: the same generator gives the same numbers.
///
/// Choose the standard deviation of the weights so that the scores are neither huge nor tiny, however many inputs there
/// are: for inputs that are random with mean 0 and standard deviation 1, the scores have a standard deviation of 1,
/// too. (With the page's weights of standard deviation 1, the scores of 784 such inputs have one of 28.)
public func initParams(_ inputs: Int, _ outputs: Int, using random: inout SplitMix64) throws -> [Tensor] {
    throw Unanswered("4.18")
}
