// Exercise 4.11 · What −1 stands for
// Section 4.10, question 27: Chapters/04-DigitClassifier/10-Loss.swift
//
// Nudge: The total is given, and so are all lengths but one. That is a division.
// Idea: Multiply the known lengths. How often does that go into `count`? And what if it does not, or if there is no −1
//   at all?
// Almost: Three cases by the number of −1s. None: the product has to be `count`. One: `count` has to be a multiple of
//   the product, which has to be more than 0; put the quotient in its place. More: nil.

/// A shape for `count` numbers, with the length that stands there as −1 worked out.
/// [-1, 784] for 7840 numbers → [10, 784]. nil where the shape does not come to `count` numbers, and where more than
/// one shape would: with two −1s, or a 0 beside the −1.
public func inferred(_ shape: [Int], count: Int) throws -> [Int]? {
    let known = shape.filter { $0 != -1 }.reduce(1, *)
    switch shape.count(where: { $0 == -1 }) {
    case 0: return known == count ? shape : nil
    case 1 where known > 0 && count.isMultiple(of: known): return shape.map { $0 == -1 ? count / known : $0 }
    default: return nil
    }
}
