// Exercise 7.4 · Statistics in the weights
// Section 7.2, question 7.3: Chapters/07-StateOfTheArt/02e-StatisticsTravel.swift

import Practice
import Tensors

/// A first convolution that takes photos as they are, and gives what the old one gave for normalized photos.
///
/// Whoever uses a net may forget to normalize. So build it into the net: change the weights [f, c, k, k] and the biases
/// [f] of its first convolution, such that for photos x that are *not* normalized it gives the same as the old ones for
/// (x - mean) / deviation, channel by channel. `mean` and `deviation` have c numbers. The convolution has no padding.
/// (With padding it would be wrong at the border: why?)
///
/// Return the new weights and the new biases.
public func withStatistics(
    _ weights: Tensor, _ biases: Tensor, mean: Tensor, deviation: Tensor
) throws -> (Tensor, Tensor) {
    throw Unanswered("7.4")
}
