// # Younger optimizers
//
// Section 16.5 · After this page you know two of Adam's descendants, and what its second momentum does on our task.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// New optimizers appear all the time. Most of them are Adam with one line changed. Two have stayed in use. *RAdam*
// (2020) does not divide in the first few steps, in which the average of squares is made of too few squares to be
// trusted. *LAMB* (2020) makes the steps of a layer as long as its weights allow, which is meant for very large
// batches. The engine has both, as `RAdam` and `LAMB`. As steppers you write them yourself, in exercises 16.7 and 16.8;
// the older ones are exercise 16.21. Each gets the rate that the finder suggests for it, and the same seeds as all
// others:

extension TrainingProcess {
    /// The engine's two, trained at the rate that the finder suggests for each.
    var youngerRuns: [(name: String, rate: Float, runs: [TrainingRun])] {
        get throws {
            let makers: [(String, OptimizerMaker)] = [
                ("RAdam", { RAdam($0, learningRate: $1) }), ("LAMB", { LAMB($0, learningRate: $1) }),
            ]
            return try run.once {
                try makers.map { name, make in
                    let rate = middleRate(try rateCurves(make))
                    return (
                        name, rate, try trainings(make, seeds: 3) { try $0.fitOneCycle(epochCount, learningRate: rate) }
                    )
                }
            }
        }
    }

    func youngerOptimizers() throws {
        let rows = [try runsByFinder[3]] + (try youngerRuns)
        var table = TextTable(["", "rate by the finder", "valid_loss", "accuracy", "better than Adam"], decimals: 4)
        for (name, rate, runs) in rows {
            table.add(
                name, rate, Spread(runs.map(\.validLoss)), Spread(runs.map(\.accuracy)), wins(runs, over: rows[0].runs))
            if name != "Adam" { record("by-finder/\(name.lowercased())-accuracy", over: runs.map(\.accuracy)) }
        }
        show(
            table, "Adam and two of its descendants, one cycle up to the finder's rate",
            predict: .choice(
                "Adam, RAdam or LAMB: which ends with the lowest validation loss?", rows.map(\.name),
                answer: rows.min { validLoss($0.runs) < validLoss($1.runs) }!.name))

        // The last column counts the seeds on which the validation loss was lower than Adam's. Both were made for
        // other difficulties than ours. RAdam wants to do without a warm-up, and our cycle has one. LAMB is for batches
        // of thousands of images, and ours have 128. So do not make much of a small advantage.
    }
}

// One setting is left. Adam's paper has 0.999 for the average of squares, the book's library 0.99. Does it matter? The
// baseline of section 16.1 once more, with only that changed:

extension TrainingProcess {
    /// The baseline with the paper's momentum of squares.
    var longMemoryRuns: [TrainingRun] {
        get throws {
            try run.once {
                try trainings({ AdamW($0, learningRate: $1, squareMomentum: 0.999) }) {
                    try $0.fitOneCycle(epochCount, learningRate: 0.003)
                }
            }
        }
    }

    func memoryOfSquares() throws {
        let (short, long) = (try adamRuns, try longMemoryRuns)
        var table = TextTable(["momentum of squares", "valid_loss", "accuracy", "better than 0.99"], decimals: 4)
        for (name, runs) in [("0.99", short), ("0.999", long)] {
            table.add(name, Spread(runs.map(\.validLoss)), Spread(runs.map(\.accuracy)), wins(runs, over: short))
        }
        show(
            table, "Adam, one cycle up to 0.003",
            predict: .change(
                "From 0.99 to 0.999: what happens to the validation loss?", from: validLoss(short), to: validLoss(long))
        )

        // An average with 0.999 looks back on a thousand steps, one with 0.99 on a hundred (section 16.3).
        let steps = short[0].losses.count
        show(steps, "steps of the whole training")
        // So in our training 0.999 forgets nothing: it averages all squares so far. The argument for 0.99 is that
        // squares from a time with another learning rate say little. A few hundred steps cannot settle that. But they
        // tell how much is at stake: compare the difference in the table with what the learning rate has changed, on
        // the page before.
    }

    // MARK: Helpers

    private func validLoss(_ runs: [TrainingRun]) -> Double { Spread(runs.map(\.validLoss)).mean }

    private func wins(_ runs: [TrainingRun], over others: [TrainingRun]) -> String {
        "\(zip(runs, others).count { $0.validLoss < $1.validLoss }) of \(runs.count)"
    }
}
