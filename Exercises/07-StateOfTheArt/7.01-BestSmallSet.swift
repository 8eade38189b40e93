// Exercise 7.1 · The best small set
// Section 7.1, question 7.14: Chapters/07-StateOfTheArt/01e-MostDifferent.swift

import Practice

/// Of all sets of `count` classes, the one whose two nearest members are farthest apart.
///
/// `distances` has the distance from each class to each other one: a square, the same both ways, with 0 from each to
/// itself. The page chooses greedily, and may miss the best set. Try all sets. The result has the classes' places in
/// ascending order; of several sets that are equally good it is the one that comes first in the order of a dictionary:
/// [0, 1, 4] before [0, 2, 3].
///
/// nil if `count` is below 2 or above the number of classes.
public func bestSmallSet(_ count: Int, _ distances: [[Double]]) throws -> [Int]? {
    throw Unanswered("7.1")
}
