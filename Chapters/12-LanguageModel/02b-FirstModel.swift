// # A net that reads three words
//
// Section 12.2 · After this page you can write a net that reads words one after the other, with the same weights for
// each.

import Figures
import Layers
import Notebook
import Tensors

// The book has pictures for nets that are easier to read than code. A rectangle is an input, a circle stands for the
// activations of a layer, and a triangle is an output. An arrow is what a layer computes: a linear function, or an
// embedding, and the nonlinearity, if there is one. Here is the net with one hidden layer of section 4.15:

extension LanguageModel {
    func pictures() {
        show(
            RecurrentDiagram(
                "A net with one hidden layer",
                [
                    .input("input", column: 0, row: 0, note: "batch × inputs"),
                    .hidden("h", column: 1.6, row: 0, note: "batch × hidden"),
                    .output("output", column: 3.2, row: 0, label: "scores", note: "batch × classes"),
                ],
                [
                    .init("input", "h", .init("linear layer and ReLU", .green)),
                    .init("h", "output", .init("linear layer", .blue)),
                ], explainsShapes: true), "The net of chapter 4 in three shapes")

        // Our model has three words to read. It is a net of three layers with two changes.
        //
        // *One.* A layer of its own reads each word. The first layer sees only the first word. The second one sees the
        // second word, and what the first layer has made of the word before; the third sees the third word and the
        // second layer's activations. So every word is read in the light of those that came before it.
        //
        // *Two.* The three layers have the same weights. What a word means for what follows should not depend on
        // whether it is the second or the third that we look at. Activations change from layer to layer, weights do
        // not.
        //
        // Arrows of one colour use the same weights:
        show(
            RecurrentDiagram.unrolled(
                "Three words, three colours: three layers of weights",
                inputs: ["word 1", "word 2", "word 3"], outputs: [2: "word 4"]), "Our first language model")
    }
}

// A word comes in as a number, and a number such as 29 for "thousand" means nothing to a linear layer. So the green
// arrow is an *embedding*, a table with a row of 64 numbers for every word (section 8.3): the word's number
// says which row. The orange arrow is a linear layer from 64 numbers to 64, the blue one a linear layer from 64 numbers
// to a score for each of the 30 words. These three layers are all that the models up to section 12.6 have. To share
// weights, nothing has to be done but to make the layer once and to call it several times.

/// The three layers of a simple language model.
open class WordLayers: Module {
    /// A row for every word. (The book's `i_h`.)
    public final let inputToHidden: Embedding
    /// (The book's `h_h`.)
    public final let hiddenToHidden: Linear
    /// A score for every word. (The book's `h_o`.)
    public final let hiddenToOutput: Linear

    public init(vocabulary: Int, hidden: Int, using random: inout some RandomNumberGenerator) {
        inputToHidden = Embedding(vocabulary, hidden, using: &random)
        hiddenToHidden = Linear(hidden, hidden, using: &random)
        hiddenToOutput = Linear(hidden, vocabulary, using: &random)
    }
}

// All language models of this chapter can be called in the same way, and some of them have a memory that can be
// emptied. For now, `reset` does nothing:

/// A language model: words go in as numbers, and a score for every word of the vocabulary comes out.
///
/// x [batch, words] → scores [batch, vocabulary], or [batch, words, vocabulary] if it predicts after every word
public protocol WordModel: Layer where Input == IntTensor, Output == Tensor {
    /// Makes it forget what it has read. A model without a memory has nothing to do.
    func reset()
}

extension WordModel {
    public func reset() {}
}

// Here is the model. `h` are the activations, and `x[0..., 1]` is the second word of every sample of the batch. A
// word's row is added to what is there:

/// x [batch, 3] → scores [batch, vocabulary]. (The book's `LMModel1`.)
public final class ThreeWordModel: WordLayers, WordModel {
    public func forward(_ x: IntTensor) -> Tensor {
        var h = hiddenToHidden(inputToHidden(x[0..., 0])).relu()
        h = h + inputToHidden(x[0..., 1])
        h = hiddenToHidden(h).relu()
        h = h + inputToHidden(x[0..., 2])
        h = hiddenToHidden(h).relu()
        return hiddenToOutput(h)
    }
}

extension LanguageModel {
    func firstModel() throws {
        var random = run.random
        let model = ThreeWordModel(vocabulary: 30, hidden: 64, using: &random)
        let (x, _) = try threeWordBatches.train.first!
        show(
            model(x).shape, "scores of the first batch",
            ask: "A batch has 64 samples of three words. What is the shape of the scores that the model gives?")

        // A row in the table for every word, a linear layer used three times, and a linear layer at the end:
        let counts = model.namedParameters.map { "\($0.name) \($0.parameter.shape)" }
        show(counts.joined(separator: ", "), "parameters")
        show(
            model.parameterCount, "in all",
            ask: "The embedding is [30, 64], the layers are 64 → 64 and 64 → 30, with biases. How many numbers is that?"
        )

        // Had every word a linear layer of its own, there would be 2 · (64 · 64 + 64) = 8,320 more. And the *order* of
        // the words counts, although the weights are shared: the same words in another order give other scores.
        let (ab, ba) = (model(IntTensor([[27, 1, 8]])), model(IntTensor([[8, 1, 27]])))
        show(
            ab.scalars != ba.scalars, "the scores differ",
            ask: "Do the scores change when the first and the last word change places?")
    }
}
