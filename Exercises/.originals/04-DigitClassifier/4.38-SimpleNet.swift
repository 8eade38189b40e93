// Exercise 4.38 · A net of any depth, by hand
// Section 4.15, question 4.35: Chapters/04-DigitClassifier/15-Nonlinearity.swift

import Practice
import Tensors

/// The scores of a net: linear layers one after the other, with a ReLU between every two of them, and none after the
/// last. Its parameters come in one list, weights and bias of the first layer, of the second one, and so on:
/// w₁ [in, h₁], b₁ [h₁], w₂ [h₁, h₂], b₂ [h₂], … With four of them it is the page's net (the book's `simple_net`), with
/// two it is a linear model. x [n, in] → [n, out]; tracked parameters give tracked scores.
/// x = [[1]], w₁ = [[1, −1]], b₁ = [0, 0], w₂ = [[2], [3]], b₂ = [−5] → [[−3]].
public func simpleNet(_ x: Tensor, _ parameters: [Tensor]) throws -> Tensor {
    throw Unanswered("4.38")
}
