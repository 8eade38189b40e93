// Exercise 8.2 · A crosstab of everything
// Section 8.1, question 8.5: Chapters/08-CollaborativeFiltering/01c-Crosstab.swift

import Practice

/// Ratings as a grid, of any three columns of the same length, and for all people and films there are: `users[i]`
/// gave `films[i]` the rating `ratings[i]`. Rows are the different users and columns the different films, both in
/// ascending order. A cell without a rating is nil. Where the same person has rated the same film several times, the
/// cell has the mean of these ratings.
///
/// users [7, 3, 7, 7], films [20, 10, 10, 20], ratings [5, 2, 1, 4] → [[2, nil], [1, 4.5]]
public func crosstabOfMeans(users: [Int], films: [Int], ratings: [Double]) throws -> [[Double?]] {
    throw Unanswered("8.2")
}
