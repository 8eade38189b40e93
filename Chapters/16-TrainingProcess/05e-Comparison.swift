// # Five optimizers, one task
//
// Section 16.5 · After this page you can compare optimizers fairly, and say what such a comparison is worth.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Five trainings have been done in this chapter, as in the book: same data, same net, same number of steps, and the
// same seeds, that is, the same first weights and the same batches in the same order. Now put them side by side:

extension TrainingProcess {
    /// The trainings of the chapter with the book's last accuracy, and how long an epoch took there.
    var fiveRuns: [(name: String, runs: [TrainingRun], book: Double, seconds: Int)] {
        get throws {
            [
                ("SGD, cycle, 0.03", try descentRuns, 0.408917, 9),
                ("own SGD, constant, 0.03", try ownDescentRuns, 0.445350, 9),
                ("own momentum, cycle, 0.03", try ownMomentumRuns, 0.418853, 10),
                ("own RMSProp, cycle, 0.003", try ownRMSPropRuns, 0.544968, 11),
                ("Adam, cycle, 0.003", try adamRuns, 0.594904, 11),
            ]
        }
    }

    func shootOut() throws {
        let five = try fiveRuns
        show(
            Chart(title(of: five.map(\.runs)), x: "batch", y: "smoothed loss") {
                for (name, runs, _, _) in five { Line(smoothedMean(runs), name) }
            }, "five trainings on \(source.name)")
        var table = TextTable(
            ["", "valid_loss", "accuracy", "better than plain SGD", "the book's", "its time"], decimals: 4)
        table.add("always the most frequent digit", nil as Double?, try majorityShare, "", nil as Double?, "")
        for (name, runs, book, seconds) in five {
            let better = zip(runs, five[0].runs).count { $0.validLoss < $1.validLoss }
            table.add(
                name, Spread(runs.map(\.validLoss)), Spread(runs.map(\.accuracy)), "\(better) of \(runs.count)", book,
                "\(seconds) s")
        }
        let order = five.sorted { Spread($0.runs.map(\.validLoss)).mean < Spread($1.runs.map(\.validLoss)).mean }
        show(
            table,
            "After \(epochCount == 1 ? "one epoch" : "three epochs"); the book's: photos, a ResNet-34, time of an epoch",
            predict: .choice(
                "Which of the five ends with the lowest validation loss?", five.map(\.name), answer: order[0].name))
        show(order.map(\.name).joined(separator: " < "), "from the lowest validation loss to the highest")

        // In the book the order is Adam, RMSProp, and then the three without rates of their own, close to each other.
        // On another task with another net the order may be another one; that is why it is measured here and not
        // quoted. "Better than plain SGD" counts the seeds on which the validation loss was lower than plain SGD's on
        // the same seed. An advantage that changes sides from seed to seed is none.
    }
}

// Is that fair? The rates were the book's: 0.03 for some, 0.003 for others, with momentum of a kind that makes 0.2 of
// it at the peak of the cycle (0.03 / (1 − 0.85)). It may be that we have compared rates, not optimizers. So give each
// of them the rate that the finder suggests: a tenth of the one with the lowest loss, as in the book, and of the
// suggestions for several seeds the one in the middle (`middleRate`). The finder sees nothing but training batches. So
// no rate is chosen by what it is judged by. Everyone gets the cycle, and momentum where it has some
// (`runsByFinder`):

/// The middle one of what the finder suggests, seed by seed.
func middleRate(_ curves: [LearningRateCurve]) -> Float { curves.map(\.minimum).sorted()[curves.count / 2] }

extension TrainingProcess {
    /// Four recipes, trained at the rate that the finder suggests for each.
    var runsByFinder: [(name: String, rate: Float, runs: [TrainingRun])] {
        get throws {
            try run.once {
                // Our descent and our Adam are the engine's, whose curves section 16.1 has drawn.
                let recipes: [(String, Recipe, [LearningRateCurve], hasMomentum: Bool)] = [
                    ("plain descent", .descent, try descentCurves, false),
                    ("momentum", .momentum, try rateCurves(Recipe.momentum.make), true),
                    ("RMSProp", .rmsProp, try rateCurves(Recipe.rmsProp.make), false),
                    ("Adam", .adam, try adamCurves, true),
                ]
                return try recipes.map { name, recipe, curves, hasMomentum in
                    let rate = middleRate(curves)
                    let runs = try trainings(recipe.make, seeds: 3) {
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
            "\(fixed(before, 4)) with the book's rates, \(fixed(after, 4)) with the finder's",
            "the best accuracy minus the worst",
            predict: .change(
                "Each optimizer gets a rate of its own. What happens to the distance between the best and the worst?",
                from: before, to: after))

        // What does one learn from such tables? Not that one optimizer is the best. If the distance shrinks, it was
        // the rates that differed more than the optimizers. One often hears that Adam at 0.003 or 0.001 is good enough
        // for any task. Is it on ours? Compare it with Adam, and with plain descent, at the finder's rate:
        for (name, runs) in [
            ("Adam at 0.003", try adamRuns), (four[3].name, four[3].runs), (four[0].name, four[0].runs),
        ] {
            show(
                fixed(Spread(runs.map(\.accuracy)).mean, 4),
                "accuracy of \(name)\(name.hasSuffix("3") ? "" : " at its rate")")
        }

        // So look for the rate first. The finder itself is exercise 16.10.
    }

    // MARK: Helpers

    /// How many of the five end with a training loss below half of plain SGD's, as a title.
    private func title(of runs: [[TrainingRun]]) -> String {
        let ends = runs.map { smoothedMean($0).last! }
        let low = ends.count { $0 < ends[0] / 2 }
        return low == 0 ? "The training loss of five optimizers" : "The training loss: \(low) of the five get away"
    }

    /// The mean over the seeds of each batch's loss, smoothed.
    private func smoothedMean(_ runs: [TrainingRun]) -> [Double] {
        let means = runs[0].losses.indices.map { batch in
            runs.reduce(0) { $0 + Double($1.losses[batch]) } / Double(runs.count)
        }
        return movingAverages(means, beta: 0.9, isCorrected: true)
    }
}
