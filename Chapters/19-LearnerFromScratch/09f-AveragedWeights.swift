// # Further: averaged weights
//
// Section 19.9 · After this page you can write a feature of your own choice as a callback, here one that judges a model
// by the average of its weights.

import Common
import Figures
import Notebook
import Tensors

// The last idea of the book is to pick a feature that you like. Ours is an old one. The gradient of a batch is a rough
// guess, so the weights jump around the place where they should be. At a high rate they never get there. But their
// *average* over the last steps may: what jumps to and fro cancels out. (B. Polyak and A. Juditsky, "Acceleration of
// Stochastic Approximation by Averaging", 1992.) Training itself goes on with the jumping weights, and does not notice.
//
// As a callback: after every training batch the averages move a little towards the weights. Before a validation pass
// they take the weights' place, and after it the weights come back. (With the first steps the average is the plain mean
// of all so far; later every new one counts for a small share, and older ones fade.)

/// Keeps a running average of the weights, and has the model validated with it.
public final class AveragedWeights: Callback {
    private let share: Float
    private var averages: [Tensor] = []
    private var ownWeights: [Tensor]?
    private var steps = 0

    /// - Parameter share: how much a new step counts, 0...1.
    public init(share: Float = 0.1) { self.share = share }

    public override func beforeFit() { (averages, ownWeights, steps) = (weights, nil, 0) }

    public override func afterBatch() {
        guard self.model.isTraining else { return }
        steps += 1
        let share = max(share, 1 / Float(steps))
        averages = zip(averages, weights).map { $0 + share * ($1 - $0) }
    }

    public override func beforeEpoch() {
        guard !self.model.isTraining else { return }
        ownWeights = weights
        use(averages)
    }

    public override func afterEpoch() { giveBack() }
    public override func afterFit() { giveBack() }

    private var weights: [Tensor] { self.model.parameters.map { $0.value.detached() } }

    private func use(_ weights: [Tensor]) {
        for (parameter, value) in zip(self.model.parameters, weights) { parameter.value = value }
    }

    private func giveBack() {
        if let ownWeights { use(ownWeights) }
        ownWeights = nil
    }
}

extension LearnerFromScratch {
    func averagesOfJumps() {
        // First without a net. A weight that should be 3, and gradients of 2 · (p − 3) with a lot of noise:
        var random = run.random
        let weight = Parameter(Tensor(0))
        let optimizer = SGD([weight], learningRate: 0.3)
        var (path, averages, average): ([Float], [Float], Float) = ([], [], 0)
        for step in 1...200 {
            weight.grad = 2 * (weight.value.detached() - 3) + 2 * Tensor.randn([], using: &random)
            optimizer.step()
            average += max(0.05, 1 / Float(step)) * (weight.value.item - average)
            path.append(weight.value.item)
            averages.append(average)
        }
        show(
            Chart("The weight jumps, its average does not", x: "step", y: "weight") {
                Line(path, "the weight", colour: .sky)
                Line(averages, "its running average", colour: .vermilion)
                Rule(y: 3, "where it should be")
            }, "A quadratic with noise, at a rate of 0.3")
    }

    func averagesOfANet() throws {
        // Then with one. `trainings` trains it from several seeds, at a constant rate that is rather high, with and
        // without the callback; `accuracies` are those of validation, epoch by epoch:
        let epochs = run.size(quick: 1, usual: 4, full: 8)
        func trainings(averaging: Bool) throws -> [TrackResults] {
            try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                try trained(
                    simpleCNN(classes: fewClasses, using: &random), on: fewPictures, batchSize: 64, epochs: epochs,
                    learningRate: 0.2, callbacks: averaging ? [AveragedWeights()] : [], using: &random
                ).results
            }
        }
        let (last, averaged) = (try trainings(averaging: false), try trainings(averaging: true))
        show(
            zip(last, averaged).allSatisfy { $0.rows(training: true) == $1.rows(training: true) },
            "the training losses are the same, bit for bit",
            ask: "The averages are swapped in for validation. Does training notice it?")
        func accuracies(_ results: TrackResults) -> [Float] { results.rows(training: false).map(\.accuracy) }
        record("averaged-weights/accuracy-of-the-last", over: last.map(\.lastAccuracy))
        record("averaged-weights/accuracy-of-the-average", over: averaged.map(\.lastAccuracy))
        let inFirst = zip(accuracies(averaged[0]), accuracies(last[0])).map { $0 > $1 }
        show(
            Chart(
                "The average is better after \(inFirst.count { $0 }) of \(counted(inFirst.count, "epoch"))", x: "epoch",
                y: "accuracy"
            ) {
                for (name, results) in [("last weights", last[0]), ("average", averaged[0])] {
                    let rows = results.rows(training: false)
                    Line(rows.map { $0.epoch + 1 }, rows.map(\.accuracy), name, dashed: name == "average")
                }
            }, "Validation on some of \(dataName), from the first seed")
        let pairs = zip(averaged, last).flatMap { Array(zip(accuracies($0), accuracies($1))) }
        show(
            "\(pairs.count { $0 > $1 }) of \(pairs.count)",
            "how often the average is better, over all epochs and starts")

        // One-cycle training does something similar at the end, in another way: it makes the jumps smaller until there
        // are none.
    }
}
