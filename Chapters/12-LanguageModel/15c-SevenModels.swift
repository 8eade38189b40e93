// # Seven models in one picture
//
// Section 12.15 · After this page you have all seven models before you, yours and the book's.

import Common
import Figures
import Notebook
import Tensors
import Training

// Seven models have been trained, each with one thing changed. Here their histories come together, as `sevenModels`. A
// `ModelOfSeven` is one of them, with the epochs that the book prints:

/// One of the seven models: what our seeds and the book's single run gave.
struct ModelOfSeven {
    let name: String
    let histories: [TrainingHistory]
    let book: [[Double]]

    var accuracies: [Float] { histories.map(\.accuracy) }
}

extension LanguageModel {
    /// The seven models of the chapter, in their order.
    var sevenModels: [ModelOfSeven] {
        get throws {
            [
                .init(name: "three words", histories: try threeWordRuns, book: BookNumbers.threeWordModel),
                .init(name: "as a loop", histories: try loopedRuns, book: BookNumbers.loopedModel),
                .init(name: "with a memory", histories: try statefulRuns, book: BookNumbers.statefulModel),
                .init(name: "after every word", histories: try everyTokenRuns, book: BookNumbers.everyTokenModel),
                .init(name: "two layers", histories: try twoLayerRuns, book: BookNumbers.twoLayerModel),
                .init(name: "LSTM", histories: try lstmTrainings.histories, book: BookNumbers.lstmModel),
                .init(name: "regularized", histories: try regularizedTrainings, book: BookNumbers.regularizedModel),
            ]
        }
    }

    func allSeven() throws {
        let models = try sevenModels
        var table = TextTable(
            ["", "model", "accuracy", "book", "seeds above the book", "valid_loss", "book"], decimals: 3)
        for (number, model) in models.enumerated() {
            let above = model.accuracies.count { Double($0) > model.book.last![2] }
            table.add(
                number + 1, model.name, Spread(model.accuracies), model.book.last![2],
                "\(above) of \(model.accuracies.count)", Spread(model.histories.map(\.validLoss)), model.book.last![1])
        }
        let means = models.map { Spread($0.accuracies).mean }
        show(
            table, "after the last epoch",
            predict: .choice(
                "Which of the seven models has the highest mean accuracy?", models.map(\.name),
                answer: models[means.indices.max { means[$0] < means[$1] }!].name))
        let (places, baseline) = (models.indices, try mostFrequentNextWord)
        show(
            Chart("Seven models, ours and the book's", x: "model", y: "accuracy", yLimits: 0...1) {
                Points(models.map(\.name), columns: models.map(\.accuracies), "one seed", colour: .sky)
                Line(places, means, "mean of the seeds", colour: .blue)
                Points(places, models.map { $0.book.last![2] }, "the book", colour: .vermilion)
                Rule(y: baseline, "always the most frequent word")
            }, "Accuracy after the last epoch, \(counted(models[0].accuracies.count, "seed"))")
        show(
            Chart("How the seven learn", x: "epoch", y: "accuracy", yLimits: 0...1) {
                for (number, model) in models.enumerated() {
                    let epochs = model.histories[0].epochs.indices
                    Line(
                        epochs.map { $0 + 1 },
                        epochs.map { epoch in Spread(model.histories.map { $0.epochs[epoch][2] }).mean },
                        "\(number + 1) \(model.name)", dashed: number % 2 == 1)
                }
            }, "Accuracy after each epoch, mean over the seeds")
    }

    func whatEachStepBought() throws {
        // A step counts if it shows on most seeds. Seed for seed there is nothing to compare here, since different
        // models draw different numbers; so compare each seed of a model with each seed of the one before. `wins` is
        // the share of pairs in which the later model is better:
        let models = try sevenModels
        var table = TextTable(["step", "change of the mean", "wins"], decimals: 3)
        for (before, after) in zip(models, models.dropFirst()) {
            let change = Spread(after.accuracies).mean - Spread(before.accuracies).mean
            table.add("\(before.name) → \(after.name)", change, wins(of: after.accuracies, over: before.accuracies))
        }
        show(table, "what each step has bought, in accuracy")

        // (The first three models are measured on 4,207 or 4,160 samples, the others on 12,288 words. So the step from
        // the third to the fourth compares two different examinations.) The first step is no more than another way to
        // write the model. From the same seeds it can change nothing but the last bits, and the wins there show what
        // "no difference" looks like. In the book it costs 0.024, by chance alone.
    }
}

// MARK: Helpers

extension LanguageModel {
    /// The share of the most frequent word among those that are to be predicted in validation.
    private var mostFrequentNextWord: Float {
        get throws {
            Float(shareOfMostFrequent(try sequences().valid.flatMap { $0.1.scalars }))
        }
    }

    private func wins(of later: [Float], over earlier: [Float]) -> Double {
        let pairs = later.flatMap { a in earlier.map { a > $0 ? 1.0 : a == $0 ? 0.5 : 0 } }
        return pairs.reduce(0, +) / Double(pairs.count)
    }
}
