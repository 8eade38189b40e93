// # The cell, drawn and computed
//
// Section 12.10 · After this page you can read the picture of an LSTM cell, and compute a step of it with a pocket
// calculator.

import Figures
import Foundation
import Notebook

// Here is one step of an LSTM. From the left come the two states of the step before, from below the input. Boxes are
// layers, that is, a product with weights, a bias, and then a sigmoid (σ) or a tanh. Circles do something number by
// number: × multiplies, + adds.

extension LanguageModel {
    func cellDrawn() {
        show(
            LSTMDiagram(title: "The cell state goes along the top, and passes no layer"),
            "The cell of an LSTM (the book's figure 12-9)",
            predict: .count("Four boxes are layers with weights. How many of them does the cell state pass?", 0))
    }
}

// Read it from left to right. The input xₜ and the old hidden state hₜ₋₁ are put side by side. They need not be equally
// long: with an embedding of 10 numbers and a state of 64, side by side they are 74. All four layers read these 74
// numbers, and each makes 64 of them.
//
// - The *forget gate* f, a sigmoid, multiplies the cell state. Near 0 it erases a number of it, near 1 it keeps it. A
//   full stop, or a mark for the beginning of a new text (the book's `xxbos`), is a good moment to forget.
// - The *input gate* i, a sigmoid, says which numbers of the cell state are written to.
// - The *cell gate* g, a tanh, says what is written there, from -1 to 1. i · g is added to the cell state.
// - The *output gate* o, a sigmoid, says which numbers of the memory are shown. The new hidden state is o · tanh c.
//
//     f, i, o = sigmoid(W · [h, x] + b)      each with a W and a b of its own
//     g       = tanh(W · [h, x] + b)
//     c'      = f · c + i · g
//     h'      = o · tanh c'
//
// The smallest LSTM has one number of everything. Let all its weights be w, and its biases 0. Then the three gates with
// a sigmoid are equal:

/// One step of an LSTM whose states and input are single numbers, whose weights are all w, and whose biases are 0.
public func smallestStep(
    x: Double, h: Double, c: Double, w: Double
) -> (gate: Double, value: Double, cell: Double, hidden: Double) {
    let sum = w * h + w * x
    let (gate, value) = (1 / (1 + exp(-sum)), tanh(sum))
    let cell = gate * c + gate * value
    return (gate, value, cell, gate * tanh(cell))
}

extension LanguageModel {
    func twoStepsByHand() {
        // Weights of 0.5, an input of 1, and states that begin with 0. In the first step the sum is 0.5 · 0 + 0.5 · 1:
        let first = smallestStep(x: 1, h: 0, c: 0, w: 0.5)
        let second = smallestStep(x: 1, h: first.hidden, c: first.cell, w: 0.5)
        var table = TextTable(["step", "sum", "f, i, o", "g", "c'", "h'"], decimals: 4)
        table.add(1, 0.5, first.gate, first.value, first.cell, first.hidden)
        table.add(2, 0.5 * first.hidden + 0.5, second.gate, second.value, second.cell, second.hidden)
        let question = "sigmoid 0.5 is 0.6225 and tanh 0.5 is 0.4621. What is c' after the first step, from c = 0?"
        show(table, "Two steps of the smallest LSTM", predict: .number(question, first.cell))

        // The input is the same in both steps, and the memory has risen: to what it held, something was added. Go on,
        // and it settles where as much is forgotten at each step as is written:
        var (states, last) = ([first], first)
        for _ in 1..<40 {
            last = smallestStep(x: 1, h: last.hidden, c: last.cell, w: 0.5)
            states.append(last)
        }
        show(
            Chart("The memory fills up to where it loses what it gains", x: "step", y: "state") {
                Line(1...40, states.map(\.cell), "cell state c")
                Line(1...40, states.map(\.hidden), "hidden state h")
            }, "Forty steps of the smallest LSTM, always with the input 1")
        let gained = last.gate * last.value
        let lost = (1 - last.gate) * last.cell
        show(
            abs(gained - lost) < 1e-4, "at the end, i · g written equals (1 - f) · c forgotten",
            ask: "Does the memory end where a step writes as much as it forgets?")
    }
}

// With more than one number, each layer has a row of weights for every number of the state, and each row has as many
// weights as h and x have numbers together. (Exercise 12.18 computes such a step with plain lists of numbers; there, a
// layer is a `PlainGate`. The next page does it with tensors.)

/// One of the four layers of an LSTM cell in plain lists.
public struct PlainGate: Sendable {
    /// One row for each number of the state; a row has the weights of h, then those of x.
    public let weights: [[Float]]
    public let biases: [Float]

    public init(weights: [[Float]], biases: [Float]) { (self.weights, self.biases) = (weights, biases) }
}
