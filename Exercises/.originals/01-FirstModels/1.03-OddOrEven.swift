// Exercise 1.3 · Odd or even
// Section 1.2, question 1.5: Chapters/01-FirstModels/02d-XOR.swift

import Practice

/// Exclusive or of any number of inputs: is the number of ones among them odd?
///
/// The net has two layers. In the first there are as many neurons as inputs, and all their weights are 1. Neuron number
/// k (from 0) has the threshold `thresholds[k]`. The second layer is one neuron, whose inputs are what the first layer
/// says, with the weights `weights` and the threshold 1. It has to say 1 if an odd number of the inputs are 1, else 0.
///
/// Return thresholds and weights for `count` inputs, at least one. For two inputs, the page does it with "or" and "not
/// both"; here both neurons have positive weights.
public func parityNet(_ count: Int) throws -> (thresholds: [Double], weights: [Double]) {
    throw Unanswered("1.3")
}
