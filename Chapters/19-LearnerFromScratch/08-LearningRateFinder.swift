// # The learning-rate finder
//
// Section 19.8 · After this page you can write the learning-rate finder as a callback, and say at which batch it stops.

import Figures
import Notebook
import Tensors

// Which learning rate? Try them all, in one go. Begin with a tiny one, and before every batch make it a fifth larger.
// As long as it is too small, the loss stays what it is; then it falls; and once the steps are too long it rises and
// explodes. (Or it stays at what a guess would cost: a layer whose ReLU has become 0 for all inputs has no slope any
// more, and the net is dead.) The curve shows where the good rates are. (L. Smith, "Cyclical Learning Rates for
// Training Neural Networks", 2015.)
//
// As a callback this is three short methods. The rate that `fit` will give to the optimizer is set in `beforeFit`, and
// the optimizer's own before every batch. Both times it is asked whether the model is training. Validation takes no
// steps, so it must neither raise the rate nor add to the curve. At the end `Cancel.fit`: nobody wants to go on
// training at a rate of 10, or with a loss that is not a number.

/// Raises the learning rate from batch to batch until it is too high. (The book's `LRFinder`.)
public final class LRFinder: Callback {
    public private(set) var rates: [Float] = [], losses: [Float] = []

    public override func beforeFit() {
        (rates, losses) = ([], [])
        learner.learningRate = 1e-6
    }

    public override func beforeBatch() {
        if self.model.isTraining { self.optimizer.learningRate *= 1.2 }
    }

    public override func afterBatch() throws {
        guard self.model.isTraining, let loss = self.batchLoss?.item else { return }
        if self.optimizer.learningRate > 10 || loss.isNaN { throw Cancel.fit }
        rates.append(self.optimizer.learningRate)
        losses.append(loss)
    }
}

// (Why may a callback write to `self.optimizer.learningRate`, when it may not write to `self.batch.x`? Because it only
// reads which optimizer there is. The optimizer is an object, the same one for everybody, and it is the object that
// changes. A batch is a value: a copy that one changes is nobody else's.)

extension LearnerFromScratch {
    func ratesOfTheFinder() throws {
        // The book has 74 batches in an epoch, and calls `fit(2)`. In which batch does it stop? On points, one in a
        // batch, so that there are 74:
        let (finder, results) = (LRFinder(), TrackResults())
        try toyLearner(train: 74, valid: 2, batchSize: 1, callbacks: [finder, results]).fit(2)
        let count = finder.rates.count
        show(
            count, "rates on the curve",
            predict: .count("From a millionth up to 10, by a factor of 1.2. How many batches are on the curve?", 88))
        var table = TextTable(["batch", "epoch", "number in its epoch", "rate"])
        for batch in [1, 2, 74, 75, 88, 89] {
            let rate = batch <= count ? finder.rates[batch - 1] : finder.rates[count - 1] * 1.2
            table.add(batch, (batch - 1) / 74, (batch - 1) % 74, rate)
        }
        show(table, "1.2 · 10⁻⁶, each 1.2 times the one before; the last has been tried, but is not on the curve")

        // So with 74 batches it is stopped by the batch with number 14 of the second epoch, at a rate of 11.1. The
        // events of that epoch end there, `afterEpoch` does not come, and the results have the rows of the first epoch
        // alone:
        show(results.rows.map { "epoch \($0.epoch), \($0.isTraining ? "training" : "validation")" }, "the rows")
    }
}

// Now the net and the images. We take no more images than the book's 9469, so that the rate at the end of the first
// epoch is no higher than there, 0.72. With fewer images, more epochs are needed for 89 batches. (The book's plot
// leaves out the last two points, which are so high that they would crush the rest.)

extension LearnerFromScratch {
    func findARate() throws {
        let (all, prepare) = (try keptImages, PrepareInputs(try normalize))
        let images = (train: all.train.thinned(to: run.size(quick: 20, usual: 9469)), valid: all.valid)
        let runs = try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
            let (finder, results) = (LRFinder(), TrackResults())
            let loaders = loaders(images, using: &random)
            let learner = Learner(
                simpleCNN(classes: try labels.count, using: &random), loaders, learningRate: 0.1,
                callbacks: [PrepareBatch(prepare), finder, results, ShowProgress()])
            try learner.fit(max(2, 89 / max(1, loaders.train.count) + 1))
            return (finder: finder, rows: results.rows, model: learner.model)
        }
        let (first, lowest) = (runs[0].finder.losses[0], runs.flatMap(\.finder.losses).min() ?? 0)
        show(
            Chart(
                "Where the loss falls, the rate is right", x: "learning rate", y: "loss of the batch",
                yLimits: Double(0.9 * lowest)...Double(1.5 * first), xScale: .logarithmic
            ) {
                for (number, run) in runs.enumerated() {
                    Line(run.finder.rates.dropLast(2), run.finder.losses.dropLast(2), "start \(number + 1)")
                }
            }, "The learning-rate finder on \(dataName)")

        // The row of the first epoch, beside the book's:
        let differs = try whatDiffersInTraining
        let (train, valid) = (runs.map { $0.rows[0] }, runs.map { $0.rows[1] })
        record("finder/train-loss", over: train.map(\.loss), book: BookNumbers.finder.train.loss, differs: differs)
        record(
            "finder/train-accuracy", over: train.map(\.accuracy), book: BookNumbers.finder.train.accuracy,
            differs: differs)
        record("finder/valid-loss", over: valid.map(\.loss), book: BookNumbers.finder.valid.loss, differs: differs)
        record(
            "finder/valid-accuracy", over: valid.map(\.accuracy), book: BookNumbers.finder.valid.accuracy,
            differs: differs)

        // What became of the net? It took its last steps at a rate of nearly 10.
        let weights = runs.map { run in run.model.parameters.map { $0.value.abs().max().item }.max()! }
        show(weights, "largest weight after the finder, for each start")

        // Whatever they are, nobody should train on from there. The book makes a new net, and a new Learner: this one's
        // `learningRate` is still a millionth. A library can put everything back, the weights, the rate, the order of
        // the images to come; the engine's `findLearningRate` does.
    }
}
