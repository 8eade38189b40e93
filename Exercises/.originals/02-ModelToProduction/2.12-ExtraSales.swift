// Exercise 2.12 · Extra sales
// Section 2.1, question 2.7: Chapters/02-ModelToProduction/01i-TwoProbabilities.swift

import Practice

/// What a ranking of recommendations would have brought, from random ones that were made.
///
/// A coin has decided for each offer whether it was recommended (`recommended`), and it is known whether the book was
/// bought (`bought`). A model has given each offer a score. Would it have been good to recommend the offers with the
/// highest scores? Take the `top` offers with the highest scores; of equal ones those that come first. Among them are
/// some that were recommended and some that were not. The extra sales per recommendation are the share of bought books
/// among the first, less the share among the second.
///
/// Return nil if one of the two groups is empty. `top` is at least 0 and may be more than there are; then all count.
///
/// scores [0.9, 0.8, 0.7, 0.1], recommended [true, false, true, true], bought [true, false, false, true], top 3 →
/// 0.5 - 0 = 0.5
public func extraSales(scores: [Double], recommended: [Bool], bought: [Bool], top: Int) throws -> Double? {
    throw Unanswered("2.12")
}
