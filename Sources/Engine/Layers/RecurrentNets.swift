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
// entry per layer, [layers, batch, hidden].
//
// The batch is the first axis, the steps are the second (PyTorch's `batch_first=True`, which is not its default).

import Tensors

/// What RNN, LSTM and GRU have in common: cells stacked on one another, and dropout between them.
open class RecurrentNet<Cell: RecurrentCell>: Module {
    /// One cell per layer; the first reads the input, each other the one before it.
    public final let layers: [Cell]
    /// Applied to the output of every layer but the last.
    public final let dropout: Dropout

    init(_ layers: [Cell], dropout: Float, using random: inout some RandomNumberGenerator) {
        (self.layers, self.dropout) = (layers, Dropout(dropout, using: &random))
    }

    /// Runs the layers on one another's output; `run` does one of them.
    final func stacked(_ x: Tensor, _ run: (_ layer: Int, _ x: Tensor) -> Tensor) -> Tensor {
        layers.indices.reduce(x) { x, layer in run(layer, layer == 0 ? x : dropout(x)) }
    }

    /// A state [layers, batch, hidden] cut into layers; zeros if there is none.
    final func parts(_ state: Tensor?, for x: Tensor) -> [Tensor] {
        let shape = [layers.count, x.shape.first ?? 0, layers[0].hidden]
        guard let state else { return layers.map { _ in .zeros(Array(shape.dropFirst())) } }
        require(
            state.shape == shape, "a state \(state.shape) for an input \(x.shape)", "it does not fit",
            try: "\(shape): layers, batch, hidden; or none")
        return layers.indices.map { state[$0] }
    }
}

/// The cells of a net of several layers.
private func stack<Cell>(_ inputs: Int, _ hidden: Int, _ layers: Int, _ cell: (_ inputs: Int) -> Cell) -> [Cell] {
    require(layers > 0, "a recurrent net of \(layers) layers", "it needs at least one")
    return (0..<layers).map { cell($0 == 0 ? inputs : hidden) }
}

/// A plain recurrent net: h' = tanh(x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ), or with relu
public final class RNN: RecurrentNet<RNNCell>, Layer {
    /// - Parameters:
    ///   - inputs, hidden: numbers per step that go in, and that come out.
    ///   - layers: how many are stacked.
    ///   - dropout: the share of numbers dropped between layers while training; a single layer drops none.
    ///   - random: the source of the initial values and of the dropout.
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, activation: RecurrentActivation = .tanh, bias: Bool = true,
        dropout: Float = 0, using random: inout some RandomNumberGenerator
    ) {
        let cells = stack(inputs, hidden, layers) {
            RNNCell($0, hidden, activation: activation, bias: bias, using: &random)
        }
        super.init(cells, dropout: dropout, using: &random)
    }

    /// x [batch, steps, inputs] → [batch, steps, hidden], starting from zeros.
    public func forward(_ x: Tensor) -> Tensor { run(x, from: nil).output }

    /// x [batch, steps, inputs] · state [layers, batch, hidden] → output [batch, steps, hidden], the state at the end
    public func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, state: Tensor) {
        let (output, state) = run(x, from: state)
        return (throughHooks(x, output), state)
    }

    private func run(_ x: Tensor, from state: Tensor?) -> (output: Tensor, state: Tensor) {
        let before = parts(state, for: x)
        var after: [Tensor] = []
        let output = stacked(x) { layer, x in
            let y = x.rnn(layers[layer].weights, from: before[layer], layers[layer].activation)
            after.append(y[0..., -1])
            return y
        }
        return (output, .stack(after))
    }
}

/// A net of gated recurrent units.
public final class GRU: RecurrentNet<GRUCell>, Layer {
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, dropout: Float = 0,
        using random: inout some RandomNumberGenerator
    ) {
        let cells = stack(inputs, hidden, layers) { GRUCell($0, hidden, bias: bias, using: &random) }
        super.init(cells, dropout: dropout, using: &random)
    }

    /// x [batch, steps, inputs] → [batch, steps, hidden], starting from zeros.
    public func forward(_ x: Tensor) -> Tensor { run(x, from: nil).output }

    /// x [batch, steps, inputs] · state [layers, batch, hidden] → output [batch, steps, hidden], the state at the end
    public func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, state: Tensor) {
        let (output, state) = run(x, from: state)
        return (throughHooks(x, output), state)
    }

    private func run(_ x: Tensor, from state: Tensor?) -> (output: Tensor, state: Tensor) {
        let before = parts(state, for: x)
        var after: [Tensor] = []
        let output = stacked(x) { layer, x in
            let y = x.gru(layers[layer].weights, from: before[layer])
            after.append(y[0..., -1])
            return y
        }
        return (output, .stack(after))
    }
}

/// A net of long short-term memories.
public final class LSTM: RecurrentNet<LSTMCell>, Layer {
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, dropout: Float = 0,
        using random: inout some RandomNumberGenerator
    ) {
        let cells = stack(inputs, hidden, layers) { LSTMCell($0, hidden, bias: bias, using: &random) }
        super.init(cells, dropout: dropout, using: &random)
    }

    /// x [batch, steps, inputs] → [batch, steps, hidden], starting from zeros.
    public func forward(_ x: Tensor) -> Tensor { run(x, from: nil).output }

    /// x [batch, steps, inputs] · state [layers, batch, hidden] each → output [batch, steps, hidden], the state at the
    /// end
    public func callAsFunction(_ x: Tensor, _ state: LSTMState?) -> (output: Tensor, state: LSTMState) {
        let (output, state) = run(x, from: state)
        return (throughHooks(x, output), state)
    }

    private func run(_ x: Tensor, from state: LSTMState?) -> (output: Tensor, state: LSTMState) {
        let (hidden, cells) = (parts(state?.hidden, for: x), parts(state?.cell, for: x))
        var after: [(hidden: Tensor, cell: Tensor)] = []
        let output = stacked(x) { layer, x in
            let (y, cell) = x.lstm(layers[layer].weights, from: hidden[layer], cell: cells[layer])
            after.append((y[0..., -1], cell))
            return y
        }
        return (output, LSTMState(hidden: .stack(after.map(\.hidden)), cell: .stack(after.map(\.cell))))
    }
}
