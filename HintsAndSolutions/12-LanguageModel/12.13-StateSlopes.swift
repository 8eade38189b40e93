// Nudge: Two things go along the steps: the state, and the matrix of slopes up to there. Before the first step, the
//   state depends on itself: which matrix is that?
// Idea: A step multiplies the matrix from the left by wₕ, and then every row i by the slope of the tanh there, 1 -
//   hᵢ².
// Almost: `slopes = (1 - h.squared()).unsqueezed(1) * w.hidden.matmul(slopes)`, after h has become the new state.
//   Begin with `Tensor.eye`.

import Practice
import Tensors

public func stateSlopes(_ x: Tensor, from h: Tensor, _ weights: RecurrentWeights) throws -> [Tensor] {
    var (h, slopes, all) = (h, Tensor.eye(h.count), [Tensor]())
    for t in 0..<x.shape[0] {
        let sum =
            x[t].unsqueezed(0).linear(weights.input, weights.inputBias)
            + h.unsqueezed(0).linear(weights.hidden, weights.hiddenBias)
        h = sum.tanh().squeezed(0)
        slopes = (1 - h.squared()).unsqueezed(1) * weights.hidden.matmul(slopes)
        all.append(slopes)
    }
    return all
}
