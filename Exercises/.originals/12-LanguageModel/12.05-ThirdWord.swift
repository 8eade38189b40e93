// Exercise 12.5 · The third word from two
// Section 12.2: Chapters/12-LanguageModel/02b-FirstModel.swift

import Practice
import Tensors

/// A model that predicts the third word from the first two, as a function of its weights. (The book asks for a module,
/// without looking.) The first word's row of the embedding goes through the hidden layer and ReLU. The second word's
/// row is added to that, and the sum goes through the same layer and ReLU. The output layer makes scores of it.
///
/// x [batch, 2], whole numbers · embedding [vocabulary, hidden] · hiddenWeight [hidden, hidden] · hiddenBias [hidden] ·
/// outputWeight [vocabulary, hidden] · outputBias [vocabulary] → scores [batch, vocabulary]
///
/// A layer computes `h.matmul(weight.T) + bias`; `embedding.rows([3, 0])` are rows 3 and 0. Gradients must find their
/// way back to all five.
public func thirdWordScores(
    _ x: IntTensor, embedding: Tensor, hiddenWeight: Tensor, hiddenBias: Tensor, outputWeight: Tensor,
    outputBias: Tensor
) throws -> Tensor {
    throw Unanswered("12.5")
}
