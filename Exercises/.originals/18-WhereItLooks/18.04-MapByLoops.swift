// Exercise 18.4 · A class map by loops
// Section 18.2, question 18.7: Chapters/18-WhereItLooks/02c-ActivationMaps.swift

import Practice

/// The activation map of one class, in plain numbers: at every place the dot product of the row of the class with the
/// activations at this place. The weight is [classes][channels], the activations are [channels][rows][columns]; the
/// result is [rows][columns]. No tensors, please: write the loops, and see what einsum does for you.
///
/// If the numbers of channels do not agree, the result is nil. There is at least one class, channel, row and column.
public func mapByLoops(weight: [[Float]], activations: [[[Float]]], kind: Int) throws -> [[Float]]? {
    throw Unanswered("18.4")
}
