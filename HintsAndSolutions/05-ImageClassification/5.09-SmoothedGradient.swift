// Nudge: The page has the gradient for one-hot targets: what the net says less what it should say. Which part of the
//   derivation used that the targets are 0 and 1, and which only that they add up to 1?
// Idea: The loss of an item is ln Σ eˣ · Σ target - Σ target · x. The targets still add up to 1, so the slope for an
//   activation is softmax less its target, whatever the targets are.
// Almost: A row of targets is `(0..<classes).map { ($0 == label ? 1 - ε : 0) + ε / Float(classes) }`. The answer is
//   `(activations.softmax(axis: 1) - targets) / Float(labels.count)`.

import Tensors

public func smoothedGradient(_ activations: Tensor, _ labels: [Int], smoothing: Float) throws -> Tensor {
    let classes = activations.shape[1]
    let targets = labels.map { label in
        (0..<classes).map { ($0 == label ? 1 - smoothing : 0) + smoothing / Float(classes) }
    }
    return (activations.softmax(axis: 1) - Tensor(targets)) / Float(labels.count)
}
