// # Maintaining the state
//
// Section 12.5 · After this page you can let a model remember from batch to batch, without a gradient that reaches back
// to the beginning of the text.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Our recurrent net has two flaws. It begins every sample with an empty state, though the sample goes on where another
// one ended: whatever it has found out about "four thousand two hundred" is thrown away after three words. And it
// predicts only every third word. This section repairs the first flaw, section 12.6 the second.
//
// Keeping the state is simple: it becomes a property of the model. But then the second batch's state is computed from
// the first batch's, the third from the second, and so on. The unrolled net gets deeper with every batch, and the
// gradient would go all the way back to the first word of the text. So after each batch, the state is *detached*: its
// numbers are kept, their history is forgotten. (`detaches` lets this page and the next one switch that off.)

/// The state goes on from batch to batch. x [batch, words] → scores [batch, vocabulary]. (The book's `LMModel3`.)
public final class StatefulModel: WordLayers, WordModel {
    /// [batch, hidden] after a batch, and a single 0 before the first.
    public private(set) var state = Tensor(0)
    /// False keeps the history of the state as well.
    public var detaches = true

    public func forward(_ x: IntTensor) -> Tensor {
        for i in 0..<x.shape[1] { state = hiddenToHidden(state + inputToHidden(x[0..., i])).relu() }
        let scores = hiddenToOutput(state)
        if detaches { state = state.detached() }
        return scores
    }

    public func reset() { state = Tensor(0) }
}

extension LanguageModel {
    func whatIsCarried() throws {
        show(
            RecurrentDiagram.unrolled(
                "Numbers come in from the batch before, no gradient goes back", inputs: ["word 4", "word 5", "word 6"],
                outputs: [2: "word 7"], state: "h₀", gradients: [0, 1, 2]), "The second batch of a model with a state")

        // What does it mean that the state goes on? It must make no difference where a text is cut: 16 words and then
        // 16 more give the same state as 32 words at once.
        var random = run.random
        let model = StatefulModel(vocabulary: 30, hidden: 64, using: &random)
        let text = try stream
        let words = IntTensor((0..<4).map { Array(text[$0 * 100..<$0 * 100 + 32]) })
        let atOnce = model(words)
        let stateAtOnce = model.state
        model.reset()
        _ = model(words[0..., ..<16])
        let inTwo = model(words[0..., 16...])
        show(
            model.state.scalars == stateAtOnce.scalars && inTwo.scalars == atOnce.scalars,
            "the same state and the same scores, to the last bit",
            ask: "Are 16 words and then 16 more the same to the model as 32 at once?")
    }

    func howFarBack() throws {
        // The gradient does know where the text was cut. Each word is looked up in the embedding, so see which rows of
        // it get a gradient. Two batches of one row: "one two three" and then "four five six", and the loss of the
        // second.
        let (first, second) = (IntTensor([[0, 2, 3]]), IntTensor([[4, 5, 6]]))

        // `norms` are the lengths of the gradients of the six rows, with and without detaching:
        func norms(detaching: Bool) -> [Float] {
            var random = run.random
            let model = StatefulModel(vocabulary: 30, hidden: 64, using: &random)
            model.detaches = detaching
            _ = model(first)
            crossEntropy(model(second), IntTensor([7])).backward()
            let rows = model.inputToHidden.weight.grad!.norm(axis: 1).scalars
            return [0, 2, 3, 4, 5, 6].map { rows[$0] }
        }
        let (with, without) = (norms(detaching: true), norms(detaching: false))
        var table = TextTable(["word", "batch", "detached", "not detached"], decimals: 5)
        for (k, word) in ["one", "two", "three", "four", "five", "six"].enumerated() {
            table.add(word, k < 3 ? "first" : "second", with[k], without[k])
        }
        show(
            table, "norm of the gradient of each word's row of the embedding, from the loss of the second batch",
            predict: .count("With a detached state, how many of the six words get a gradient?", 3))

        // So there are two different reaches. The *numbers* of the state come from all words that were ever read. The
        // *gradient* reaches back to the beginning of the batch, here three words. This is *truncated*
        // backpropagation through time (truncated BPTT). The model can remember "four thousand" for as long as it
        // likes, but it learns to do so only by what that was good for within three words. Whether the detached word is
        // used further on changes nothing:
        show(
            with[3...] == without[3...], "words of the second batch get the same gradient either way",
            ask: "Do “four”, “five” and “six” get the same gradient, detached or not?")
    }
}
