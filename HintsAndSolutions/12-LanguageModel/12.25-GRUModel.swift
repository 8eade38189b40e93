// Nudge: Both matrices give three blocks side by side. A step needs all three of the input, and all three of the state.
// Idea: Cut `x · wᵢᵀ + bᵢ` and `h · wₕᵀ + bₕ` into three with `chunked(3, axis: 1)`. The model is the LSTM's of this
//   chapter, with a GRU, whose state is a single tensor.
// Almost: in a loop over the steps, `let xs = x[0..., step].linear(weights.input, weights.inputBias).chunked(3, axis:
//   1)`, the same for h, and at the end `.stack(states, axis: 1)`. In the model: `let (y, next) =
//   gru(embedding(tokens), state)`, then `state = next.detached()`.

import Chapter12
import Layers
import Tensors

public func gruStates(_ x: Tensor, _ weights: RecurrentWeights, from h: Tensor) throws -> Tensor {
    var (h, states) = (h, [Tensor]())
    for step in 0..<x.shape[1] {
        let xs = x[0..., step].linear(weights.input, weights.inputBias).chunked(3, axis: 1)
        let ps = h.linear(weights.hidden, weights.hiddenBias).chunked(3, axis: 1)
        let (r, z) = ((xs[0] + ps[0]).sigmoid(), (xs[1] + ps[1]).sigmoid())
        h = (1 - z) * (xs[2] + r * ps[2]).tanh() + z * h
        states.append(h)
    }
    return .stack(states, axis: 1)
}

final class GRUModel: Module, LanguageModelNet {
    let embedding: Embedding
    let gru: GRU
    let output: Linear
    private var state: Tensor?

    init(vocabulary: Int, hidden: Int, layers: Int, using random: inout SplitMix64) {
        embedding = Embedding(vocabulary, hidden, using: &random)
        gru = GRU(hidden, hidden, layers: layers, using: &random)
        output = Linear(hidden, vocabulary, using: &random)
    }

    func forward(_ tokens: IntTensor) -> Tensor {
        let (y, next) = gru(embedding(tokens), state)
        state = next.detached()
        return output(y)
    }

    func reset() { state = nil }
}

public func gruModel(vocabulary: Int, hidden: Int, layers: Int, seed: UInt64) throws -> any LanguageModelNet {
    var random = SplitMix64(seed: seed)
    return GRUModel(vocabulary: vocabulary, hidden: hidden, layers: layers, using: &random)
}
