// # One cycle, for any optimizer
//
// Section 16.3 · After this page you can train with your own momentum, and read the two curves of a cycle.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Train the net with our two steppers. A learner does not know them. But its schedule sets `learningRate` and
// `momentum` of whatever optimizer it has, and ours puts both into its settings, where the steppers find them:

extension TrainingProcess {
    /// Undamped momentum, one cycle up to 0.03.
    var ownMomentumRuns: [TrainingRun] {
        get throws {
            try run.once {
                try trainings(Recipe.momentum.make) { try $0.fitOneCycle(epochCount, learningRate: 0.03) }
            }
        }
    }

    func ownMomentum() throws {
        let runs = try ownMomentumRuns
        show(besideTheBook(runs, BookNumbers.ownMomentum), "`averageGradient` and `momentumStep`, one cycle up to 0.03")
        record("own-momentum/accuracy", over: runs.map(\.accuracy), book: 0.418853, differs: otherTask)
        record("own-momentum/valid-loss", over: runs.map(\.validLoss), book: 1.755670, differs: otherTask)

        // In the book this gained hardly anything over plain descent (0.4189 against 0.4089), and the book finds it
        // "still not great". And here?
        let (descent, momentum) = (try descentRuns, runs)
        let (with, without) = (Spread(momentum.map(\.accuracy)).mean, Spread(descent.map(\.accuracy)).mean)
        show(
            "\(fixed(with, 4)) with momentum, \(fixed(without, 4)) without",
            "accuracies after the same number of steps",
            predict: .change("From plain descent to momentum: what happens to the accuracy?", from: without, to: with))

        // Our momentum is undamped. With 0.9 it makes steps ten times as long (see `tenTimes`), so 0.03 does what 0.3
        // would do without it. Where momentum gains far more than in the book, it may be just these longer steps, which
        // our small net likes. Section 16.5 finds out: it gives plain descent a higher rate, too.
        // #hide
        if run.size == .quick { show("(A quick run has too few steps to tell.)") }
    }
}

// What did the schedule do? The cycle is made of half waves of a cosine (*cosine annealing*): up for the first quarter
// of the batches, down for the rest. Momentum goes the other way round, so that steps are never long in both ways at
// once. `halfWave` is one such piece, `oneCycle` both curves:

/// From start to end along half a wave of a cosine (cosine annealing), t from 0 to 1.
public func halfWave(_ start: Double, _ end: Double, _ t: Double) -> Double {
    start + (1 - cos(.pi * t)) / 2 * (end - start)
}

/// The learning rate and the momentum of one cycle, when the share t of all batches is done.
public func oneCycle(_ peak: Double, _ t: Double) -> (rate: Double, momentum: Double) {
    t < 0.25
        ? (halfWave(peak / 25, peak, t / 0.25), halfWave(0.95, 0.85, t / 0.25))
        : (halfWave(peak, peak / 1e5, (t - 0.25) / 0.75), halfWave(0.85, 0.95, (t - 0.25) / 0.75))
}

extension TrainingProcess {
    func theCycle() throws {
        // The recorder has noted what our optimizer had in each batch. (The book's `plot_sched`.)
        let training = try ownMomentumRuns[0]
        let batches = training.rates.indices
        show(
            ChartGrid(
                [
                    Chart("Learning rate", x: "batch", y: "rate") { Line(training.rates) },
                    Chart("Momentum", x: "batch", y: "momentum") { Line(training.momenta, colour: .orange) },
                    Chart("Rate / (1 − momentum)", x: "batch", y: "rate in the long run") {
                        Line(batches.map { training.rates[$0] / (1 - training.momenta[$0]) }, colour: .green)
                    },
                ], columns: 3, title: "One cycle, as our own optimizer saw it", sharedYLimits: false),
            "Learning rate and momentum of each batch")
        show(
            significant(training.rates[0], 4), "the rate of the first batch",
            ask: "The peak is 0.03. A cycle begins at a 25th of it. What is the first rate?")
        let difference = batches.map { batch in
            abs(oneCycle(0.03, Double(batch) / Double(batches.count)).rate - Double(training.rates[batch]))
        }
        show(Float(difference.max()!), "largest difference between the recorded rates and `oneCycle`")

        // The third picture is there because our momentum is undamped: a steady gradient is followed at rate / (1 −
        // momentum). So the steps are longer at the beginning than the first picture makes you think.
        //
        // The library's momenta, from the engine's schedule:
        let momentum = Training.Schedule.oneCycleMomentum()
        record("one-cycle/momentum-at-the-start", momentum(0), book: 0.95)
        record("one-cycle/momentum-at-the-peak", momentum(0.25), book: 0.85)
        record("one-cycle/momentum-at-the-end", momentum(1), book: 0.95)
    }
}
