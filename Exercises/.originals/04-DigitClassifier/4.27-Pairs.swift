// Exercise 4.27 · A data set from two lists
// Section 4.12, question 4.26: Chapters/04-DigitClassifier/12-MiniBatches.swift

import Practice

/// Pairs the inputs with the targets, element by element: [1, 2] and ["a", "b"] → [(1, "a"), (2, "b")].
/// Such a list of pairs is all that a data set is: something that gives (x, y) for an index.
/// If one list is longer, its extra elements have no partner and are dropped.
public func paired<Input, Target>(_ inputs: [Input], _ targets: [Target]) throws -> [(Input, Target)] {
    throw Unanswered("4.27")
}
