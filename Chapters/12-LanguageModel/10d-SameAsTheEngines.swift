// # The engine's LSTM is these formulas
//
// Section 12.10 · After this page you can run an LSTM over sequences and layers, and know in which order its gates lie.

import Common
import Figures
import Layers
import Notebook
import Tensors

// A cell is one step. For a sequence, loop over the steps; for several layers, over the cells. That is the stack of
// section 12.7 again, now with two states:

/// LSTM cells on top of one another, over sequences.
public final class StackedLSTM: Module {
    public let cells: [OneProductCell]

    public init(_ inputs: Int, _ hidden: Int, layers count: Int, using random: inout some RandomNumberGenerator) {
        var cells: [OneProductCell] = []
        for layer in 0..<count { cells.append(OneProductCell(layer == 0 ? inputs : hidden, hidden, using: &random)) }
        self.cells = cells
    }

    /// x [n, steps, inputs] · state [layers, n, hidden] each → output [n, steps, hidden], the states after the last
    /// step
    public func callAsFunction(_ x: Tensor, _ state: LSTMState) -> (output: Tensor, state: LSTMState) {
        var (x, ends) = (x, [LSTMState]())
        for (layer, cell) in cells.enumerated() {
            var (now, shown) = (LSTMState(hidden: state.hidden[layer], cell: state.cell[layer]), [Tensor]())
            for t in 0..<x.shape[1] {
                now = cell(x[0..., t], now)
                shown.append(now.hidden)
            }
            ends.append(now)
            x = .stack(shown, axis: 1)
        }
        return (x, LSTMState(hidden: .stack(ends.map(\.hidden)), cell: .stack(ends.map(\.cell))))
    }
}

// The engine's `LSTM` has the same parameters, in PyTorch's shapes and names; `inEngineOrder` lists ours in the same
// order. But its gates lie one below the other as PyTorch has them: input, forget, cell, output. The book's cell, and
// so ours, has input, forget, output, cell. To hand weights over, the last two quarters of the rows have to change
// places:

/// The rows of the gates input, forget, output, cell in the order input, forget, cell, output; and back.
public func lastGatesSwapped(_ rows: Tensor) -> Tensor {
    let gates = chunk(rows, 4)
    return .cat([gates[0], gates[1], gates[3], gates[2]])
}

extension StackedLSTM {
    /// Weights and biases in the engine's order: weight_ih, weight_hh, bias_ih, bias_hh of each layer.
    public var inEngineOrder: [Parameter] {
        cells.flatMap { [$0.fromInput.weight, $0.fromState.weight, $0.fromInput.bias!, $0.fromState.bias!] }
    }
}

extension LanguageModel {
    func sameAsTheEnginesLSTM() {
        // Both get the same weights, and then the same input and states. As in section 12.7, all that comes out is
        // multiplied by random numbers and added up, to have gradients of `everything`:
        var random = run.random
        let (ours, theirs) = (StackedLSTM(5, 6, layers: 2, using: &random), LSTM(5, 6, layers: 2, using: &random))
        for (theirs, ours) in zip(theirs.parameters, ours.inEngineOrder) { theirs.assign(lastGatesSwapped(ours.value)) }
        let x = Tensor.randn(3, 7, 5, using: &random)
        let (h, c) = (Tensor.randn(2, 3, 6, using: &random), Tensor.randn(2, 3, 6, using: &random))
        let (g, s) = (Tensor.randn(3, 7, 6, using: &random), Tensor.randn(2, 3, 6, using: &random))
        func everything(_ net: (Tensor, LSTMState) -> (output: Tensor, state: LSTMState)) -> [Tensor] {
            let leaves = [x, h, c].map { $0.requiringGrad() }
            let (output, after) = net(leaves[0], LSTMState(hidden: leaves[1], cell: leaves[2]))
            ((output * g).sum() + ((after.hidden + 2 * after.cell) * s).sum()).backward()
            return [output, after.hidden, after.cell] + leaves.map { $0.grad! }
        }
        let names = ["output", "hidden state", "cell state", "gradient of x", "of the first h", "of the first c"]
        var table = TextTable(["what", "shape", "largest difference"], decimals: 1)
        var differences: [Float] = []
        // A row of the table for each pair:
        func compare(_ name: String, _ a: Tensor, _ b: Tensor) {
            differences.append(relativeDifference(a, b))
            table.add(name, "\(b.shape)", differences.last!)
        }
        let (a, b) = (everything { ours($0, $1) }, everything { theirs($0, $1) })
        for (name, (a, b)) in zip(names, zip(a, b)) { compare(name, a, b) }
        for ((name, parameter), ours) in zip(theirs.torchParameters, ours.inEngineOrder) {
            compare("of \(name)", lastGatesSwapped(ours.grad!), parameter.grad!)
        }
        show(
            table, "Our two-layer LSTM and the engine's, differences as a share of the largest number",
            predict: .yesNo(
                "Outputs, states and all gradients: do both agree up to rounding (a hundred-thousandth)?",
                differences.allSatisfy { $0 < 1e-5 }))
        record("lstm/largest-difference-to-the-engines", differences.max()!)

        // What if the order had been forgotten? All shapes fit, so nobody would say a word:
        for (theirs, ours) in zip(theirs.parameters, ours.inEngineOrder) { theirs.assign(ours.value) }
        let state = LSTMState(hidden: h, cell: c)
        let wrong = relativeDifference(ours(x, state).output, theirs(x, state).output)
        show(
            significant(wrong, 3), "largest difference of the outputs with output gate and cell gate mixed up",
            predict: .yesNo("With two gates mixed up, does the engine's LSTM refuse the weights?", false))

        // (A test compares the engine with PyTorch's numbers.) From here on we use the engine's LSTM.
    }
}
