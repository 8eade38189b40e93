// Exercise 12.22 · The gradient of TAR by hand
// Section 12.13: Chapters/12-LanguageModel/13-ActivationRegularization.swift

import Practice
import Tensors

/// The gradient of beta · mean of the squared differences between consecutive steps, with respect to `raw`, without
/// `backward()`.
///
/// raw [batch, steps, hidden], with at least one step → the same shape. With a single step there are no differences,
/// and the gradient is 0. For [[[1, 2], [3, 2], [3, 4]]] and beta 1 it is [[[-1, 0], [1, -1], [0, 1]]].
public func temporalGradient(_ raw: Tensor, beta: Float) throws -> Tensor {
    throw Unanswered("12.22")
}
