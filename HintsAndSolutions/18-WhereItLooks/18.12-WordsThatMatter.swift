// Nudge: The embedding is a layer, its output has a place for each word. What do you do at a layer to get activations
//   and gradients?
// Idea: `embedding.onForward` and `embedding.onBackward`, and then `reader(embedding(ids))[0, kind].backward()`. The
//   same word twice has two places, each with a gradient of its own.
// Almost: `IntTensor(shape: [1, words.count], words)` are the ids. At the end `(activations * gradients)[0].sum(axis:
//   1).scalars`, and `zeroGrad()` for both.

import Layers
import Tensors

public func wordScores(
    _ words: [Int], embedding: Embedding, reader: any Layer<Tensor, Tensor>, kind: Int
) throws -> [Float] {
    if words.isEmpty { return [] }
    embedding.eval()
    reader.eval()
    defer {
        embedding.zeroGrad()
        reader.zeroGrad()
    }
    var (activations, gradients) = (Tensor(0), Tensor(0))
    let hooks = [embedding.onForward { _, y in activations = y.detached() }, embedding.onBackward { gradients = $0 }]
    hooks.during { reader(embedding(IntTensor(shape: [1, words.count], words)))[0, kind].backward() }
    return (activations * gradients)[0].sum(axis: 1).scalars
}
