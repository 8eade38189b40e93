// # Pooling what counts
//
// Section 15.4 · After this page you can write masked concat pooling for a whole batch, and show that padding changes
// no answer.

import Figures
import Notebook
import Tensors
import Text

// The head wants so many numbers, whatever the length of a text. A head for photos pools over the cells of a grid; here
// the pooling goes over the tokens. It takes the last output, the largest of each number, and the mean: three times the
// width. (The book names mean and maximum; its library takes the last output, too.)
//
// In a batch, short texts are filled up with `xxpad`. Chapter 10 pools one text after the other; a net pools the whole
// batch at once. For that it needs a *mask*, which says of each token whether it counts:

/// The last of each text, the largest and the mean over its tokens: x [n, steps, width] → [n, 3 · width]. Only the
/// first tokens of each text count, as many as `lengths` says. (The book's library calls it `masked_concat_pool`.)
public func maskedConcatPool(_ x: Tensor, lengths: [Int]) -> Tensor {
    let (n, steps) = (x.shape[0], x.shape[1])
    let counts = Tensor(lengths.map { Float($0) }).reshaped(n, 1)
    // Row i is true up to the length of text i: [1, steps] against [n, 1] is [n, steps].
    let mask = (Tensor.arange(steps).reshaped(1, steps) .< counts).unsqueezed(2)
    // The mean: padding adds nothing to the sum, and nothing to what it is divided by.
    let mean = Tensor.where(mask, x, Tensor(0)).sum(axis: 1) / counts
    // The largest: padding must not win, also where all outputs are below zero.
    let largest = Tensor.where(mask, x, Tensor(-Float.infinity)).max(axis: 1).values
    // The last: not that of the batch, but of each text.
    let last = Tensor.stack(lengths.indices.map { x[$0, lengths[$0] - 1] })
    return .cat([last, largest, mean], axis: 1)
}

extension Architectures {
    func maskOfABatch() throws {
        let lengths = [5, 2, 3]
        let mask = Tensor.arange(5).reshaped(1, 5) .< Tensor(lengths.map { Float($0) }).reshaped(3, 1)
        show(
            Tensor(mask), "the mask of three texts of 5, 2 and 3 tokens",
            predict: .shape("Three texts, the longest has 5 tokens. What is the shape of the mask?", [3, 5]))
        var random = run.random
        let x = Tensor.randn(3, 5, 4, using: &random)
        let byHand = maskedConcatPool(x, lengths: lengths)
        let engines = concatPooled(x, steps: lengths.map { 0..<$0 })
        show(byHand.shape, "pooled", ask: "[3, 5, 4] goes into the pooling. Which shape comes out?")
        show((byHand - engines).abs().max().item < 1e-6, "by hand and by the module Text: the same")
    }

    func paddingChangesNothing() throws {
        // What does a review's answer depend on? Take a short review alone, and in a batch with the longest. Here are
        // the pooled numbers of all three kinds, compared; once with the mask, and once as if padding were text:
        let encoder = try languageModel.encoder
        encoder.eval()
        let texts = try numberedReviews.test.prefix(run.size(quick: 12, usual: 100)).sorted { $0.count < $1.count }
        let (short, long) = (texts[0], texts.last!)
        // `pooledFirst` pools the first text of a batch:
        func pooledFirst(_ texts: [[Int]], masked: Bool) -> Tensor {
            let batch = PaddedTexts(texts)
            let outputs = noGrad { readInPieces(batch.ids, of: 72, by: encoder) }
            let counted = masked ? batch.lengths : batch.lengths.map { _ in batch.ids.shape[1] }
            return maskedConcatPool(outputs, lengths: counted)[0]
        }
        let width = encoder.plan.embedding
        var table = TextTable(["a review alone, and in a batch", "last", "largest", "mean"])
        var differences: [[Float]] = []
        for masked in [true, false] {
            let difference = (pooledFirst([short], masked: masked) - pooledFirst([short, long], masked: masked)).abs()
            differences.append((0..<3).map { difference[$0 * width..<($0 + 1) * width].max().item })
            table.rows.append([masked ? "padding does not count" : "padding counts"] + differences.last!)
        }
        show(
            table, "The largest difference for a review of \(short.count) tokens beside one of \(long.count)",
            predict: .yesNo(
                "Padding counts as text. Does a review's answer depend on what else is in its batch?",
                differences[1].max()! > 1e-3))
        show(differences[0].max()! < 1e-5, "with the mask, a review has the same numbers in any company")
        // Padding stands at the end here. The book's library puts it at the beginning: then the last output of all
        // texts is at the same place, but the state of a short text has gone through padding before its first word, and
        // the library has to leave out those pieces that are nothing but padding. At the end, padding cannot change
        // what was read before.
    }

    func gradientsOfPadding() throws {
        // And nothing is learned of padding. The gradient says so: of all outputs, those of padding have none.
        var random = run.random
        let x = Tensor.randn(2, 6, 4, using: &random).requiringGrad()
        maskedConcatPool(x, lengths: [6, 2]).squared().sum().backward()
        let sizes = x.grad!.abs().sum(axis: 2)
        show(sizes, "sizes of the gradients of two texts of 6 and 2 tokens")
        let count = sizes.scalars.count { $0 == 0 }
        show(
            count, "outputs without a gradient",
            ask: "Two texts of 6 and 2 tokens are pooled. How many outputs get no gradient?")
    }
}
