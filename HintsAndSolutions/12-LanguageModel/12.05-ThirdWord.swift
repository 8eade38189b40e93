// Nudge: The model of the page has three words; leave one out. What the layers do is written in the statement.
// Idea: `x[0..., 0].scalars` are the first words of the batch, so their rows are `embedding.rows(x[0..., 0].scalars)`.
// Almost: With `rows(k)` for the rows of word k and `layer(h)` for the hidden layer with ReLU, the state is
//   `layer(layer(rows(0)) + rows(1))`.

import Tensors

public func thirdWordScores(
    _ x: IntTensor, embedding: Tensor, hiddenWeight: Tensor, hiddenBias: Tensor, outputWeight: Tensor,
    outputBias: Tensor
) throws -> Tensor {
    func rows(_ word: Int) -> Tensor { embedding.rows(x[0..., word].scalars) }
    func layer(_ h: Tensor) -> Tensor { (h.matmul(hiddenWeight.T) + hiddenBias).relu() }
    return layer(layer(rows(0)) + rows(1)).matmul(outputWeight.T) + outputBias
}
