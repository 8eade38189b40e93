// Exercise 17.21 · The gradients of a layer that stores its weights by rows
// Section 17.9, question 17.34: Chapters/17-Foundations/09d-LinearGradient.swift

import Practice
import Tensors

/// The three gradients of the linear layer y = x · wᵀ + b, whose weights are stored with a row for each neuron, as in
/// section 17.1, in PyTorch, and in our engine. By hand, without `backward`: derive them from
///
///     y[i, j] = Σₖ x[i, k] · w[j, k] + b[j]
///
/// x [n, in], w [out, in] and G [n, out], the gradient of the loss with respect to y → gradients of x [n, in], w [out,
/// in] and b [out].
///
/// x = [[1, 2]], w = [[3, 4], [5, 6], [7, 8]], G = [[1, 0, 10]]  →  x [[73, 84]], w [[1, 2], [0, 0], [10, 20]], b [1,
/// 0, 10]
public func outputsFirstGradient(
    x: Tensor, w: Tensor, outputGradient G: Tensor
) throws -> (x: Tensor, w: Tensor, b: Tensor) {
    throw Unanswered("17.21")
}
