// # From many words to one answer
//
// Section 10.2 · After this page you know how a classifier reads a whole review, and why padding must not be pooled.

import Figures
import Notebook
import Tensors
import Text

// The encoder gives numbers for each token of a text. A classifier needs numbers for the text. It takes three kinds,
// side by side: those after the last token, when everything has been read; the largest of each number over all tokens;
// and their mean. Some sentence in the middle may have said it all, and would be forgotten at the end.
//
// Padding must count in none of them. `pooled` is all of it for one text:

/// Last, largest and mean of each number over the first `length` tokens, side by side.
///
/// x [tokens][numbers] → [3 · numbers]
public func pooled(_ x: [[Float]], length: Int) -> [Float] {
    let real = x.prefix(length)
    let columns = x[0].indices
    let largest = columns.map { column in real.map { $0[column] }.max()! }
    let mean = columns.map { column in real.reduce(0) { $0 + $1[column] } / Float(length) }
    return real.last! + largest + mean
}

extension FilmReviews {
    func threeKindsOfPooling() {
        let text: [[Float]] = [[1, -4], [3, -2], [9, 9]]
        show(
            pooled(text, length: 2), "two tokens and one of padding",
            predict: .numbers(
                "The tokens have [1, -4] and [3, -2], the padding [9, 9]. What are last, largest and mean?",
                [3, -2, 3, -2, 2, -3]))
        let theirs = concatPooled(Tensor(text).reshaped(1, 3, 2), steps: [0..<2])
        show(theirs, "the same from the module Text")
        show(pooled(text, length: 3), "and if the padding were pooled as well")
    }

    func paddingChangesNothing() throws {
        // So the answer for a review does not depend on what else is in the batch. Take one review alone, and with a
        // longer one:
        let trained = try languageModel
        var random = run.random
        let net = TextClassifierNet(smallPlan(trained.vocabulary), classes: 2, using: &random)
        net.eval()
        let texts = [trained.valid[0], trained.valid[0] + trained.valid[0]]
        let (alone, together) = noGrad { (net(PaddedTexts([texts[0]])), net(PaddedTexts(texts))) }
        let difference = (alone[0] - together[0]).abs().max().item
        show(
            difference > 1e-4, "its scores differ",
            predict: .yesNo("Does it matter for a review which other reviews are in its batch?", false))
    }
}
