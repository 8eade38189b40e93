// # A cell of one product
//
// Section 12.10 · After this page you can compute four gates at once, and prove that nothing has changed.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Four products of the same numbers, those of the state and of the input, with four matrices are one product with a
// matrix that has four times as many rows. A processor, and a graphics card even more, is better at one large product
// than at four small ones. And `Tensor.cat` copies its operands. That can be saved, too. A product with [h, x] is a sum
// of two products, one with the left part of the matrix and one with the right part:
//
//     W · [h, x] = Wₕ · h + Wᵢ · x
//
// So there are two layers, one for the input and one for the state, and each makes all four gates, one after the other.
// Afterwards the result has to be cut into four. In PyTorch that is `chunk`. Built from indexing:

/// Cut along an axis into `count` parts of equal length. The last may be shorter, and there may be fewer.
public func chunk(_ x: Tensor, _ count: Int, axis: Int = 0) -> [Tensor] {
    let length = (x.shape[axis] + count - 1) / count
    return stride(from: 0, to: x.shape[axis], by: max(length, 1)).map { start in
        let part = start..<min(start + length, x.shape[axis])
        return axis == 0 ? x[part] : x[0..., part]
    }
}

extension LanguageModel {
    func chunksOfTen() {
        // The book's demonstration, ten numbers in two parts:
        let t = Tensor.arange(10)
        show(chunk(t, 2), "0 to 9 in two chunks")
        show(chunk(t, 2).map(\.scalars) == t.chunked(2).map(\.scalars), "the engine's `chunked` gives the same")

        // What does not divide evenly is where `chunk` is special. Ten in four parts: the length is 10 / 4, rounded up,
        // and the last part has what is left. Ten in six parts are not even six:
        var table = TextTable(["parts asked for", "lengths"])
        for count in [2, 3, 4, 6] { table.add(count, "\(chunk(t, count).map(\.count))") }
        show(
            table, "10 numbers in chunks",
            predict: .count("10 numbers in 6 chunks of 2, rounded up from 10/6. How many chunks are there?", 5))
    }
}

// Now the cell. The order of the four is a convention, and there is more than one. The book's is input, forget, output,
// cell. Three sigmoids and then a tanh, so three of them can be treated alike:

/// One step of an LSTM, all gates in one product for the input and one for the state. (The book's second `LSTMCell`.)
public final class OneProductCell: Module {
    public let fromInput, fromState: Linear

    public init(_ inputs: Int, _ hidden: Int, using random: inout some RandomNumberGenerator) {
        fromInput = Linear(inputs, 4 * hidden, using: &random)
        fromState = Linear(hidden, 4 * hidden, using: &random)
    }

    /// x [n, inputs] · state [n, hidden] each → the next state
    public func callAsFunction(_ x: Tensor, _ state: LSTMState) -> LSTMState {
        let gates = chunk(fromInput(x) + fromState(state.hidden), 4, axis: 1)
        let (input, forget, output) = (gates[0].sigmoid(), gates[1].sigmoid(), gates[2].sigmoid())
        let cell = forget * state.cell + input * gates[3].tanh()
        return LSTMState(hidden: output * cell.tanh(), cell: cell)
    }
}

// Is it the same? Only if the weights are. Of each matrix of the first cell, the left columns belong to h, and the
// others to x. `takeWeights` puts the right columns of all four gates one below the other, and so the left ones; the
// biases of the first cell go to the input's layer, and those of the state's layer become 0.

extension OneProductCell {
    /// Takes over the weights of a cell of four layers.
    public func takeWeights(from other: FourLayerCell) {
        let gates = [other.inputGate, other.forgetGate, other.outputGate, other.cellGate]
        let hidden = fromState.weight.shape[1]
        fromInput.weight.assign(.cat(gates.map { $0.weight.value[0..., hidden...] }))
        fromState.weight.assign(.cat(gates.map { $0.weight.value[0..., ..<hidden] }))
        fromInput.bias!.assign(.cat(gates.map { $0.bias!.value }))
        fromState.bias!.assign(.zeros(4 * hidden))
    }
}

extension LanguageModel {
    func twoCellsAgree() {
        // Three steps through both, from the same state:
        var random = run.random
        let (four, one) = (FourLayerCell(3, 5, using: &random), OneProductCell(3, 5, using: &random))
        one.takeWeights(from: four)
        let start = LSTMState(hidden: .randn(2, 5, using: &random), cell: .randn(2, 5, using: &random))
        var (a, b) = (start, start)
        for _ in 0..<3 {
            let x = Tensor.randn(2, 3, using: &random)
            (a, b) = (four(x, a), one(x, b))
        }
        let difference = max(relativeDifference(b.hidden, a.hidden), relativeDifference(b.cell, a.cell))
        show(
            difference < 1e-5, "after three steps, both states agree up to rounding",
            ask: "Two products and a chunk, or four products: are the states the same, up to rounding?")
        record("lstm/largest-difference-of-two-cells", difference)
        show(
            "\(four.parameterCount) and \(one.parameterCount)", "parameters of the one and of the other",
            predict: .count(
                "The cell with one product has a second bias for each gate. With 5 numbers, how many parameters more?",
                one.parameterCount - four.parameterCount))
    }

    func whichIsFaster() {
        // And is it faster? 64 texts, an embedding and a state of 64, 16 steps, forward and back. `time` is that
        // of the fastest of several tries:
        var random = run.random
        let (four, one) = (FourLayerCell(64, 64, using: &random), OneProductCell(64, 64, using: &random))
        let x = Tensor.randn(64, 64, using: &random)
        func time(_ cell: (Tensor, LSTMState) -> LSTMState) -> Double {
            milliseconds(runs: run.size(quick: 1, usual: 7)) {
                var state = LSTMState(hidden: .zeros(64, 64), cell: .zeros(64, 64))
                for _ in 0..<16 { state = cell(x, state) }
                state.hidden.sum().backward()
            }
        }
        let (slow, fast) = (time { four($0, $1) }, time { one($0, $1) })
        var table = TextTable(["cell", "milliseconds"], decimals: 1)
        table.add("four layers", slow)
        table.add("one product", fast)
        show(table, "16 steps and the way back, the fastest of several tries, in milliseconds")
        show(fixed(slow / fast, 1), "times as many milliseconds for four layers as for one product")
    }
}
