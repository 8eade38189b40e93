// Exercise 9.19 · Boosting from trees
// Section 9.8: Chapters/09-TabularModeling/08b-Boosting.swift

import Practice
import Tabular

/// What boosting predicts for other rows. It begins with the mean of the targets. Then, `trees` times: a tree that asks
/// at most `depth` questions one after the other learns what is left (target less sum so far), and `rate` times what it
/// says is added to the sums, of the training rows and of the other rows.
public func boosted(
    _ x: Features, _ y: [Double], predict other: Features, trees: Int, rate: Double, depth: Int
) throws -> [Double] {
    throw Unanswered("9.19")
}
