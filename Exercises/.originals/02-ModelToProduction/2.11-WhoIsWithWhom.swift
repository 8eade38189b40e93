// Exercise 2.11 · Who is predicted with whom
// Section 2.5, question 2.22: Chapters/02-ModelToProduction/05k-PredictedTogether.swift

import Practice

/// Says which requests are predicted together, and when their answers are there.
///
/// Requests arrive at ascending times, in milliseconds; several may have the same. A server works on one batch after
/// the other. As soon as it is free and somebody waits, it takes all who have arrived by then (those who arrive at this
/// very moment included), the first `most` of them if there are more. A batch of n requests takes `perBatch + n ·
/// perPicture` milliseconds. Nobody is waited for on purpose.
///
/// The result has the places of the requests in each batch, in order, and for each request the time that it has waited
/// from its arrival until its batch was done. `most` is at least 1, and without requests both are empty.
///
/// Example: arrivals [0, 3, 10], most 4, perBatch 10, perPicture 1 → batches [[0], [1, 2]], waits [11, 20, 13]: the
/// first batch is done at 11, the second one at 23.
public func batches(
    arrivals: [Double], most: Int, perBatch: Double, perPicture: Double
) throws -> (batches: [[Int]], waits: [Double]) {
    throw Unanswered("2.11")
}
