// # More signal, and more luck
//
// Section 12.6 · After this page you know how good a simple recurrent net gets on this text, and how much is chance.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Fifteen epochs up to a rate of 0.003, `everyTokenRuns`; and one model that has been trained so, `everyTokenModel`, to
// look at. While that one learns (`watchedTraining`), `GradientNorms` notes for each batch how long the gradient of all
// weights is:

/// Notes the norm of the whole gradient of every training batch.
public final class GradientNorms: Callback {
    public private(set) var norms: [Float] = []

    public init() {}

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .backward else { return }
        let squares = learner.model.parameters.compactMap { $0.grad?.squared().sum().item }
        norms.append(squares.reduce(0, +).squareRoot())
    }
}

extension LanguageModel {
    /// The fourth model, fifteen epochs up to a rate of 0.003.
    var everyTokenRuns: [TrainingHistory] {
        get throws {
            try run.once {
                try trainings(on: sequences(), epochs: 15, rate: 3e-3, callbacks: { [ModelReset()] }) {
                    EveryTokenModel(vocabulary: 30, hidden: hidden, using: &$0)
                }
            }
        }
    }

    /// A trained model of the run's own seed, and the norm of each batch's gradient on the way.
    private var watchedTraining: (model: EveryTokenModel, norms: [Float]) {
        get throws {
            try run.once {
                var random = run.random
                let (model, norms) = (
                    EveryTokenModel(vocabulary: 30, hidden: hidden, using: &random), GradientNorms()
                )
                try train(
                    model, on: sequences(), epochs: run.size(quick: 1, usual: 15), rate: 3e-3,
                    callbacks: [ModelReset(), norms])
                return (model, norms.norms)
            }
        }
    }

    /// A trained model of the run's own seed.
    var everyTokenModel: EveryTokenModel { get throws { try watchedTraining.model } }

    func trainingEveryToken() throws {
        let runs = try everyTokenRuns
        show(
            besideTheBook(runs, BookNumbers.everyTokenModel), "an output after every word, beside the book's single run"
        )
        record("every-word/accuracy", over: runs.map(\.accuracy), book: 0.640055, differs: otherStart)
        record("every-word/valid-loss", over: runs.map(\.validLoss), book: 1.877519, differs: otherStart)
        record("every-word/train-loss", over: runs.map(\.trainLoss), book: 0.646154, differs: otherStart)

        // The book is careful with this result: it is better than before, "at least sometimes", because another run may
        // give something quite different. Here are ours, one line for each seed:
        let epochs = runs[0].epochs.indices.map { $0 + 1 }
        show(
            Chart("The same model, the same text, other random numbers", x: "epoch", y: "accuracy on validation words")
            {
                for (number, history) in runs.enumerated() {
                    Line(epochs, history.epochs.map { $0[2] }, number == 0 ? "our seeds" : nil, colour: .blue)
                }
                Line(
                    epochs, BookNumbers.everyTokenModel.prefix(epochs.count).map { $0[2] }, "the book's run",
                    colour: .orange)
                Rule(y: 0.5864, "best function of three words", colour: .green)
            }, "Accuracy of the fourth model, epoch by epoch")
        let accuracies = runs.map(\.accuracy)
        show(accuracies.max()! - accuracies.min()!, "between the best and the worst seed")

        // Whoever trains once and finds 0.60, then changes something and finds 0.64, may have found nothing at all.
    }

    func firstWordsAreHard() throws {
        // One number for all words hides that they are not equally hard. At the beginning of the validation text the
        // state is empty, later it is not. (Exercise 12.9 wants such a table for the loss.)
        let (model, valid) = (try everyTokenModel, try sequences().valid)
        model.reset()
        var table = TextTable(["batch", "words 1 to 4", "5 to 8", "9 to 12", "13 to 16"])
        for (number, (x, y)) in valid.prefix(3).enumerated() {
            let right = noGrad { model(x) }.argmax(axis: -1) .== y
            let counts = (0..<4).map { part in right[0..., part * 4..<part * 4 + 4].trueCount }
            table.add(number, counts[0], counts[1], counts[2], counts[3])
        }
        show(table, "how many of 256 words are right, by their place in the batch, for a trained model")
    }

    func unstable() throws {
        // Training such a net is unstable, the book says, since it is very deep: it has 16 hidden layers, one for each
        // word, all with the same weights. Whatever these do to a gradient, they do 16 times. See what comes through:
        // the gradient of the state after k words with respect to the state before them, on average over the rows.
        let model = try everyTokenModel
        var random = run.random
        let fresh = EveryTokenModel(vocabulary: 30, hidden: hidden, using: &random)
        let x = Array(try sequences().train)[3].0
        var table = TextTable(["words", "before training", "after training"], decimals: 7)
        for words in [1, 2, 4, 8, 16] {
            table.add(words, reach(fresh, x[0..., ..<words]), reach(model, x[0..., ..<words]))
        }
        show(
            table, "gradient of the sum of a state with respect to the state some words before",
            predict: .choice(
                "Before training, what does the gradient do on its way back through 16 words?",
                ["it shrinks to almost nothing", "it stays as large as it was", "it grows"],
                answer: "it shrinks to almost nothing"))

        // At the start almost nothing comes through, so the model learns from the last few words only. To remember, it
        // has to enlarge its weights until something does, and then it is at the edge: a little more, multiplied 16
        // times, is a lot. The gradients of the batches show it.
        let norms = try watchedTraining.norms
        show(
            Chart("The gradient while the model learns to remember", x: "batch", y: "norm of the whole gradient") {
                Line(norms, "gradient of each batch", colour: .vermilion)
            }, "The gradient of every training batch")
        let sorted = norms.sorted()
        show([norms[0], sorted[sorted.count / 2], sorted.last!], "the first, the median, and the largest")

        // The net is as deep as a sequence is long, and in a deep net gradients become very small or very large.
        // Section 12.8 looks into that, and sections 12.9 and 12.10 have the remedy.
    }
}

// MARK: Helpers

/// How strongly the state after some words depends on that before them: the norm of the gradient of its sum, on average
/// over the rows.
private func reach(_ model: EveryTokenModel, _ x: IntTensor) -> Float {
    let start = Tensor.zeros(x.shape[0], model.hiddenToHidden.weight.shape[0]).requiringGrad()
    var h = start * 1
    for i in 0..<x.shape[1] { h = model.hiddenToHidden(h + model.inputToHidden(x[0..., i])).relu() }
    h.sum().backward()
    model.zeroGrad()
    return start.grad!.norm(axis: 1).mean().item
}
