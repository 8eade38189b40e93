// Exercise 8.11 · The gradient of looked-up dot products
// Section 8.4, question 8.15: Chapters/08-CollaborativeFiltering/04b-DotProduct.swift

import Practice
import Tensors

/// What `DotProduct` learns from a batch, without `backward`: the gradients of both tables.
///
/// users [n, d] · films [m, d] · pairs [b, 2] a user and a film in each row · dy [b] the gradient of each dot product →
/// users: [n, d], films: [m, d]. Rows that are not looked up have gradient 0. A user or a film that is in several pairs
/// gets the sum.
public func dotProductGradients(
    _ users: Tensor, _ films: Tensor, pairs: IntTensor, dy: Tensor
) throws -> (users: Tensor, films: Tensor) {
    throw Unanswered("8.11")
}
