// # An LSTM whose weights are dropped
//
// Dropout between the steps of a recurrent net would wear its memory away. AWD-LSTM (S. Merity, N. Keskar and R.
// Socher, "Regularizing and Optimizing LSTM Language Models", 2017) drops weights instead: those that lead from the
// state to the next state, and the same ones for all steps of a batch. So the fast loop over the steps need not know of
// it.

import Tensors

/// An LSTM that, while training, loses a share of its hidden-to-hidden weights in every call; those that are left are
/// divided by 1 - p. In evaluation it is the LSTM.
///
/// (fastai's `WeightDropout` around PyTorch's LSTM.)
public final class WeightDroppedLSTM: Module, Layer {
    /// It holds the whole weights, which are learned.
    public let lstm: LSTM
    /// Probability of a weight to be dropped, 0...1.
    public let weightDropout: Float
    private let random: RandomStream

    /// - Parameters:
    ///   - inputs, hidden: numbers per step that go in, and that come out of a cell.
    ///   - layers: how many are stacked.
    ///   - weightDropout: probability of a hidden-to-hidden weight to be dropped, 0...1.
    ///   - random: the source of the initial values, and of the seed of this layer's own generator.
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, weightDropout: Float,
        using random: inout some RandomNumberGenerator
    ) {
        requireProbability("WeightDroppedLSTM", weightDropout)
        lstm = LSTM(inputs, hidden, layers: layers, bias: bias, using: &random)
        (self.weightDropout, self.random) = (weightDropout, RandomStream(seed: random.next()))
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
        if !isTraining { return lstm.run(x, from: state) }
        var stream = random
        return lstm.run(x, from: state) { cell in
            var weights = cell.weights
            weights.hidden = weights.hidden.dropout(weightDropout, using: &stream)
            return weights
        }
    }
}
