// # A loss over all words
//
// Section 12.6 · After this page you can compute a loss and an accuracy for predictions with two leading axes.

import Foundation
import Layers
import Notebook
import Tensors
import Training

// Cross-entropy, as we have used it, wants a table of scores with a row per item, [n, classes], and a list of the right
// classes, [n]. The model now gives [64, 16, 30], and what is to be predicted is [64, 16]. Called with these, it
// refuses:
//
//     crossEntropy of [64, 16, 30], labels [64, 16]: one label per row is needed
//       try: predictions [n, classes] and labels [n]
//
// But the 64 · 16 predictions are nothing but 1,024 items. Whether two of them are in the same sequence does not matter
// to the loss. So both are *flattened*, the scores to [1024, 30] and the words to [1024], in the same order:

/// Mean cross-entropy over all words of all samples. (The book's `loss_func`.)
///
/// scores [batch, words, vocabulary] · next [batch, words]
@Sendable public func flattenedCrossEntropy(_ scores: Tensor, _ next: IntTensor) -> Tensor {
    crossEntropy(scores.reshaped(-1, scores.shape[2]), next.reshaped(-1))
}

extension LanguageModel {
    func flattening() throws {
        var random = run.random
        let model = EveryTokenModel(vocabulary: 30, hidden: 64, using: &random)
        let (x, y) = try sequences().train.first!
        let scores = noGrad { model(x) }
        let loss = flattenedCrossEntropy(scores, y).item
        show(loss, "loss before training")
        show(
            scores.reshaped(-1, 30).shape, "flattened scores",
            ask: "What is the shape of the scores [64, 16, 30] once the first two axes are one?")

        // Word for word it is the mean of 1,024 numbers, −ln of what softmax gives to the right word:
        let (numbers, words) = (scores.scalars, y.scalars)
        let losses = words.indices.map { place -> Double in
            let row = numbers[place * 30..<(place + 1) * 30].map { Double($0) }
            return log(row.reduce(0) { $0 + exp($1) }) - row[words[place]]
        }
        let mean = losses.reduce(0, +) / Double(losses.count)
        show(abs(mean - Double(loss)) < 1e-4, "the mean over all words is the flattened loss")

        // The engine has the same under a name of its own: with `axis: -1`, its `crossEntropy` takes the last axis for
        // the classes, however many axes come before. From here on `train` uses the flattened loss unless told
        // otherwise, and the accuracy, too, is over all words.
        show(crossEntropy(scores, y, axis: -1).item == loss, "crossEntropy with axis −1 gives the same")

        // Flattening has to keep both in the same order. If the axes of the scores are swapped by mistake, nothing
        // complains, since the shapes fit, and every score is compared with the word of another place:
        let swapped = scores.permuted(1, 0, 2)
        show(
            flattenedCrossEntropy(swapped, y.reshaped(16, 64)).item == loss,
            "the same after swapping the axes of the scores",
            ask: "Scores are swapped to [16, 64, 30], words only reshaped to [16, 64]. Is the loss the same?")
        show(
            abs(flattenedCrossEntropy(swapped, y.transposed(0, 1)).item - loss) < 1e-5,
            "but if the words are swapped as well, it is")
    }
}
