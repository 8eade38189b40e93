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
/// from its arrival until its batch was done.
public func batches(
    arrivals: [Double], most: Int, perBatch: Double, perPicture: Double
) throws -> (batches: [[Int]], waits: [Double]) {
    throw Unanswered("2.11")
}
