// # The same model with an LSTM
//
// Section 12.11 · After this page you have trained an LSTM, and seen it learn its text by heart.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The model of section 12.7 gets an LSTM of two layers in place of its RNN. Its memory now consists of two states,
// which are kept from batch to batch, detached, and emptied together. That is all that changes:

/// tokens [n, steps] → scores [n, steps, vocabulary], by an LSTM. (The book's `LMModel6`.)
public final class LSTMModel: Module, WordModel {
    public let embedding: Embedding
    public let lstm: LSTM
    public let output: Linear
    /// What it remembers; nil for nothing.
    var state: LSTMState?

    public init(
        vocabulary: Int, hidden: Int, layers: Int = 2, using random: inout some RandomNumberGenerator
    ) {
        embedding = Embedding(vocabulary, hidden, using: &random)
        lstm = LSTM(hidden, hidden, layers: layers, using: &random)
        output = Linear(hidden, vocabulary, using: &random)
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        let (activations, next) = lstm(embedding(tokens), state)
        state = next.detached()
        return output(activations)
    }

    public func reset() { state = nil }
}

// It is trained for 15 epochs again, but with a learning rate of up to 1e-2, three times that of before. Why it can
// bear that is the subject of the next page. We keep the trained models, since there is much to see in them:
// `lstmTrainings`. (`keptTrainings` will serve another model, too.)

extension LanguageModel {
    /// Models trained as the book trains its LMModel6, one for each seed.
    func keptTrainings<Model: WordModel>(
        _ seeds: Int, of model: @escaping @Sendable (_ random: inout SplitMix64) -> Model
    ) throws -> (histories: [TrainingHistory], models: [Model]) {
        let trained = try run.overSeedsAtOnce(seeds) { random in
            let model = model(&random)
            let history = try train(
                model, on: sequences(), epochs: run.size(quick: 1, usual: 15), rate: 1e-2, callbacks: [ModelReset()])
            return (history: history, model: model)
        }
        return (trained.map(\.history), trained.map(\.model))
    }

    var lstmTrainings: (histories: [TrainingHistory], models: [LSTMModel]) {
        get throws {
            try run.once {
                let hidden = hidden
                return try keptTrainings(run.size(quick: 1, usual: 5, full: 10)) {
                    LSTMModel(vocabulary: 30, hidden: hidden, using: &$0)
                }
            }
        }
    }

    func lstmModel() throws {
        var random = run.random
        let model = LSTMModel(vocabulary: 30, hidden: 64, using: &random)
        show(
            model.parameterCount, "parameters",
            ask: "The RNN had 20,510 parameters, 16,640 of them in its layers. An LSTM has four gates. How many here?")

        // The most frequent word was right in 0.15 of the cases, the two-layer RNN in about half of them:
        let histories = try lstmTrainings.histories
        show(besideTheBook(histories, BookNumbers.lstmModel), "The LSTM model, epoch by epoch, and the book's")
        record("lstm/train-loss", over: histories.map(\.trainLoss), book: 0.028068, differs: otherStart)
        record("lstm/valid-loss", over: histories.map(\.validLoss), book: 1.368083, differs: otherStart)
        record("lstm/accuracy", over: histories.map(\.accuracy), book: 0.758464, differs: otherStart)
        let (rnn, lstm) = (Spread(try twoLayerRuns.map(\.accuracy)), Spread(histories.map(\.accuracy)))
        var table = TextTable(["model", "here", "book"], decimals: 3)
        table.add("two-layer RNN", rnn, 0.488)
        table.add("two-layer LSTM", lstm, 0.758)
        show(
            table, "Accuracy after the last epoch",
            predict: .change(
                "An LSTM in place of the RNN. What happens to the accuracy, on average?", from: rnn.mean, to: lstm.mean)
        )

        // Now look at the losses. That of the training text falls and falls. That of the validation text does not
        // follow. `meanOverSeeds` is a column of the epoch tables, averaged:
        func meanOverSeeds(_ column: Int) -> [Double] {
            histories[0].epochs.indices.map { epoch in Spread(histories.map { $0.epochs[epoch][column] }).mean }
        }
        let (train, valid) = (meanOverSeeds(0), meanOverSeeds(1))
        let epochs = 1...train.count
        show(
            Chart("What it was trained on, and what it was not", x: "epoch", y: "loss (mean over seeds)") {
                Line(epochs, train, "training", colour: .blue)
                Line(epochs, valid, "validation", colour: .vermilion)
                Line(
                    epochs, BookNumbers.lstmModel.prefix(train.count).map { $0[0] }, "training, book", colour: .blue,
                    dashed: true)
                Line(
                    epochs, BookNumbers.lstmModel.prefix(train.count).map { $0[1] }, "validation, book",
                    colour: .vermilion, dashed: true)
            }, "Losses of the LSTM model, epoch by epoch")
        record("lstm/validation-loss-over-training-loss", valid.last! / train.last!)

        // It overfits. The model is large for so simple a text, and every number from 1 to about 8,080 is read 15
        // times. The validation text begins where the training text ends, so it has numbers that the model has never
        // seen: "nine thousand", for instance. To learn the rule and not the text, it has to be *regularized*, which is
        // what the rest of the chapter is about.
    }
}
