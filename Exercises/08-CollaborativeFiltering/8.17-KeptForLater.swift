// Exercise 8.17 · The latest are kept for later
// Section 8.3, further research 3: Chapters/08-CollaborativeFiltering/03b-Categories.swift

import Practice

/// A split that is nearer to how a recommender is used. (The book's third item of further research: the full MovieLens,
/// with its other columns. One of them has the times.)
///
/// A random split checks a model with ratings that are older than some that it has learned from. This one keeps the
/// latest ratings of each person for validation: of someone with n ratings, the last n · share, rounded down, but never
/// all of them. Of two ratings at the same time, the one further down in the table counts as the later one.
///
/// users and times have one entry for each rating → valid: the rows for validation, in rising order; train: all other
/// rows, in rising order.
public func splitByTime(users: [Int], times: [Int], share: Double) throws -> (train: [Int], valid: [Int]) {
    throw Unanswered("8.17")
}
