// Exercise 17.1 · A neuron that fires
// Section 17.1, questions 17.1 and 17.2: Chapters/17-Foundations/01-Neuron.swift

import Practice

/// What a neuron with ReLU gives: the inputs times the weights, summed, plus the bias, and 0 if that is negative.
/// Inputs 1, 2, 3 with weights 0.5, −1, 2 and bias 0.25 → 4.75; inputs 1, 2 with weights −1, −1 and bias 0.5 → 0.
///
/// nil if there are not as many weights as inputs. A neuron without inputs has only its bias.
public func firing(inputs: [Float], weights: [Float], bias: Float) throws -> Float? {
    throw Unanswered("17.1")
}
