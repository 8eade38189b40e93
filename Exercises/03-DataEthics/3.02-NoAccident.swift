// Exercise 3.2 · No accident?
// Section 3.1, further research 3: Chapters/03-DataEthics/01b-AdsForNames.swift

import Practice

/// Further research (ads for names): whether an audit has found a difference that is hardly chance.
///
/// Counts are [group][kind of ad], two of each. Compute chi-square as the page does: for each cell (count − expected)²
/// / expected, where expected is its row's sum times its column's sum, divided by the sum of all. If names make no
/// difference, chi-square is above 3.841 in only five of a hundred audits. So: is it above 3.841?
///
/// nil if a row or a column is all zeros, since then nothing can be said.
///
/// [[96, 104], [78, 122]] → false; [[480, 520], [390, 610]] → true
public func isHardlyChance(_ counts: [[Int]]) throws -> Bool? {
    throw Unanswered("3.2")
}
