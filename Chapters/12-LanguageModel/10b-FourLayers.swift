// # A cell of four layers
//
// Section 12.10 · After this page you can write an LSTM cell, and avoid two slips of the printed one.

import Figures
import Layers
import Notebook
import Tensors

// The formulas become code line by line. Both states travel together, as an `LSTMState`: a struct of the engine with
// two tensors, `hidden` and `cell`.

/// One step of an LSTM, from four layers. (The book's first `LSTMCell`.)
public final class FourLayerCell: Module {
    public let forgetGate, inputGate, cellGate, outputGate: Linear

    public init(_ inputs: Int, _ hidden: Int, using random: inout some RandomNumberGenerator) {
        forgetGate = Linear(inputs + hidden, hidden, using: &random)
        inputGate = Linear(inputs + hidden, hidden, using: &random)
        cellGate = Linear(inputs + hidden, hidden, using: &random)
        outputGate = Linear(inputs + hidden, hidden, using: &random)
    }

    /// x [n, inputs] · state [n, hidden] each → the next state
    public func callAsFunction(_ x: Tensor, _ state: LSTMState) -> LSTMState {
        let both = Tensor.cat([state.hidden, x], axis: 1)
        let forget = forgetGate(both).sigmoid()
        let input = inputGate(both).sigmoid()
        let value = cellGate(both).tanh()
        let output = outputGate(both).sigmoid()
        let cell = forget * state.cell + input * value
        return LSTMState(hidden: output * cell.tanh(), cell: cell)
    }
}

extension LanguageModel {
    func aCellOfFourLayers() {
        // Three texts, an input of 2 numbers, a state of 5:
        var random = run.random
        let cell = FourLayerCell(2, 5, using: &random)
        let x = Tensor.randn(3, 2, using: &random)
        let start = LSTMState(hidden: .zeros(3, 5), cell: .zeros(3, 5))
        let next = cell(x, start)
        show(next.cell.shape, "the cell state after a step")
        show(
            cell.parameterCount, "parameters",
            ask: "Four layers, each from 2 + 5 numbers to 5, with biases. How many parameters are that?")

        // The hidden state is always between -1 and 1, since it is a share of a tanh. The cell state is not. With gates
        // that keep everything and write a 1 at every step, it counts:
        for gate in [cell.forgetGate, cell.inputGate, cell.cellGate] {
            gate.weight.assign(.zeros(5, 7))
            gate.bias!.assign(.full(20, [5]))  // sigmoid 20 and tanh 20 are 1, up to rounding
        }
        var state = start
        for _ in 0..<10 { state = cell(x, state) }
        show(
            state.cell[0, 0].item, "a number of the cell state after ten such steps",
            ask: "f, i and g are 1. The cell state begins with 0. What is in it after ten steps?")
        show(state.hidden.abs().max().item < 1, "the hidden state stays below 1")
    }

    func stackedOrJoined() {
        // The cell that is printed in the book cannot run, for two reasons. It names its output gate `out` where it
        // computes it, and `outgate` where it uses it. And it *stacks* the hidden state and the input where it should
        // *join* them. The difference is one axis:
        let (h, x) = (Tensor.zeros(3, 5), Tensor.ones(3, 5))
        var table = TextTable(["what is done with h [3, 5] and x [3, 5]", "shape"])
        table.add("joined: Tensor.cat([h, x], axis: 1)", "\(Tensor.cat([h, x], axis: 1).shape)")
        table.add("stacked: Tensor.stack([h, x], axis: 1)", "\(Tensor.stack([h, x], axis: 1).shape)")
        show(
            table, "Side by side, in two ways",
            predict: .shape(
                "h and x, each [3, 5], are stacked along axis 1. What is the shape?",
                Tensor.stack([h, x], axis: 1).shape))

        // Joined, an item has 10 numbers, and the layers expect 10. Stacked, it has 2 rows of 5, and the layers stop:
        //
        //     linear [3, 2, 5], weight [5, 10]: the last axis of the input is 5, the weight expects 10
        //       try: an input [..., 10]
        //
        // (With sizes that differ there is nothing to stack: tensors must have the same shape for it.)
    }
}
