// # The learning-rate finder
//
// Section 19.8 · After this page you can write the learning-rate finder as a callback, and say at which batch it stops.

import Common
import Figures
import Notebook
import Tensors

// Which learning rate? Try them all, in one go, as in section 5.6. Begin with a tiny one, and before every batch make
// it a fifth larger. As long as it is too small, the loss stays what it is; then it falls; and once the steps are too
// long it rises and explodes. (Or it stays at what a guess would cost: a layer whose ReLU has become 0 for all inputs
// has no slope any more, and the net is dead.) The curve shows where the good rates are. (L. Smith, "Cyclical Learning
// Rates for Training Neural Networks", 2015.)
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
        var table = TextTable(["batch", "epoch", "number in its epoch", "rate in millionths"])
        for batch in [1, 2, 74, 75, 88, 89] {
            let rate = batch <= count ? finder.rates[batch - 1] : finder.rates[count - 1] * 1.2
            table.add(batch, (batch - 1) / 74, (batch - 1) % 74, "\(fixed(rate * 1e6, 2))")
        }
        show(table, "Each rate is 1.2 times the one before; the last has been tried, but is not on the curve")

        // So with 74 batches it is stopped by the batch with number 14 of the second epoch, at a rate of 11.1. The
        // events of that epoch end there, `afterEpoch` does not come, and the results have the rows of the first epoch
        // alone:
        show(results.rows.map { "epoch \($0.epoch), \($0.isTraining ? "training" : "validation")" }, "the rows")
    }
}
