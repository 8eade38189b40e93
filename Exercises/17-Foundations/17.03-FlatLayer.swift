// Exercise 17.3 · A dense layer over flat lists
// Section 17.2, questions 17.3 and 17.8: Chapters/17-Foundations/02c-CompiledLoops.swift

import Practice

/// A dense layer, y = x·wᵀ + b, with three loops over flat lists. All tables lie row by row in one list, as tensors do
/// in memory, and the weights stay as they are kept: one row for each neuron. Nothing is to be transposed first.
///
/// x has `batch` rows of `inputs` numbers, w has a row of `inputs` numbers for each neuron, b has a number for each
/// neuron. The result has `batch` rows, with a number for each neuron.
///
/// x = [1, 2, 3, 4], w = [10, 100, 1, 0, 0, 1] and b = [0, 0, 7] with a batch of 2 and 2 inputs → [210, 1, 9, 430, 3,
/// 11].
public func flatLayer(_ x: [Float], _ w: [Float], _ b: [Float], batch: Int, inputs: Int) throws -> [Float] {
    throw Unanswered("17.3")
}
