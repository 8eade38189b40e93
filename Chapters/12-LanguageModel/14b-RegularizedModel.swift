// # The best model of the chapter
//
// Section 12.14 · After this page you have trained the last of the seven models, and know how it compares with the
// book's.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Everything is at hand: the model, `ModelReset`, and `RNNRegularizer`. The book first puts them together with a
// `Learner`, and a dropout of 0.5. Then it uses a `TextLearner`, which is a learner that adds these two callbacks by
// itself, with alpha 2 and beta 1, and a dropout of 0.4; that one it trains. Here it is a function:

/// A learner for a language model that keeps its activations: with one `ModelReset` and one `RNNRegularizer`, and any
/// others. (The book's `TextLearner`.)
public func textLearner(
    _ batches: TokenBatches, _ model: some WordModel & KeepsActivations, decay: Float = 0.01, alpha: Float = 2,
    beta: Float = 1, callbacks: [any Callback] = []
) -> Learner<IntTensor, IntTensor> {
    learner(
        batches, model, decay: decay,
        callbacks: [ModelReset(), RNNRegularizer(alpha: alpha, beta: beta)] + callbacks)
}

extension LanguageModel {
    func twoWaysToTheSameLearner() throws {
        // Is it the same as a plain learner that is given the two callbacks? One epoch from the same start:
        func losses(_ made: (RegularizedModel) throws -> Learner<IntTensor, IntTensor>) throws -> [Float] {
            var random = run.random
            let model = RegularizedModel(vocabulary: 30, hidden: 16, dropout: 0.4, using: &random)
            return try made(model).trained(1, rate: 0.01).batchLosses
        }
        let short = try losses { textLearner(try sequences(), $0) }
        let long = try losses {
            learner(try sequences(), $0, callbacks: [ModelReset(), RNNRegularizer(alpha: 2, beta: 1)])
        }
        show(short == long, "the same loss in each of \(short.count) batches")
        let engines = try losses {
            learner(try sequences(), $0, callbacks: [StateReset(), ActivationRegularization(alpha: 2, beta: 1)])
        }
        show(engines == long, "and with the engine's callbacks, StateReset and ActivationRegularization")
    }
}

// Now the training itself, by `textLearner`: 15 epochs, up to 1e-2, and a weight decay of 0.1, ten times as much as
// before. `regularizedTrainings` does it for several seeds, and `regularizedModels` are the models that come out:

extension LanguageModel {
    private var regularized: (histories: [TrainingHistory], models: [RegularizedModel]) {
        get throws {
            try run.once {
                let trained = try run.overSeedsAtOnce(run.size(quick: 1, usual: 5, full: 10)) { random in
                    let model = RegularizedModel(vocabulary: 30, hidden: hidden, dropout: 0.4, using: &random)
                    let history = try textLearner(sequences(), model, decay: 0.1)
                        .trained(run.size(quick: 1, usual: 15), rate: 1e-2)
                    return (history: history, model: model)
                }
                return (trained.map(\.history), trained.map(\.model))
            }
        }
    }

    /// One training of the regularized model for each seed, as the book trains its LMModel7.
    var regularizedTrainings: [TrainingHistory] { get throws { try regularized.histories } }

    /// What came out of these trainings.
    var regularizedModels: [RegularizedModel] { get throws { try regularized.models } }

    func regularizedModel() throws {
        let histories = try regularizedTrainings
        let (before, after) = (
            Spread(try lstmTrainings.histories.map(\.accuracy)), Spread(histories.map(\.accuracy))
        )
        show(
            besideTheBook(histories, BookNumbers.regularizedModel), "The regularized LSTM, epoch by epoch",
            predict: .change(
                "The LSTM without regularization had an accuracy of \(fixed(before.mean, 3)). What happens to it?",
                from: before.mean, to: after.mean))
        record("regularized/train-loss", over: histories.map(\.trainLoss), book: 0.098121, differs: otherStart)
        record("regularized/valid-loss", over: histories.map(\.validLoss), book: 0.458372, differs: otherStart)
        record("regularized/accuracy", over: histories.map(\.accuracy), book: 0.869385, differs: otherStart)
        record("regularized/best-accuracy", over: histories.map(\.bestAccuracy), book: 0.873617, differs: otherStart)

        // The accuracy is a number of words divided by 12,288, that is 12 batches of 64 rows with 16 words each, here
        // as in the book: its 0.869385 is 10,683 of them. And what has become of the gap?
        let lstm = try lstmTrainings.histories
        var table = TextTable(["model", "train_loss", "valid_loss", "accuracy"], decimals: 3)
        for (name, histories) in [("LSTM, section 12.11", lstm), ("regularized", histories)] {
            table.add(
                name, Spread(histories.map(\.trainLoss)), Spread(histories.map(\.validLoss)),
                Spread(histories.map(\.accuracy)))
        }
        show(table, "with and without regularization, after the last epoch")

        // (The training loss of the second line contains AR and TAR.) The same, epoch by epoch; `curve` is a column of
        // the epoch tables, averaged over the seeds:
        func curve(_ histories: [TrainingHistory], _ column: Int) -> [Float] {
            histories[0].epochs.indices.map { epoch in
                Float(Spread(histories.map { $0.epochs[epoch][column] }).mean)
            }
        }
        let epochs = 1...lstm[0].epochs.count
        show(
            Chart("Losses with and without regularization", x: "epoch", y: "loss") {
                Line(epochs, curve(lstm, 0), "LSTM, training", colour: .blue, dashed: true)
                Line(epochs, curve(lstm, 1), "LSTM, validation", colour: .vermilion, dashed: true)
                Line(epochs, curve(histories, 0), "regularized, training", colour: .blue)
                Line(epochs, curve(histories, 1), "regularized, validation", colour: .vermilion)
            }, "Losses, mean over the seeds")
    }
}
