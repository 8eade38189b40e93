// Exercise 1.14 · How good must the best be?
// Section 1.10, question 1.19: Chapters/01-FirstModels/10b-UsedUp.swift

import Practice

/// The smallest number of right answers that luck alone would hardly explain.
///
/// You have tried `models` models on `items` items with two classes. Suppose that none of them knows anything: each
/// answer is right with a chance of one half, whatever the others are. How many right answers must the *best* of them
/// have, such that a best one with at least so many would come about by luck with a chance of at most `risk`?
///
/// The chance that one model has at least k right of n is a sum of binomial coefficients over 2ⁿ. The chance that the
/// best of m has at least k is one minus the chance that all m have fewer.
///
/// Up to 1,000 items and a million models: neither the coefficients nor 2ⁿ fit into an `Int`, and one minus a number
/// near one has lost its digits. nil if not even all `items` would be enough. Both counts are at least 1, the risk is
/// above 0 and below 1.
///
/// 1 model, 10 items, risk 0.05 → 9: with 8 or more the chance is 56 / 1024, with 9 or more 11 / 1024.
public func enoughRight(models: Int, items: Int, risk: Double) throws -> Int? {
    throw Unanswered("1.14")
}
