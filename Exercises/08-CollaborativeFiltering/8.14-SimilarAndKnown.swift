// Exercise 8.14 · Similar, and known well enough
// Section 8.5: Chapters/08-CollaborativeFiltering/05g-Distances.swift

import Practice
import Tensors

/// The titles most like a given one by the cosine of their factors, the most similar first, among those that have
/// enough ratings.
///
/// factors [titles, d] · ratings: how many each title has. Row 0 is `#na#` and never an answer, nor is the title
/// itself. A row of zeros has no direction; it is left out. Of two titles with the same cosine, the one with the
/// smaller number comes first. There may be fewer than `count`.
///
/// Empty if the factors of `title` itself are all 0.
public func similarTitles(to title: Int, factors: Tensor, ratings: [Int], atLeast: Int, count: Int) throws -> [Int] {
    throw Unanswered("8.14")
}
