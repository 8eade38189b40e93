// Exercise 9.10 · A forest with the book's settings
// Section 9.5: Chapters/09-TabularModeling/05b-TheForest.swift

import Practice
import Tabular
import Tensors

/// A forest of forty trees. Each draws as many rows as there are, but at most 200,000; at each question it may look at
/// half of the columns; and each leaf has at least five rows. Out-of-bag predictions are wanted. (The book's `rf`.) All
/// chance comes from `SplitMix64(seed: seed)`.
///
/// Then the three errors of it: on the training rows, out of the bag, and on other rows.
public func forestErrors(
    _ x: Features, _ y: [Double], validX: Features, validY: [Double], seed: UInt64
) throws -> [Double] {
    throw Unanswered("9.10")
}
