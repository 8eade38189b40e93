// Exercise 4.1 · Odd numbers, doubled
// Section 4.2, question 4: Chapters/04-DigitClassifier/02-PixelSimilarity.swift
//
// Nudge: There are two steps in it: some numbers are thrown away, the others are changed.
// Idea: `filter` keeps the elements that a rule says yes to, `map` puts each element through a function.
// Almost: `numbers.filter { … }.map { 2 * $0 }`. Take care with the rule: the remainder of −5 by 2 is −1, not 1.

/// Returns the odd numbers of a list, each doubled, in their order: [1, 2, 3, −5] → [2, 6, −10].
/// One expression is enough; try it without a loop.
public func oddsDoubled(_ numbers: [Int]) throws -> [Int] {
    numbers.filter { !$0.isMultiple(of: 2) }.map { 2 * $0 }
}
