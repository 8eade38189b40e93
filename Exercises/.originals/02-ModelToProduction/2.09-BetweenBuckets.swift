// Exercise 2.9 · Between two buckets
// Section 2.5, question 2.22: Chapters/02-ModelToProduction/05n-Deploying.swift

import Practice

/// Estimates the time that a share of all requests did not exceed, from what buckets have counted.
///
/// `counts[i]` is how many requests took at most `limits[i]` seconds; the limits ascend, and so do the counts. `total`
/// is how many there were in all. The request that decides is number `share · total` in the order of their times,
/// counted from 1; the number need not be whole. Take the first bucket whose count reaches that number. Its own
/// requests (those that are not in the bucket before) are assumed to be spread evenly between the limit before and its
/// own, the last of them at its own limit. The first bucket begins at 0.
///
/// If no bucket reaches the number, the time is known only to be above the last limit: the result is the last limit.
/// Without any requests there is no time, and the result is nil; so it is for a share outside 0…1, or without limits. A
/// share of 0 is the beginning of the first bucket that is not empty.
///
/// Example: share 0.75, limits [0.1, 0.2, 0.5], counts [10, 20, 20], total 20 → 0.15: the number is 15, and the second
/// bucket has the requests 11 to 20.
public func estimatedTime(
    _ share: Double, limits: [Double], counts: [Int], total: Int
) throws -> Double? {
    throw Unanswered("2.9")
}
