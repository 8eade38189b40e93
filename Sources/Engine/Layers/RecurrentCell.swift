// # The cell of a recurrent net: weights, and one step
//
// A cell turns an input and a state into the next state. A layer (RNN, LSTM, GRU) hands its cells whole
// sequences: the same weights, step after step, in one operation.

import Tensors

/// The weights of one recurrent layer; the base of the cells.
///
/// All start uniform in ±1/√hidden, PyTorch's default.
open class RecurrentCell: Module {
    /// Numbers per step that go in, and numbers of the state.
    public final let inputs, hidden: Int
    /// [gates · hidden, inputs] and [gates · hidden, hidden], the gates one below the other.
    public final let inputWeight, hiddenWeight: Parameter
    /// [gates · hidden]; nil for a cell without bias.
    public final let inputBias, hiddenBias: Parameter?

    init(
        _ inputs: Int, _ hidden: Int, gates: Int, bias: Bool, using random: inout some RandomNumberGenerator
    ) {
        (self.inputs, self.hidden) = (inputs, hidden)
        let bound = 1 / Float(max(hidden, 1)).squareRoot()
        func start(_ shape: Int...) -> Parameter { Parameter(.rand(shape, low: -bound, high: bound, using: &random)) }
        inputWeight = start(gates * hidden, inputs)
        hiddenWeight = start(gates * hidden, hidden)
        inputBias = bias ? start(gates * hidden) : nil
        hiddenBias = bias ? start(gates * hidden) : nil
    }

    /// The weights as they are now.
    public final var weights: RecurrentWeights {
        RecurrentWeights(
            input: inputWeight.value, hidden: hiddenWeight.value, inputBias: inputBias?.value,
            hiddenBias: hiddenBias?.value)
    }
}

/// h' = tanh(x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ), or with relu
public final class RNNCell: RecurrentCell {
    public let activation: RecurrentActivation

    /// - Parameters:
    ///   - inputs, hidden: numbers per item that go in, and numbers of the state.
    ///   - bias: false leaves out both biases.
    public init(
        _ inputs: Int, _ hidden: Int, activation: RecurrentActivation = .tanh, bias: Bool = true,
        using random: inout some RandomNumberGenerator
    ) {
        self.activation = activation
        super.init(inputs, hidden, gates: 1, bias: bias, using: &random)
    }

    /// One step: x [batch, inputs] · state [batch, hidden] → the next state. Without one, the state is zero.
    public func callAsFunction(_ x: Tensor, _ state: Tensor? = nil) -> Tensor {
        x.unsqueezed(1).rnn(weights, from: state ?? .zeros(x.shape[0], hidden), activation).squeezed(1)
    }
}

/// A gated recurrent unit: z chooses between the old state and a new one (formulas at `Tensor.gru`).
public final class GRUCell: RecurrentCell {
    public init(_ inputs: Int, _ hidden: Int, bias: Bool = true, using random: inout some RandomNumberGenerator) {
        super.init(inputs, hidden, gates: 3, bias: bias, using: &random)
    }

    /// One step: x [batch, inputs] · state [batch, hidden] → the next state. Without one, the state is zero.
    public func callAsFunction(_ x: Tensor, _ state: Tensor? = nil) -> Tensor {
        x.unsqueezed(1).gru(weights, from: state ?? .zeros(x.shape[0], hidden)).squeezed(1)
    }
}

/// What an LSTM remembers: the state h that it shows, and the cell c that it keeps.
public struct LSTMState: Sendable {
    /// Of a cell [batch, hidden], of a net [layers, batch, hidden].
    public var hidden, cell: Tensor

    public init(hidden: Tensor, cell: Tensor) { (self.hidden, self.cell) = (hidden, cell) }

    /// The same numbers, detached from the graph: later gradients do not reach back beyond this point.
    public func detached() -> LSTMState { LSTMState(hidden: hidden.detached(), cell: cell.detached()) }
}

/// A long short-term memory: gates guard a cell that can keep a number for long (formulas at `Tensor.lstm`).
public final class LSTMCell: RecurrentCell {
    public init(_ inputs: Int, _ hidden: Int, bias: Bool = true, using random: inout some RandomNumberGenerator) {
        super.init(inputs, hidden, gates: 4, bias: bias, using: &random)
    }

    /// One step: x [batch, inputs] · state [batch, hidden] each → the next state. Without one, the state is zero.
    public func callAsFunction(_ x: Tensor, _ state: LSTMState? = nil) -> LSTMState {
        let zero = Tensor.zeros(x.shape[0], hidden)
        let (y, cell) = x.unsqueezed(1).lstm(weights, from: state?.hidden ?? zero, cell: state?.cell ?? zero)
        return LSTMState(hidden: y.squeezed(1), cell: cell)
    }
}
