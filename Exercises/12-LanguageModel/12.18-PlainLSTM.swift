// Exercise 12.18 · An LSTM in plain arrays
// Section 12.10, further research 2: Chapters/12-LanguageModel/10-TheCell.swift

import Chapter12
import Practice

/// One step of an LSTM for one item, from the picture alone: lists of numbers, loops, no tensors. You need `exp` and
/// `tanh`, which Foundation has.
///
/// Each of the four layers is a `PlainGate` (section 12.10): one row of weights for each number of the state, and one
/// bias. A row has the weights of the hidden state first, and then those of the input. The cell gate ends with a tanh,
/// the other three with a sigmoid.
///
/// h and c are equally long, x may have any length, even 0. With weights of 0.5, biases of 0, x = [1], h = [0] and c =
/// [0], the next h is [0.17427] and the next c [0.28765].
public func plainLSTMStep(
    x: [Float], h: [Float], c: [Float], forget: PlainGate, input: PlainGate, value: PlainGate, output: PlainGate
) throws -> (h: [Float], c: [Float]) {
    throw Unanswered("12.18")
}
