// Exercise 4.12 · Where learning starts
// Section 4.10, question 4.15: Chapters/04-DigitClassifier/10-Loss.swift

import Practice
import Tensors

/// Random parameters of the given shape: normal with mean 0 and standard deviation `std`, and tracked, so that
/// `backward` leaves a gradient on them. All randomness comes from `random`: the same generator gives the same
/// numbers.
public func initParams(_ shape: [Int], std: Float, using random: inout SplitMix64) throws -> Tensor {
    throw Unanswered("4.12")
}
