// Exercise 18.12 · Words that matter
// Section 18.4, further research 2: Chapters/18-WhereItLooks/04c-InnerLayers.swift

import Layers
import Practice
import Tensors

/// Which words of a review speak for a sentiment: Grad-CAM for text. Each word is a number, its row in the table of
/// `embedding`; `reader` makes the scores [1, kinds] of the embedded words [1, words, width]. A word's score is the
/// sum, over the width, of its embedding times the gradient of the score of `kind` with respect to this embedding.
/// (With a single place for each gradient, there is nothing to average.)
///
/// Both are used as in evaluation, and may be left in that mode. Afterwards no hook is left, and no gradient in the
/// parameters; none was there before. A review without words has no scores.
public func wordScores(
    _ words: [Int], embedding: Embedding, reader: any Layer<Tensor, Tensor>, kind: Int
) throws -> [Float] {
    throw Unanswered("18.12")
}
