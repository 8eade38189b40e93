// Exercise 4.40 · One wide layer or several narrow ones
// Section 4.16, question 4.37: Chapters/04-DigitClassifier/16-GoingDeeper.swift

import Practice

/// How many numbers a net of linear layers learns: [784, 30, 1] is a net with 784 inputs, 30 hidden units and one
/// score, and has 23581. (Each layer has a weight for every input and every output, and a bias for every output.) There
/// are at least two widths.
public func parameterCount(_ widths: [Int]) throws -> Int {
    throw Unanswered("4.40")
}

/// A deep net is to be replaced by one with a single hidden layer, the same inputs and the same outputs. How wide can
/// that layer be at most, if the new net must not have more parameters than the deep one? [784, 50, 30, 20, 1] → 52.
/// If not even one unit is possible: 0.
public func widestLayer(insteadOf widths: [Int]) throws -> Int {
    throw Unanswered("4.40")
}
