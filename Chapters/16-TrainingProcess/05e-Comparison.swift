// # Five optimizers, one task
//
// Section 16.5 · After this page you can compare optimizers fairly, and say what such a comparison is worth.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Five trainings have been done in this chapter, as in the book: same data, same net, same number of steps, and the
// same seeds, that is, the same first weights and the same batches in the same order. Now put them side by side:

extension TrainingProcess {
    /// The trainings of the chapter with the book's last accuracy.
    var fiveRuns: [(name: String, runs: [TrainingRun], book: Double)] {
        get throws {
            [
                ("SGD, cycle, 0.03", try descentRuns, 0.408917),
                ("own SGD, constant, 0.03", try ownDescentRuns, 0.445350),
                ("own momentum, cycle, 0.03", try ownMomentumRuns, 0.418853),
                ("own RMSProp, cycle, 0.003", try ownRMSPropRuns, 0.544968),
                ("Adam, cycle, 0.003", try adamRuns, 0.594904),
            ]
        }
    }

    func shootOut() throws {
        let five = try fiveRuns
        show(
            Chart(
                "The training loss of five optimizers", x: "batch", y: "smoothed loss",
                yScale: .logarithmic
            ) {
                for (name, runs, _) in five { Line(smoothedMean(runs), name) }
            }, "five trainings on \(source.name)")
        var table = TextTable(
            ["", "valid_loss", "accuracy", "better than plain SGD", "the book's accuracy"], decimals: 4)
        for (name, runs, book) in five {
            let better = zip(runs, five[0].runs).count { $0.validLoss < $1.validLoss }
            table.add(
                name, Spread(runs.map(\.validLoss)), Spread(runs.map(\.accuracy)), "\(better) of \(runs.count)", book)
        }
        let order = five.sorted { Spread($0.runs.map(\.validLoss)).mean < Spread($1.runs.map(\.validLoss)).mean }
        show(
            table,
            "After \(epochCount == 1 ? "one epoch" : "three epochs"); the book's are for photos and a ResNet-34",
            predict: .choice(
                "Which of the five ends with the lowest validation loss?", five.map(\.name), answer: order[0].name))
        show(order.map(\.name).joined(separator: " < "), "from the lowest validation loss to the highest")

        // In the book the order is Adam, RMSProp, and then the three without rates of their own, close to each other.
        // On another task with another net the order may be another one; that is why it is measured here and not
        // quoted. "Better than plain SGD" counts the seeds on which the validation loss was lower than plain SGD's on
        // the same seed. An advantage that changes sides from seed to seed is none.
    }
}

// Is that fair? The rates were the book's: 0.03 for some, 0.003 for others, with momentum of a kind that makes it 0.3
// in effect. It may be that we have compared rates, not optimizers. So give each of them the rate that the finder
// suggests: a tenth of the one with the lowest loss, as in the book. (The finder sees nothing but training batches. So
// no rate is chosen by what it is judged by.) Everyone gets the cycle, and momentum where it has some:

extension TrainingProcess {
    /// Four recipes, trained at the rate that the finder suggests for each.
    var runsByFinder: [(name: String, rate: Float, runs: [TrainingRun])] {
        get throws {
            let recipes: [(String, Recipe, Bool)] = [
                ("plain descent", .descent, false), ("momentum", .momentum, true), ("RMSProp", .rmsProp, false),
                ("Adam", .adam, true),
            ]
            return try run.once {
                try recipes.map { name, recipe, hasMomentum in
                    let rate = try rateCurve(recipe.make).minimum
                    let runs = try trainings(recipe.make) {
                        try $0.fitOneCycle(
                            epochCount, learningRate: rate, momentum: hasMomentum ? (0.95, 0.85, 0.95) : nil)
                    }
                    return (name, rate, runs)
                }
            }
        }
    }

    func ratesByTheFinder() throws {
        let four = try runsByFinder
        var table = TextTable(["", "rate by the finder", "valid_loss", "accuracy"], decimals: 4)
        for (name, rate, runs) in four {
            table.add(name, rate, Spread(runs.map(\.validLoss)), Spread(runs.map(\.accuracy)))
            record("by-finder/\(name.split(separator: " ").last!.lowercased())-accuracy", over: runs.map(\.accuracy))
        }
        show(table, "the chapter's own steppers, one cycle up to the finder's rate")

        // How far apart are the best and the worst of them, before and now?
        func range(_ runs: [[TrainingRun]]) -> Double {
            let accuracies = runs.map { Spread($0.map(\.accuracy)).mean }
            return accuracies.max()! - accuracies.min()!
        }
        let (before, after) = (range(try fiveRuns.map(\.runs)), range(four.map(\.runs)))
        show(
            "\(before) with the book's rates, \(after) with the finder's", "the best accuracy minus the worst",
            predict: .change(
                "Each optimizer gets a rate of its own. What happens to the distance between the best and the worst?",
                from: before, to: after))

        // What does one learn from such tables? Not that one optimizer is the best. If the distance shrinks, it was
        // the rates that differed more than the optimizers. What speaks for Adam in practice is that one rate, 0.003 or
        // 0.001, is good enough for very different tasks, while the best rate of plain descent may be ten times as high
        // on one task as on another.
        //
        // Two younger optimizers, RAdam and LAMB, are exercises 16.7 and 16.8; the finder itself is exercise 16.10.
    }

    // MARK: Helpers

    /// The mean over the seeds of each batch's loss, smoothed.
    private func smoothedMean(_ runs: [TrainingRun]) -> [Double] {
        let means = runs[0].losses.indices.map { batch in
            runs.reduce(0) { $0 + Double($1.losses[batch]) } / Double(runs.count)
        }
        return movingAverages(means, beta: 0.9, isCorrected: true)
    }
}
