// Exercise 4.17 · A data set out of two lists
// Section 4.12, question 4.26: Chapters/04-DigitClassifier/12-MiniBatches.swift

import Practice

/// Pairs the inputs with the targets, element by element: [1, 2] and ["a", "b"] → [(1, "a"), (2, "b")].
/// Such a list of pairs is all that a data set is: something that gives (x, y) for an index.
/// Where one list is longer, what is left over has no partner and is dropped.
public func paired<Input, Target>(_ inputs: [Input], _ targets: [Target]) throws -> [(Input, Target)] {
    throw Unanswered("4.17")
}
