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
    _ batches: TokenBatches, _ model: some LanguageModelNet & KeepsActivations, decay: Float = 0.01, alpha: Float = 2,
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
                var models: [RegularizedModel] = []
                let histories = try run.overSeeds(run.size(quick: 1, usual: 5, full: 10)) { random in
                    models.append(RegularizedModel(vocabulary: 30, hidden: hidden, dropout: 0.4, using: &random))
                    return try textLearner(sequences(), models.last!, decay: 0.1)
                        .trained(run.size(quick: 1, usual: 15), rate: 1e-2)
                }
                return (histories, models)
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

        // (The training loss of the second line contains AR and TAR.)
        func curve(_ histories: [TrainingHistory], _ column: Int) -> [Float] {
            histories[0].epochs.indices.map { epoch in
                Float(Spread(histories.map { $0.epochs[epoch][column] }).mean)
            }
        }
        show(
            Chart("Losses with and without regularization", x: "epoch", y: "loss") {
                Line(curve(lstm, 0), "LSTM, training", colour: .orange, dashed: true)
                Line(curve(lstm, 1), "LSTM, validation", colour: .orange)
                Line(curve(histories, 0), "regularized, training", colour: .blue, dashed: true)
                Line(curve(histories, 1), "regularized, validation", colour: .blue)
            }, "Losses, mean over the seeds")
    }

    func whatRowsMean() throws {
        // The one matrix has a row for each word, and rows can be compared. Which words are closest to which? `cos` is
        // the cosine of the angle between two rows, 1 for the same direction:
        let table = try regularizedModels[0].embedding.weight.value.detached().normalized(axis: 1)
        let cosines = table.matmul(table.T)
        var shown = TextTable(["word", "nearest", "cos", "next", "cos", "and next", "cos"], decimals: 2)
        for word in ["two", "seven", "twelve", "thirty", "eighty", "hundred"] {
            let number = vocabulary.index[word]!
            let (values, places) = cosines[number].topK(4)
            func name(_ k: Int) -> String { vocabulary.words[places[k].item] }
            shown.add(word, name(1), values[1].item, name(2), values[2].item, name(3), values[3].item)
        }
        show(shown, "the words whose rows are closest to a word's, first seed")

        // Is a cosine of 0.3 close? Two random directions among 64 have a cosine of about 1/√64 = 0.125 to either
        // side, and the largest of 29 such numbers is about 0.25. So a single neighbour says little. Groups say more:
        // words that are used alike, as tens are before ones, should be closer to one another than to the rest.
        // `likeness` is the mean cosine within the three groups, and that between them:
        func likeness(_ rows: Tensor) -> (within: Float, between: Float) {
            let groups = [Array(0...0) + Array(2...9), Array(10...19), Array(20...27)]
            let unit = rows.detached().normalized(axis: 1)
            let cosines = unit.matmul(unit.T)
            var (within, between) = ([Float](), [Float]())
            for (first, a) in groups.enumerated() {
                for (second, b) in groups.enumerated() where first <= second {
                    let pairs = a.flatMap { i in b.filter { first != second || $0 > i }.map { cosines[i, $0].item } }
                    if first == second { within += pairs } else { between += pairs }
                }
            }
            return (within.reduce(0, +) / Float(within.count), between.reduce(0, +) / Float(between.count))
        }
        let trained = try regularizedModels.map { likeness($0.embedding.weight.value) }
        let fresh = run.overSeeds(trained.count) { random in likeness(.randn(30, hidden, using: &random)) }
        var groups = TextTable(["rows", "ones, teens and tens, each among themselves", "between them"], decimals: 3)
        groups.add("of new models", Spread(fresh.map(\.within)), Spread(fresh.map(\.between)))
        groups.add("after training", Spread(trained.map(\.within)), Spread(trained.map(\.between)))
        show(groups, "mean cosine of two rows, over the seeds")
        let closer = zip(trained, fresh).count { $0.within - $0.between > $1.within - $1.between + 0.02 }
        show("\(closer) of \(trained.count)", "seeds in which training has brought words of a group together")

        // A row has two tasks now. It is what a word means when it is read, and which words are likely when it is
        // wanted. Both ask for similar rows where words are used alike, and for different ones where it matters which
        // of them it is; and in this text that matters always, for "thirty" must not be taken for "forty".
    }
}
