// Exercise 21.16 · What fits into memory
// Section 21.10, question 21.8: Chapters/21-BirdsAndAirplanes/10i-CountingParameters.swift

import Practice

/// The largest number of features that a net of two linear layers can have if its training is to fit into this memory:
/// inputs → features → outputs, with biases. Each number that is learned takes 4 bytes, its gradient as much again, and
/// an optimizer with momentum as much a third time. 0 if not even a single feature fits. (What the batch itself needs
/// is left out.)
///
/// 3 · 1,024 · 1,024 inputs, 2 outputs, 2³⁰ bytes, without momentum → 42.
///
/// inputs and outputs are at least 1, bytes at least 0, and bytes may be as large as an `Int` can be.
public func widestFitting(inputs: Int, outputs: Int, bytes: Int, momentum: Bool) throws -> Int {
    throw Unanswered("21.16")
}
