// # One stream of many texts
//
// Section 10.1 · After this page you know what is shuffled and what is not, and why it makes no difference to a net how
// many steps a batch has.

import Figures
import Notebook
import Tensors
import Text
import Training

// Many texts are put one after the other, and then they are one. Where a new one begins there is `xxbos`, from which
// the net learns that what it has in mind is of no use any more. `DataLoader(languageModel:)` makes the batches (the
// book's `LMDataLoader`), with the arithmetic of the page before.

extension FilmReviews {
    /// The first 200 reviews as numbers. (The book's `nums200`.)
    var numbersOf200: NumberedTexts { get throws { try TokenVocabulary(of: tokensOf200).numbered(tokensOf200) } }

    func oneStream() throws {
        let (texts, vocabulary) = (try numbersOf200, TokenVocabulary(of: try tokensOf200))
        let steps = run.size(quick: 20, usual: 72)
        let loader = DataLoader(languageModel: texts, batchSize: 64, steps: steps)
        let (x, y) = loader.first!
        show("x \(x.shape), y \(y.shape)", "the first batch of \(texts.count) reviews")
        record(
            "first-batch/steps", x.shape[1], book: 72, differs: steps == 72 ? nil : "fewer steps in a quick run",
            on: source)
        // As words, by `words`:
        func words(_ row: [Int]) -> String { vocabulary.decode(row).joined(separator: " ") }
        show(words(x[0].scalars.prefix(20).map { $0 }), "the first row of x")
        show(words(y[0].scalars.prefix(20).map { $0 }), "the first row of y")
        let byHand = languageModelBatches(texts, rows: 64, steps: steps)
        let isSame = zip(byHand, loader).allSatisfy { hand, batch in
            hand.x.flatMap { $0 } == batch.0.scalars && hand.y.flatMap { $0 } == batch.1.scalars
        }
        show(isSame && byHand.count == loader.count, "the batches are those of the page before")
        let length = StreamPlan(tokens: texts.tokenCount, batchSize: 64, steps: steps).rowLength
        show(
            length, "place in the stream of the first token in the second row",
            predict: .count(
                "\(texts.tokenCount) tokens, 64 rows, each token with a next one: where, from 0, does row 2 begin?",
                length))
    }

    func shuffledTexts() {
        // For every epoch the texts are shuffled, but never the words within a text. Five texts of four words each, in
        // one row:
        let texts = NumberedTexts((1...5).map { text in (0..<4).map { 10 * text + $0 } })
        var random = run.random
        let loader = DataLoader(languageModel: texts, batchSize: 1, steps: 20, shuffledUsing: &random)
        var inOrder = true
        for epoch in 1...3 {
            let row = Array(loader)[0].0.scalars
            inOrder = inOrder && zip(row, row.dropFirst()).allSatisfy { $0 % 10 == 3 || $1 == $0 + 1 }
            show(row, "epoch \(epoch)")
        }
        show(
            inOrder, "within each text, all is in its order",
            predict: .yesNo("Does 21 always come right after 20, in every epoch?", true))
        // Each epoch ends before the last token, which has no next one. As the texts come in another order each time,
        // it is another token that is left out.
    }

    func anyNumberOfSteps() {
        // How many steps should a batch have? For what the net computes, it does not matter. It goes on with the state
        // in which the batch before has left it, so 24 tokens at once give the same as four times 6, or one by one.
        // Here is an AWD-LSTM as it was when it was born:
        var random = run.random
        let net = AWDLSTM(
            AWDPlan(vocabulary: 50, embedding: 12, hidden: 16, layers: 2), dropouts: 0 * .languageModel, using: &random)
        net.eval()
        let text = (0..<24).map { _ in Int(random.next() % 40) + 9 }
        // Let it `read` so many tokens at a time, with its state or without:
        func read(_ steps: Int, forgetting: Bool) -> Tensor {
            net.reset()
            let parts = stride(from: 0, to: text.count, by: steps).map { start in
                if forgetting { net.reset() }
                return noGrad { net(IntTensor(shape: [1, steps], Array(text[start..<start + steps]))) }
            }
            return Tensor.cat(parts, axis: 1)
        }
        let whole = read(24, forgetting: false)
        var table = TextTable(["steps", "difference, with its state", "difference, if it forgets"], decimals: 4)
        var differences: [Float] = []
        for steps in [1, 6, 12] {
            let kept = (read(steps, forgetting: false) - whole).abs().max().item
            differences.append(kept)
            table.add(steps, kept, (read(steps, forgetting: true) - whole).abs().max().item)
        }
        show(
            table, "How far results are from those of 24 steps at once",
            predict: .yesNo(
                "A net keeps its state from batch to batch. Does it give other results with 6 steps than with 24?",
                differences.contains { $0 > 1e-4 }))
        // That is why the rows have to go on from batch to batch, and why a net is told to forget before it reads
        // something else. What does depend on the number of steps is the gradient, which goes back to the beginning of
        // the batch and no further (chapter 12).
    }
}
