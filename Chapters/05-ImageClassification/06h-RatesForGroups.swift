// # Discriminative learning rates
//
// Section 5.6 · After this page you can give each group of layers a rate of its own, and say how a slice is read.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// One rate for all layers is a compromise. The first layers have learned on a million photos what edges are; the head
// has seen a few hundred steps. *Discriminative learning rates* give the early layers a low rate and the late ones a
// high one. J. Howard and S. Ruder found in 2018 that it helps with texts ("Universal Language Model Fine-tuning", or
// ULMFiT), and it helps with photos as well. The idea goes back to an experiment on how well layers can be
// transferred (J. Yosinski and others, 2014), to which the next page comes.
//
// In the book's library a *slice* is passed for it, `slice(1e-6, 1e-4)`. The first number is the rate of the earliest
// layers, the second that of the last ones, and those between are spaced so that each is the same factor above the one
// before:

/// The rate of each of `count` groups, from the first to the last, by equal factors. (The book's `even_mults`.)
public func evenlyMultiplied(_ first: Double, _ last: Double, count: Int) -> [Double] {
    guard count > 1 else { return [last] }
    let factor = pow(last / first, 1 / Double(count - 1))
    return (0..<count).map { first * pow(factor, Double($0)) }
}

extension ImageClassification {
    func slices() throws {
        let three = evenlyMultiplied(1e-6, 1e-4, count: 3)
        show(
            three.map { String(format: "%.3g", $0) }.joined(separator: ", "), "slice(1e-6, 1e-4) for three groups",
            predict: .number(
                "slice(1e-6, 1e-4) for three groups: what is the rate of the middle one?", 1e-5,
                within: .percent(5, atLeast: 0)))
        var random = run.random
        let count = try practiceLearner(using: &random).groupCount
        let byHand = evenlyMultiplied(1e-6, 1e-4, count: count)
        let byEngine = LearningRates.slice(1e-6, 1e-4).rates(count)
        show(
            zip(byHand, byEngine).allSatisfy { abs($0 / Double($1) - 1) < 1e-5 },
            "for the \(count) groups of our net, by hand and by the engine's `slice`: the same")
        show(byEngine.map { "\($0)" }.joined(separator: ", "), "rates of the groups, the head last")
    }

    func sliceAgainstOneRate() throws {
        // A slice is a statement about which layers may move how far. Here it is, measured: how far each group has gone
        // after an epoch, as a share of how large its weights are. On the left all groups have the head's rate.
        var (moves, names) = ([[Double]](), [String]())
        for rates in [LearningRates(1e-4), .slice(1e-6, 1e-4)] {
            let learner = try unfrozenLearner(most: run.size(quick: 40, usual: 120, full: .max))
            let groups = learner.net.groups.map { group in group.flatMap(\.parameters).filter { $0.shape.count > 1 } }
            let before = groups.map { $0.map(\.value) }
            names = groups.indices.map { $0 == groups.count - 1 ? "head" : "\($0)" }
            try EpochReporting.silently { try learner.fit(1, rates) }
            moves.append(
                zip(groups, before).map { group, old in
                    let way = zip(group, old).map { ($0.value - $1).squared().sum().item }.reduce(0, +)
                    return Double((way / old.map { $0.squared().sum().item }.reduce(0, +)).squareRoot())
                })
        }
        show(
            Chart(
                "A slice lets late layers move, and early ones hardly", x: "group", y: "way / length of the weights",
                yScale: .logarithmic
            ) {
                Points(names.indices, moves[0], "1e-4 for all", colour: .vermilion)
                Points(names.indices, moves[1], "slice(1e-6, 1e-4)", colour: .blue)
                Line(names.indices, moves[0], colour: .vermilion)
                Line(names.indices, moves[1], colour: .blue)
            }, "How far the weights of each group go in an epoch; the last one is the head")
        record("slice/way-of-the-first-group-at-one-rate", moves[0][0])
        record(
            "slice/way-of-the-first-group-with-a-slice", moves[1][0],
            predict: .change(
                "With slice(1e-6, 1e-4) in place of 1e-4 for all: how far does the first group go in an epoch?",
                from: moves[0][0], to: moves[1][0]))
    }

    func trainingWithASlice() throws {
        // The book trains the head for three epochs, unfreezes, and trains for twelve more with slice(1e-6, 1e-4). We
        // do, too, as many as there is time for:
        let learner = try unfrozenLearner()
        try EpochReporting.silently {
            try learner.fitOneCycle(run.size(quick: 1, usual: 3, full: 12), .slice(1e-6, 1e-4))
        }
        let rows = learner.learner.recorder.rows
        show(
            BookTrainings.beside(rows, BookTrainings.discriminative),
            "With rates from 1e-6 to 1e-4: ours on \(try practiceName), the book's on all pets")
        record(
            "slice/error-rate", rows.last!.metrics[0], book: 0.054127,
            differs: "\(try practiceDifference); \(rows.count) of 12 epochs")
        record("slice/most-frequent-breed", try majorityError)
        show(lossPlot(learner.learner.recorder), "Losses in batches and epochs; our `plot_loss`")

        // In the book's table the training loss falls nearly to the end, from 0.258 to 0.124. The validation loss falls
        // more and more slowly, and its last epochs are no better than epoch 8. That is the picture of a net that
        // begins to be too sure of what it says, on its way to learning photos by heart. But look at the last column:
        // the error rate was hardly hurt by it. Between the best epoch and the last there are four photos of 1,478,
        // which is nothing (section 5.5). A loss also counts how sure a net is of its mistakes; the metric only counts
        // mistakes. And what matters is the metric.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// The training loss of every batch, and the validation loss of every epoch. (The book's `plot_loss`.)
    func lossPlot(_ recorder: Recorder) -> Chart {
        let (batches, epochs) = (recorder.batchLosses, recorder["valid_loss"])
        let perEpoch = batches.count / max(epochs.count, 1)
        return Chart("Training loss by batch, validation loss by epoch", x: "batch", y: "loss") {
            Line(batches, "training", colour: .blue)
            Line(epochs.indices.map { ($0 + 1) * perEpoch }, epochs, "validation", colour: .vermilion)
            Points(epochs.indices.map { ($0 + 1) * perEpoch }, epochs, colour: .vermilion)
        }
    }
}
