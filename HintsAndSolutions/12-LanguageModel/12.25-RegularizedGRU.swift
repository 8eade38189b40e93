// Nudge: Take `RegularizedModel` and `AWDLSTMModel` side by side, and ask of each line of theirs whether you need it.
// Idea: Keep an array of `GRUCell`s and one of states. For each layer, take the cell's weights; in training, replace
//   `weights.hidden` by what dropout leaves of it; run `gru` from the layer's state, or from zeros; and keep the last
//   step, detached.
// Almost: `weights.hidden = weights.hidden.dropout(weightDropout, using: &stream)`, where `stream` is a `RandomStream`
//   that the model keeps. A cell in the model's own array is found as a part of it, and its weights with it. The new
//   state is `y[0..., -1].detached()`.

import Chapter12
import Layers
import Tensors

final class RegularizedGRU: Module, WordModel, KeepsActivations {
    let embedding: Embedding
    let cells: [GRUCell]
    let last: LockedDropout
    let output: Linear
    let weightDropout: Float
    private let random: RandomStream
    private var states: [Tensor?]
    private(set) var activations: RecurrentActivations?

    init(
        _ vocabulary: Int, _ hidden: Int, _ layers: Int, _ p: Float, _ weightDropout: Float,
        using random: inout SplitMix64
    ) {
        embedding = Embedding(vocabulary, hidden, using: &random)
        cells = (0..<layers).map { _ in GRUCell(hidden, hidden, using: &random) }
        last = LockedDropout(p, using: &random)
        output = Linear(tiedTo: embedding.weight, using: &random)
        self.weightDropout = weightDropout
        self.random = RandomStream(seed: random.next())
        states = Array(repeating: nil, count: layers)
    }

    func forward(_ tokens: IntTensor) -> Tensor {
        var (x, stream) = (embedding(tokens), random)
        for (number, cell) in cells.enumerated() {
            var weights = cell.weights
            if isTraining { weights.hidden = weights.hidden.dropout(weightDropout, using: &stream) }
            x = x.gru(weights, from: states[number] ?? .zeros(tokens.shape[0], cell.hidden))
            states[number] = x[0..., -1].detached()
        }
        let dropped = last(x)
        activations = RecurrentActivations(raw: x, dropped: dropped)
        return output(dropped)
    }

    func reset() { states = states.map { _ in nil } }
}

public func regularizedGRU(
    vocabulary: Int, hidden: Int, layers: Int, dropout p: Float, weightDropout: Float, seed: UInt64
) throws -> any WordModel & KeepsActivations {
    var random = SplitMix64(seed: seed)
    return RegularizedGRU(vocabulary, hidden, layers, p, weightDropout, using: &random)
}
