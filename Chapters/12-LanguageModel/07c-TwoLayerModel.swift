// # The two-layer model
//
// Section 12.7 · After this page you know the model that the book's chapter trains in vain, and by how much it loses.

import Figures
import Layers
import Notebook
import Tensors

// The model is that of section 12.6, with the engine's RNN in place of the loop. It keeps its state from batch to
// batch, detached:

/// tokens [n, steps] → scores [n, steps, words], by recurrent layers on top of one another. (The book's `LMModel5`.)
public final class TwoLayerModel: Module, WordModel {
    public let embedding: Embedding
    public let rnn: RNN
    public let output: Linear
    private var state: Tensor?

    public init(
        vocabulary: Int, hidden: Int, layers: Int = 2, activation: RecurrentActivation = .tanh,
        using random: inout some RandomNumberGenerator
    ) {
        embedding = Embedding(vocabulary, hidden, using: &random)
        rnn = RNN(hidden, hidden, layers: layers, activation: activation, using: &random)
        output = Linear(hidden, vocabulary, using: &random)
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        let (activations, next) = rnn(embedding(tokens), state)
        state = next.detached()
        return output(activations)
    }

    public func reset() { state = nil }
}

// Like the models before, it is trained from several starts: 15 epochs, with a learning rate of up to 3e-3, by
// `twoLayerRuns`.

extension LanguageModel {
    /// One training of the two-layer model for each seed, as the book trains its LMModel5.
    var twoLayerRuns: [TrainingHistory] {
        get throws {
            try run.once {
                try trainings(on: sequences(), epochs: 15, rate: 3e-3, callbacks: { [ModelReset()] }) { random in
                    TwoLayerModel(vocabulary: 30, hidden: hidden, using: &random)
                }
            }
        }
    }

    func twoLayerModel() throws {
        // How large is it? The embedding has 30 · 64 numbers. Each layer has two matrices of 64 · 64 and two biases of
        // 64, and the output layer has 64 · 30 and 30.
        var random = run.random
        let model = TwoLayerModel(vocabulary: 30, hidden: 64, using: &random)
        show(
            model.parameterCount, "parameters",
            ask: "30 · 64, twice (2 · 64 · 64 + 2 · 64), and 64 · 30 + 30. How many parameters are that?")

        // So it has two and a half times as many as the model of section 12.6. It is trained as that one was:
        let histories = try twoLayerRuns
        show(besideTheBook(histories, BookNumbers.twoLayerModel), "The two-layer model, epoch by epoch, and the book's")
        record("two-layers/train-loss", over: histories.map(\.trainLoss), book: 0.604309, differs: otherStart)
        record("two-layers/valid-loss", over: histories.map(\.validLoss), book: 2.180355, differs: otherStart)
        record("two-layers/accuracy", over: histories.map(\.accuracy), book: 0.487874, differs: otherStart)

        // Is that better than one layer? The book's single-layer model reached 0.640, and this one 0.488. And here:
        let (one, two) = (try everyTokenRuns.map(\.accuracy), histories.map(\.accuracy))
        var table = TextTable(["model", "here", "book"], decimals: 3)
        table.add("one layer (section 12.6)", Spread(one), 0.640)
        table.add("two layers", Spread(two), 0.488)
        show(
            table, "Accuracy of both after their last epoch",
            predict: .change(
                "A second layer, two and a half times the parameters. What happens to the accuracy, on average?",
                from: Spread(one).mean, to: Spread(two).mean))
        if Spread(two).mean < Spread(one).mean {
            show("The larger model is worse.")
        }

        // The book's explanation is that the net has become deeper, and that gradients explode or vanish on the way
        // through so many layers. That such things happen is the subject of section 12.8. But is it what happened
        // *here*? Between the two models lies more than a layer.
    }
}
