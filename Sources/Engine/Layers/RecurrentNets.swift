// # RNN, LSTM and GRU: layers over sequences
//
//     var state: LSTMState? = nil
//     for batch in batches {
//         let (output, next) = lstm(batch.x, state)
//         …
//         state = next.detached()
//     }
//
// The state goes in and comes out, so that a batch can continue the one before. A detached state carries the
// memory on, but no gradient: this is truncated backpropagation. If it were not detached, the gradient of the
// next batch would reach back into this one.
//
// Several layers are stacked: each reads the output of the one below it at every step. The state then has one
// entry per layer, [layers, batch, hidden]. A bidirectional net has a second cell in every layer, which reads the
// sequence from its end (RecurrentNet.swift), and its state has two entries per layer, [2 · layers, batch, hidden].
//
// The batch is the first axis, the steps are the second (PyTorch's `batch_first=True`, which is not its default).

import Tensors

/// A plain recurrent net: h' = tanh(x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ), or with relu
public final class RNN: RecurrentNet<RNNCell>, Layer {
    /// - Parameters:
    ///   - inputs, hidden: numbers per step that go in, and that come out of a cell.
    ///   - layers: how many are stacked.
    ///   - dropout: the share of numbers dropped between layers while training; a single layer drops none.
    ///   - bidirectional: true for a second cell per layer, which reads from the end; 2 · hidden numbers come out.
    ///   - random: the source of the initial values and of the dropout.
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, activation: RecurrentActivation = .tanh, bias: Bool = true,
        dropout: Float = 0, bidirectional: Bool = false, using random: inout some RandomNumberGenerator
    ) {
        super.init(inputs, hidden, layers, bidirectional, dropout, using: &random) {
            RNNCell($0, hidden, activation: activation, bias: bias, using: &$1)
        }
    }

    /// x [batch, steps, inputs] → [batch, steps, hidden], or 2 · hidden, starting from zeros.
    public func forward(_ x: Tensor) -> Tensor { run(x, from: nil).output }

    /// x [batch, steps, inputs] · state [layers, batch, hidden] → output [batch, steps, hidden], the state at the end
    ///
    /// With twice as many entries in the state, and twice the numbers in the output, if the net is bidirectional.
    public func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, state: Tensor) {
        let (output, state) = run(x, from: state)
        return (throughHooks(x, output), state)
    }

    private func run(_ x: Tensor, from state: Tensor?) -> (output: Tensor, state: Tensor) {
        run(x, from: state) { cell, x, h in x.rnn(cell.weights, from: h, cell.activation) }
    }
}

/// A net of gated recurrent units.
public final class GRU: RecurrentNet<GRUCell>, Layer {
    /// The parameters are those of ``RNN``.
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, dropout: Float = 0,
        bidirectional: Bool = false, using random: inout some RandomNumberGenerator
    ) {
        super.init(inputs, hidden, layers, bidirectional, dropout, using: &random) {
            GRUCell($0, hidden, bias: bias, using: &$1)
        }
    }

    /// x [batch, steps, inputs] → [batch, steps, hidden], or 2 · hidden, starting from zeros.
    public func forward(_ x: Tensor) -> Tensor { run(x, from: nil).output }

    /// x [batch, steps, inputs] · state [layers, batch, hidden] → output [batch, steps, hidden], the state at the end
    ///
    /// With twice as many entries in the state, and twice the numbers in the output, if the net is bidirectional.
    public func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, state: Tensor) {
        let (output, state) = run(x, from: state)
        return (throughHooks(x, output), state)
    }

    private func run(_ x: Tensor, from state: Tensor?) -> (output: Tensor, state: Tensor) {
        run(x, from: state) { cell, x, h in x.gru(cell.weights, from: h) }
    }
}

/// A net of long short-term memories.
public final class LSTM: RecurrentNet<LSTMCell>, Layer {
    /// The parameters are those of ``RNN``.
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, dropout: Float = 0,
        bidirectional: Bool = false, using random: inout some RandomNumberGenerator
    ) {
        super.init(inputs, hidden, layers, bidirectional, dropout, using: &random) {
            LSTMCell($0, hidden, bias: bias, using: &$1)
        }
    }

    /// x [batch, steps, inputs] → [batch, steps, hidden], or 2 · hidden, starting from zeros.
    public func forward(_ x: Tensor) -> Tensor { run(x, from: nil).output }

    /// x [batch, steps, inputs] · state [layers, batch, hidden] each → output [batch, steps, hidden], the state at the
    /// end
    ///
    /// With twice as many entries in the state, and twice the numbers in the output, if the net is bidirectional.
    public func callAsFunction(_ x: Tensor, _ state: LSTMState?) -> (output: Tensor, state: LSTMState) {
        let (output, state) = run(x, from: state)
        return (throughHooks(x, output), state)
    }

    /// Runs all cells with their own weights, or with what `weights` makes of them (WeightDroppedLSTM.swift).
    func run(
        _ x: Tensor, from state: LSTMState?, weights: (LSTMCell) -> RecurrentWeights = { $0.weights }
    ) -> (output: Tensor, state: LSTMState) {
        let (hidden, cells) = (parts(state?.hidden, for: x), parts(state?.cell, for: x))
        var after: [(hidden: Tensor, cell: Tensor)] = []
        let output = stacked(x) { number, cell, x in
            let (y, c) = x.lstm(weights(cell), from: hidden[number], cell: cells[number])
            after.append((y[0..., -1], c))
            return y
        }
        return (output, LSTMState(hidden: .stack(after.map(\.hidden)), cell: .stack(after.map(\.cell))))
    }
}
