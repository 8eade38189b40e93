// Exercise 12.9 · The loss of each place
// Section 12.6: Chapters/12-LanguageModel/06b-LossOverAllWords.swift

import Practice
import Tensors

/// One number for all words hides where a model is bad. Compute the mean cross-entropy for each place of the sequence,
/// over the rows of the batch: place 0 are the first words of all rows.
///
/// scores [batch, words, vocabulary] · next [batch, words] → losses [words]. There is at least one row.
///
/// The loss of a word is −ln softmax(scores)[right word]. Scores may be as large as 1000 or as small as −1000; the
/// result must be right for them, too. The mean of the result is `flattenedCrossEntropy`, and gradients must find their
/// way back.
public func lossByPlace(_ scores: Tensor, _ next: IntTensor) throws -> Tensor {
    throw Unanswered("12.9")
}
