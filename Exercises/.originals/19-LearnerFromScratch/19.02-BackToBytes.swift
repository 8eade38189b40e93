// Exercise 19.2 · A split that is fair to every class
// Section 19.1, question 19.8: Chapters/19-LearnerFromScratch/01c-Labels.swift

import Practice
import Tensors

/// A mask for a data set without a validation folder: true for the training items. Of every class, the same share of
/// its items goes to the validation set, rounded to the nearest whole number (2.5 items are 3), but at least one, and
/// never all: of a class with a single item, that one stays. Which ones go is random.
///
/// `share` is between 0 and 1. All randomness comes from `random`: the same generator gives the same mask, another one
/// another. With labels ["a", "b", "a", "a", "a", "b"] and share 0.25, the mask is false for one of the four a's and
/// for one of the two b's.
public func fairSplit(_ labels: [String], share: Float, using random: inout SplitMix64) throws -> [Bool] {
    throw Unanswered("19.2")
}
