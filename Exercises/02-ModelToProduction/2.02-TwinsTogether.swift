// Exercise 2.2 · Twins together
// Section 2.2: Chapters/02-ModelToProduction/02d-ThereTwice.swift

import Practice

/// Chooses the validation photos such that no two that look the same are torn apart.
///
/// Leaving twins out, as the page does, loses photos. They may stay if all of them go to the same side. `pairs` are
/// places of photos that look the same, two each. Photos are alike also through others: with the pairs [0, 4] and [4,
/// 7], the photos 0, 4 and 7 belong together. A photo that is in no pair is alone.
///
/// Go through `order`, which has every place from 0 once. Take each photo, with all that belong together with it, if it
/// is not taken yet, and if no more than `most` photos are taken then. Otherwise leave it, and go on with the next one.
///
/// Returns the places that were taken, sorted.
///
/// Example: order [4, 1, 0, 2, 3], pairs [[0, 4]], most 3 → [0, 1, 4].
public func judgedTogether(_ order: [Int], pairs: [[Int]], most: Int) throws -> [Int] {
    throw Unanswered("2.2")
}
