// Nudge: Nudge a single w[j, k]. Which of the y[i, j] move, and how far? Write the sum down before you write code, and
//   let the shapes check it.
// Idea: ∂loss/∂w[j, k] = Σᵢ G[i, j] · x[i, k], and ∂loss/∂x[i, k] = Σⱼ G[i, j] · w[j, k]. A sum over an index that is
//   the last of the left factor and the first of the right one is a matrix product; where it is the first of the left
//   one, that one has to be transposed.
// Almost: In the sum for x, j is the last index of G and the first of w: no transpose at all. In the sum for w, i is
//   the first index of both: `G.T.matmul(x)`. The bias gets the sum of G over the items.

import Tensors

public func outputsFirstGradient(
    x: Tensor, w: Tensor, outputGradient G: Tensor
) throws -> (x: Tensor, w: Tensor, b: Tensor) {
    // The transpose of the forward pass is gone from the first, and has moved into the second.
    (G.matmul(w), G.T.matmul(x), G.sum(axis: 0))
}
