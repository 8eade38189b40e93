// Exercise 17.2 · A net of lists
// Section 17.1, question 17.4: Chapters/17-Foundations/01-Neuron.swift

import Practice

/// A net with one hidden layer, with nothing but lists: a dense layer, ReLU on each of its numbers, and another dense
/// layer (without ReLU).
///
/// x [batch][inputs] · w1 [hidden][inputs] · b1 [hidden] · w2 [outputs][hidden] · b2 [outputs] → [batch][outputs]
///
/// With w1 = [[1, −1], [−1, 1]], b1 = [0, 0], w2 = [[1, 1]] and b2 = [0], the items [5, 3] and [2, 6] become [2] and
/// [4]: this net computes how far two numbers are apart. An empty batch gives an empty list. All lengths fit, so you
/// need not compare them.
public func netOfLists(
    _ x: [[Float]], _ w1: [[Float]], _ b1: [Float], _ w2: [[Float]], _ b2: [Float]
) throws -> [[Float]] {
    throw Unanswered("17.2")
}
