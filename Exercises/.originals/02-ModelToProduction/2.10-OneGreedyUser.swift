// Exercise 2.10 · One greedy user
// Section 2.5: Chapters/02-ModelToProduction/05i-WhatIsRefused.swift

import Practice

/// Decides which requests of a user are answered, so that nobody takes more than a fair share for long.
///
/// Every user has a purse, which holds at most `most` coins and is full at first. A request that is answered costs one
/// coin. `perSecond` coins come back every second, continuously: after half a second half of that number. With less
/// than one coin in the purse a request is refused, and costs nothing. (This is called a *token bucket*.)
///
/// The requests are in the order of their times, in seconds; several may have the same. A purse is as full as it can be
/// at the time of the user's first request. The result has a true for every request that is answered, and a false
/// for every other. Rounding must not refuse anybody: a purse that lacks less than 1e-9 of a coin counts as if it had
/// the coin.
///
/// Example: five requests of one user at 0, 0, 0, 1 and 1, one coin per second, most 2 → [true, true, false, true,
/// false].
public func admitted(
    users: [String], times: [Double], perSecond: Double, most: Int
) throws -> [Bool] {
    throw Unanswered("2.10")
}
