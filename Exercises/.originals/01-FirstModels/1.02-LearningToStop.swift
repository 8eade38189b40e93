// Exercise 1.2 · Learned, or given up
// Section 1.2: Chapters/01-FirstModels/02b-Perceptron.swift

import Practice

/// Rosenblatt's rule, from the beginning.
///
/// All weights and the bias begin at 0. The neuron fires if the sum of weights times inputs, plus the bias, is at least
/// 0. Show it the examples in order, and after the last one the first again. Wherever it is wrong, add the inputs to
/// the weights and 1 to the bias if `wanted` is 1, and take them away if it is 0. Stop after the first pass without a
/// mistake, and return the weights with the bias behind them. Return nil if there is none among the first `passes`
/// passes. Then one neuron may not be able to do it.
///
/// `inputs` has a row for each example, all of the same length; without examples, or with 0 passes, the answer is nil.
public func learnedWeights(_ inputs: [[Double]], _ wanted: [Int], passes: Int) throws -> [Double]? {
    throw Unanswered("1.2")
}
