// Exercise 4.10 · Weights for an eight
// Section 4.5, question 4.12: Chapters/04-DigitClassifier/05-GradientDescent.swift

import Practice
import Tensors

/// The score of each image: every pixel times its weight, summed. (The book's `pr_eight`, for many images at once.)
/// images [n, h, w], weights [h, w] → [n], without a loop.
public func scoresOfEight(_ images: Tensor, _ weights: Tensor) throws -> Tensor {
    throw Unanswered("4.10")
}

/// A first guess at the weights, without any learning: 1 where every eight has full ink and no other image has any, −1
/// where it is the other way round, 0 where both have as much, and in between by how often and how dark the ink is.
/// eights [n, h, w], others [m, h, w], pixels 0...1 → [h, w].
/// Eights [[[1, 1]], [[1, 0]]] and others [[[0, 1]]] → [[1, −0.5]].
public func weightsOfEight(_ eights: Tensor, _ others: Tensor) throws -> Tensor {
    throw Unanswered("4.10")
}
