// Nudge: Two products for each step, one of the input and one of the state. Each has three parts. Only for r and z
//   are the parts of both added before anything else happens.
// Idea: `let a = x[0..., t].linear(weights.input, weights.inputBias)` and the same for the state, then `chunked(3,
//   axis: 1)` of both. r and z are sigmoids of sums of parts 0 and 1.
// Almost: `let n = (a[2] + r * b[2]).tanh()`, and `h = (1 - z) * n + z * h`. Collect the h and stack them along axis
//   1.

import Practice
import Tensors

public func gatedRecurrentUnit(_ x: Tensor, from h: Tensor, _ weights: RecurrentWeights) throws -> Tensor {
    var (h, all) = (h, [Tensor]())
    for t in 0..<x.shape[1] {
        let a = x[0..., t].linear(weights.input, weights.inputBias).chunked(3, axis: 1)
        let b = h.linear(weights.hidden, weights.hiddenBias).chunked(3, axis: 1)
        let (r, z) = ((a[0] + b[0]).sigmoid(), (a[1] + b[1]).sigmoid())
        let n = (a[2] + r * b[2]).tanh()
        h = (1 - z) * n + z * h
        all.append(h)
    }
    return .stack(all, axis: 1)
}
