// Exercise 20.1 · How many pushes?
// Section 20.1, question 20.9: Chapters/20-WhatNext/01-KeepMomentum.swift

import Practice

/// The smallest number of equal pushes after which the velocity is at least `share` of its limit, with the rest `rest`.
/// After n pushes it is the share 1 − restⁿ.
///
/// nil if the share is 1 or more and is never reached: with a rest above 0, the limit is approached and not reached;
/// with the rest 0 it is reached at once. `rest` is from 0 to below 1. A share of 0 or less needs no push.
///
/// rest 0.9, share 0.5 → 7
public func pushesNeeded(rest: Double, share: Double) throws -> Int? {
    throw Unanswered("20.1")
}
