// Exercise 17.27 · A net without a tensor
// Section 17.10, further research 4: Chapters/17-Foundations/10e-PlainArrays.swift

import Practice

/// Loss and gradients of a net with any number of linear layers (at least one), with a ReLU between every two. Only
/// lists of numbers: no tensor.
///
/// x has a row for each item, y one number for each. Layer l computes x · weights[l] + biases[l]: weights[l] has a row
/// for each of its inputs and a column for each of its outputs. The last layer has one output. The loss is the mean of
/// (output − y)². The gradients have the form of the weights and biases.
///
/// One item and one layer, x = [[2, 3]], y = [1], weights = [[[1], [1]]], biases = [[0]]: the output is 5, the loss 16,
/// the gradients are [[[16], [24]]] and [[8]].
public func netInPlainArrays(
    x: [[Float]], y: [Float], weights: [[[Float]]], biases: [[Float]]
) throws -> (loss: Float, weights: [[[Float]]], biases: [[Float]]) {
    throw Unanswered("17.27")
}
