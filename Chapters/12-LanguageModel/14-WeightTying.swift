// # Weight tying
//
// Section 12.14 · After this page you can let two layers share a matrix, and say what becomes of gradients, optimizer
// and size.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// A language model has two matrices with a row for each word. The embedding, at the bottom, says with which activations
// a word goes in. The output layer, at the top, says with which activations a word comes out: the score of a word is
// the product of its row with the activations, plus a bias. Why should the model learn twice what a word means? *Weight
// tying* uses one matrix for both (O. Press and L. Wolf, "Using the Output Embedding to Improve Language Models", and
// H. Inan, K. Khosravi and R. Socher, both 2017). The biases stay, one for each word.
//
// It can be written in a line, with the embedding's table E, [words, hidden]:

/// The score of a word is how well the activations fit its row of the table: h [..., hidden] · table [words, hidden] ·
/// bias [words] → scores [..., words]
public func tiedScores(_ h: Tensor, _ table: Tensor, _ bias: Tensor) -> Tensor { h.matmul(table.T) + bias }

extension LanguageModel {
    func tiedByHand() {
        // The engine's `Linear(tiedTo:)` is a linear layer that holds the embedding's own `Parameter`, and a bias. Both
        // give the same scores:
        var random = run.random
        let embedding = Embedding(30, 64, using: &random)
        let output = Linear(tiedTo: embedding.weight, using: &random)
        let h = Tensor.randn(8, 16, 64, using: &random)
        let ours = tiedScores(h, embedding.weight.value, output.bias!.value)
        show(
            (ours - output(h)).abs().max().item,
            "largest difference of scores, which are about \(fixed(output(h).std().item, 1))"
        )
        show(output.weight === embedding.weight, "the weight of the output layer is the embedding's parameter itself")
    }

    func gradientsAdd() {
        // One matrix, used twice. What is its gradient? Compute it with one table for both uses, and with two that hold
        // the same numbers, one for each. `loss` takes the table below, for reading, and the one above, for the scores:
        var random = run.random
        let words = IntTensor([[0, 1, 2, 1]]), next = IntTensor([1, 2, 1, 3])
        let (start, bias) = (Tensor.randn(5, 3, using: &random), Tensor.zeros(5))
        func loss(_ below: Tensor, _ above: Tensor) -> Tensor {
            crossEntropy(tiedScores(below.embedded(words).tanh(), above, bias).reshaped(-1, 5), next)
        }
        let (tied, below, above) = (start.requiringGrad(), start.requiringGrad(), start.requiringGrad())
        loss(tied, tied).backward()
        loss(below, above).backward()
        let difference = significant(largestDifference(tied.grad!, below.grad! + above.grad!), 2)
        show(
            difference,
            "largest difference between the tied gradient and the sum of the two",
            predict: .number(
                "A table is used twice. How far is its gradient from the sum of those of two separate tables?",
                difference, within: .plusMinus(1e-5)))

        // They add, as gradients do wherever a value is used twice. But look where they come from. Below, only the
        // words that are read have a gradient. Above, all have one, since each score counts in the softmax:
        var table = TextTable(["word", "gradient from below", "from above"], decimals: 4)
        for word in 0..<5 { table.add(word, below.grad![word].norm().item, above.grad![word].norm().item) }
        show(table, "length of each row's gradient; words 3 and 4 are not among those that are read")
    }
}

// A model now, with the option of tying. It is the LSTM of section 12.11, with dropout after the last layer, and it
// keeps what goes in and out of the dropout, for `RNNRegularizer`.

/// tokens [n, steps] → scores [n, steps, words]: two LSTM layers, dropout, and an output that shares the embedding's
/// matrix. (The book's `LMModel7`.)
public final class RegularizedModel: Module, WordModel, CarriesState, KeepsActivations {
    let embedding: Embedding
    let lstm: LSTM
    let dropout: Dropout
    let output: Linear
    private var state: LSTMState?
    public private(set) var activations: RecurrentActivations?

    /// - Parameters:
    ///   - p: the dropout between the last LSTM layer and the output.
    ///   - isTied: false gives the output layer a matrix of its own.
    public init(
        vocabulary: Int, hidden: Int, layers: Int = 2, dropout p: Float, tied isTied: Bool = true,
        using random: inout some RandomNumberGenerator
    ) {
        embedding = Embedding(vocabulary, hidden, using: &random)
        lstm = LSTM(hidden, hidden, layers: layers, using: &random)
        dropout = Dropout(p, using: &random)
        output =
            isTied ? Linear(tiedTo: embedding.weight, using: &random) : Linear(hidden, vocabulary, using: &random)
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        let (raw, next) = lstm(embedding(tokens), state)
        state = next.detached()
        let dropped = dropout(raw)
        activations = RecurrentActivations(raw: raw, dropped: dropped)
        return output(dropped)
    }

    public func reset() { state = nil }
}

extension LanguageModel {
    func onceForTheOptimizer() {
        var random = run.random
        let tied = RegularizedModel(vocabulary: 30, hidden: 64, dropout: 0.4, using: &random)
        let untied = RegularizedModel(vocabulary: 30, hidden: 64, dropout: 0.4, tied: false, using: &random)
        record("tying/parameters-without", untied.parameterCount)
        record(
            "tying/parameters", tied.parameterCount,
            ask: "Without tying there are 70,430 parameters. One table of 30 × 64 fewer: how many are there?")

        // A parameter that is shared is listed once, under its first name. That matters: an optimizer that had it twice
        // in its list would take two steps with it, and let it decay twice. (The engine's refuses such a list.)
        let shared = tied.namedParameters.filter { $0.parameter === tied.output.weight }.map(\.name)
        show(shared.joined(separator: ", "), "names of the shared matrix among the parameters")
    }

    func whereLearningStarts() throws {
        // There is a catch. An embedding starts with numbers of standard deviation 1, an output layer with much smaller
        // ones. A tied output starts with the embedding's, and so with larger scores. How large is the loss before the
        // first step? A model that knows nothing, and knows it, has ln 30. `losses` asks five new models of each kind:
        let (words, next) = try sequences().train.first!
        func losses(tied: Bool) -> [Float] {
            run.overSeeds(5) { random in
                let model = RegularizedModel(vocabulary: 30, hidden: 64, dropout: 0.4, tied: tied, using: &random)
                return noGrad { flattenedCrossEntropy(model(words), next).item }
            }
        }
        let (with, without) = (Spread(losses(tied: true)), Spread(losses(tied: false)))
        var table = TextTable(["output layer", "loss before the first step"], decimals: 4)
        table.add("with its own matrix", without)
        table.add("tied", with)
        table.add("all words equally likely: ln 30", Double(log(30.0)))
        show(
            table, "where learning starts, over five starts",
            predict: .change(
                "Does tying make the loss before the first step larger or smaller?", from: without.mean, to: with.mean))

        // The activations of an LSTM are small at the start, so the harm is small. Where it is not, one starts the
        // embedding with smaller numbers. (AWD-LSTM does: between -0.1 and 0.1.)
    }
}
