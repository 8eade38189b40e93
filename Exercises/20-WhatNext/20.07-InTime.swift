// Exercise 20.7 · What can be done in time
// Section 20.3, question 20.7: Chapters/20-WhatNext/03b-WhatFirst.swift

import Practice

/// What to do with a budget, chosen one after the other: of all opportunities that are expected to gain anything
/// (probability · benefit above cost), that can be finished by the deadline (weeks at most `deadline`), and that the
/// rest of the budget still pays for, take the one with the highest (probability · benefit − cost) / cost; of equal
/// ones, the first in the list; and so on until nothing fits. They are worked on at the same time, so the weeks do not
/// add up.
///
/// The chosen ones by their number, in the order of choosing. The four lists are equally long, and costs are above 0.
///
/// Probabilities [0.6, 0.7], benefits [400, 60], costs [100, 15], weeks [12, 4], budget 100, deadline 12 → [1]: after
/// the letters, 85 are left, which do not pay for the other
public func chosen(
    probabilities: [Double], benefits: [Double], costs: [Double], weeks: [Int], budget: Double, deadline: Int
) throws -> [Int] {
    throw Unanswered("20.7")
}
