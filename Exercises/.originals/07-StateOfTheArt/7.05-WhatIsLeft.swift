// Exercise 7.5 · What is left for large photos
// Section 7.3, question 7.4: Chapters/07-StateOfTheArt/03d-EqualWork.swift

import Practice

/// A training may cost as much as `budget` epochs of photos of the size `last`. First it goes through smaller ones:
/// `epochs[k]` epochs of the size `sizes[k]`. How many whole epochs of the size `last` can it afford after that?
///
/// A photo of s × s pixels costs s² / last² of one of last × last. A budget may be used up to the last bit: compute
/// with whole numbers, so that no rounding error takes an epoch away.
///
/// Example: 4 epochs of 32, last 64, budget 6 → the four cost as much as one epoch, so 5 are left.
///
/// nil if the small photos alone cost more than the budget. All sizes are above 0, and all numbers of epochs 0 or more.
public func epochsLeft(sizes: [Int], epochs: [Int], last: Int, budget: Int) throws -> Int? {
    throw Unanswered("7.5")
}
