// Nudge: You know how to normalize one batch. What is left is cutting, and putting together again.
// Idea: Go through the starts 0, size, 2 · size, … and take the images from each start to the next, or to the end. Put
//   the normalized parts together along axis 0.
// Almost: `stride(from: 0, to: n, by: size)` gives the starts, `x[start..<min(start + size, n)]` a part, and
//   `Tensor.cat(parts)` the whole. Everything is recorded, so gradients flow by themselves.

import Tensors

public func ghostBatchNorm(_ x: Tensor, gamma: Tensor, beta: Tensor, size: Int) throws -> Tensor {
    let n = x.shape[0]
    let parts = stride(from: 0, to: n, by: size).map { start in
        let part = x[start..<min(start + size, n)]
        let centred = part - part.mean(axes: 0, 2, 3, keepingAxes: true)
        let variance = centred.squared().mean(axes: 0, 2, 3, keepingAxes: true)
        return centred / (variance + 1e-5).sqrt()
    }
    return Tensor.cat(parts) * gamma.reshaped(-1, 1, 1) + beta.reshaped(-1, 1, 1)
}
