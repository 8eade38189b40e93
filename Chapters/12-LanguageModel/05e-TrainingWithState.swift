// # Does the memory help?
//
// Section 12.5 · After this page you know what a state that goes on is worth on this text, and which part of the set-up
// the gain comes from.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The model, the order of the batches and the callback are there: ten epochs, up to a rate of 0.003, `statefulRuns`.

extension LanguageModel {
    /// The third model, ten epochs up to a rate of 0.003.
    var statefulRuns: [TrainingHistory] {
        get throws {
            try run.once {
                try trainings(
                    on: groupedBatches(threeWordSamples(try textOfModels)), epochs: 10, rate: 3e-3,
                    loss: { crossEntropy($0, $1) }, callbacks: { [ModelReset()] }
                ) { StatefulModel(vocabulary: 30, hidden: hidden, using: &$0) }
            }
        }
    }

    func trainingWithState() throws {
        let runs = try statefulRuns
        show(besideTheBook(runs, BookNumbers.statefulModel), "with a state, beside the book's single run")
        record("state/accuracy", over: runs.map(\.accuracy), book: 0.588942, differs: otherStart)
        record("state/valid-loss", over: runs.map(\.validLoss), book: 1.651267, differs: otherStart)
        record("state/train-loss", over: runs.map(\.trainLoss), book: 0.795096, differs: otherStart)

        // No function of three words gets beyond 58.64 % of the validation samples (section 12.2). Where this model
        // does, it is proof that it knows something from before:
        let beyond = runs.count { $0.accuracy > 0.5864 }
        show("\(beyond) of \(runs.count)", "seeds whose model is better than any function of three words")

        // And the validation loss? In the book it is lowest after epoch 6, with 1.54, and 1.65 at the end, while the
        // accuracy is still rising. Here is our mean:
        let losses = runs[0].epochs.indices.map { epoch in Spread(runs.map { $0.epochs[epoch][1] }).mean }
        let lowest = losses.indices.min { losses[$0] < losses[$1] }!
        show(
            "\(fixed(losses[lowest], 3)) and \(fixed(losses.last!, 3))",
            "mean validation loss after epoch \(lowest), where it is lowest, and at the end")

        // That is no contradiction. A model may be right more often, and where it is wrong, be more sure of it. The
        // loss counts how sure, the accuracy does not.
    }

    func whatTheOrderIsWorth() throws {
        // Three things were changed at once: the state, the order of the batches, and the training (more epochs, higher
        // rate). Which of them is it? Take the parts away one by one, with everything else as it was.
        let samples = threeWordSamples(try textOfModels)

        // `accuracies` trains with or without a memory, on batches in some order:
        func accuracies(
            _ batches: @autoclosure @Sendable () -> TokenBatches, remembering: Bool
        ) throws -> [Float] {
            let callbacks: @Sendable () -> [any Callback] = { [ModelReset()] }
            let loss: @Sendable (Tensor, IntTensor) -> Tensor = { crossEntropy($0, $1) }
            let runs =
                remembering
                ? try trainings(seeds: 3, on: batches(), epochs: 10, rate: 3e-3, loss: loss, callbacks: callbacks) {
                    StatefulModel(vocabulary: 30, hidden: hidden, using: &$0)
                }
                : try trainings(seeds: 3, on: batches(), epochs: 10, rate: 3e-3, loss: loss, callbacks: callbacks) {
                    LoopedModel(vocabulary: 30, hidden: hidden, using: &$0)
                }
            return runs.map(\.accuracy)
        }
        let noState = try accuracies(groupedBatches(samples), remembering: false)
        let inOrder = try accuracies(fullBatches(samples), remembering: true)
        let shuffled = try accuracies(fullBatches(shuffledParts(samples)), remembering: true)
        let means = [noState, inOrder, shuffled].map { Spread($0).mean }
        let cheapest = means.indices.max { means[$0] < means[$1] }!
        var table = TextTable(["state", "order of the samples", "accuracy"], decimals: 4)
        table.add("goes on", "grouped: each row continues", Spread(try statefulRuns.map(\.accuracy)))
        table.add("begins at 0", "the same", Spread(noState))
        table.add("goes on", "order of the text: each row jumps by 64 samples", Spread(inOrder))
        table.add("goes on", "shuffled", Spread(shuffled))
        show(
            table, "what is left of the accuracy without each of the parts",
            predict: .choice(
                "One of the three simplifications costs least on this text. Which one?",
                ["no state", "the order of the text", "a shuffled text"],
                answer: ["no state", "the order of the text", "a shuffled text"][cheapest]))
        record("state/without-state", over: noState)
        record("state/order-of-text", over: inOrder)
        record("state/shuffled", over: shuffled)

        // The state is what helps: without it, the model is back below the ceiling of three words. But look at the
        // third row. There, each row of a batch goes on 192 words further down the text.
        let whole = Spread(try statefulRuns.map(\.accuracy)).mean
        show(fixed(means[1] - whole, 3), "accuracy of rows that jump, less that of rows that continue")
        if means[1] > whole - 0.02 {
            show(
                means[1] > whole + 0.02
                    ? "The jump does not hurt. On this text it even helps." : "The jump does not hurt.")
        }

        // The next page looks into what is still true of a state after such a jump.
    }
}

// MARK: Helpers

/// Batches in the order of the samples, all of them full, for models with a state of 64 rows.
private func fullBatches(_ samples: [WordSample]) -> TokenBatches {
    let cut = samples.count * 4 / 5
    let full = samples[..<(cut / 64 * 64)] + samples[cut...].prefix((samples.count - cut) / 64 * 64)
    let (x, y) = (full.map(\.words), full.map(\.next))
    func loader(_ range: Range<Int>) -> DataLoader<(IntTensor, IntTensor)> {
        DataLoader(TensorDataset(IntTensor(Array(x[range])), IntTensor(Array(y[range]))), batchSize: 64)
    }
    return TokenBatches(loader(0..<cut / 64 * 64), loader(cut / 64 * 64..<full.count))
}

extension LanguageModel {
    /// Training and validation samples in random order, each part for itself.
    fileprivate func shuffledParts(_ samples: [WordSample]) -> [WordSample] {
        let cut = samples.count * 4 / 5
        var random = run.random
        return samples[..<cut].shuffled(using: &random) + samples[cut...].shuffled(using: &random)
    }
}
