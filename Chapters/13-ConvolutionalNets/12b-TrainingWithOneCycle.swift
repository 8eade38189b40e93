// # Training with one cycle
//
// Section 13.12 · After this page you have mended the training with a schedule, and can say what high rates are good
// for.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The same net, the same large batches, and the same 0.06, but now only as the highest rate of a cycle:

extension ConvolutionalNets {
    /// Batches of 512, one cycle up to 0.06, one epoch.
    var oneCycle: [DigitLearner] {
        get throws {
            try run.once {
                try trained(run.size(quick: 2, usual: 3, full: 5), batchSize: largeBatch) {
                    try $0.fitOneCycle(1, learningRate: 0.06)
                }
            }
        }
    }

    func trainingWithOneCycle() throws {
        let learners = try oneCycle
        let (before, after) = (Spread(try largeBatches.all("accuracy")).mean, Spread(learners.all("accuracy")).mean)
        show(
            learners.table(beside: TenDigitsInTheBook.oneCycle),
            "One epoch with one cycle up to 0.06, batches of \(largeBatch)",
            predict: .change(
                "One cycle in place of a constant rate: what happens to the accuracy?", from: before, to: after,
                margin: 0.001))
        learners.recordFirstEpoch("one-cycle", beside: TenDigitsInTheBook.oneCycle, differs: try otherStart)
        show("\(fixed(before, 4)) at a constant rate, \(fixed(after, 4)) with one cycle", "mean accuracy")
        show(
            "\(try learners.count { try hasCollapsed($0) }) of \(learners.count)",
            "nets that say the same to every image")
        show(plotSched(learners[0].recorder), "plotSched: what the optimizer had in each batch")
        show(
            learners[0].recorder.momenta.min()!, "the lowest momentum",
            ask: "Momentum begins and ends at 0.95. How low does it go, where the rate is highest?")

        // Look at the losses of the first batches. At the constant rate the very first steps are 25 times as long:
        let first = run.size(quick: 8, usual: 40)
        let constant = try largeBatches.last { $0.callback(ActivationStats.self) != nil }!.recorder.batchLosses
        show(
            Chart(
                "The first batches: long steps at once, or after a warm-up", x: "batch", y: "loss"
            ) {
                Line(constant.prefix(first), "constant 0.06", colour: .vermilion, dashed: true)
                Line(learners[0].recorder.batchLosses.prefix(first), "one cycle", colour: .blue)
            }, "Loss of each batch at the start")
    }

    func lowAtTheEnd() {
        // And why low at the end? The simplest picture of a minimum is x², and the simplest picture of batches is a
        // gradient with some noise. (x begins at 5.) At a constant rate the steps never get shorter than the noise.
        // With a rate that falls, they do. `distances` walks many times and gives the mean distance from the minimum in
        // each step:
        func distances(_ rate: (Double) -> Double) -> [Float] {
            var random = run.random
            var x = Tensor.full(5, [500])
            let steps = 200
            return (0..<steps).map { step in
                let gradient = 2 * x + 2 * Tensor.randn(500, using: &random)
                x = x - gradient * Float(rate(Double(step) / Double(steps)))
                return x.abs().mean().item
            }
        }
        var cycle = OneCycle(peak: 0.3)
        cycle.startDivisor = 10
        let (constant, falling) = (distances { _ in 0.3 }, distances(cycle.rate))
        show(
            Chart(
                "A falling rate settles, a constant one keeps jumping", x: "step", y: "distance from the minimum",
                yLimits: 0...1.5
            ) {
                Line(constant, "constant rate of 0.3", colour: .vermilion, dashed: true)
                Line(falling, "one cycle up to 0.3", colour: .blue)
            }, "Mean of 500 walks to the minimum of x², with noisy gradients")
        show(
            falling.last! < constant.last! / 2, "the cycle ends at less than half of the distance",
            ask: "Does the cycle end at less than half of the distance at which the constant rate ends?")
    }
}

// High rates in between are not only faster (Smith speaks of *super-convergence*). They also seem to help against
// overfitting, because long steps do not stay in a *sharp* minimum, a narrow hole in the loss. In a wide hole they do.
// And wide holes generalize better: other images shift the loss a little, and if the walls are steep, a small shift
// makes a large difference. `sharpAndWide` has a hole of each kind, equally deep (but for a thousandth, which the slope
// of the other hole adds):

/// Two minima of nearly the same depth, a sharp one at -2 and a wide one at 2.
public func sharpAndWide(_ x: Double) -> Double {
    1 - exp(-pow((x + 2) / 0.15, 2)) - exp(-pow((x - 2) / 1.5, 2))
}

extension ConvolutionalNets {
    func sharpMinima() {
        show(
            Chart("A sharp minimum and a wide one, for two sets of images", x: "weight", y: "loss") {
                Line.function(-4...5, "the training images", samples: 600) { sharpAndWide($0) }
                Line.function(-4...5, "other images: shifted by 0.2", dashed: true, samples: 600) {
                    sharpAndWide($0 - 0.2)
                }
            }, "What a small shift costs in a narrow hole, and in a wide one")
        var table = TextTable(["minimum", "training images", "other images"], decimals: 3)
        for (name, x) in [("sharp, at -2", -2.0), ("wide, at 2", 2)] {
            table.add(name, sharpAndWide(x), sharpAndWide(x - 0.2))
        }
        show(
            table, "The loss at the two minima",
            predict: .choice(
                "The loss is shifted by 0.2. Where does it cost more to have stayed in the old minimum?",
                ["in the sharp one", "in the wide one"], answer: "in the sharp one"))

        // Start gradient descent in the middle of the sharp hole, but not quite at its bottom, with a low rate and with
        // a high one:
        func walk(_ rate: Double) -> Double {
            var x = -2.05
            for _ in 0..<200 { x -= rate * (sharpAndWide(x + 1e-5) - sharpAndWide(x - 1e-5)) / 2e-5 }
            return x
        }
        show(fixed(walk(0.01), 2), "where 200 steps at a rate of 0.01 end")
        let end = walk(0.2)
        show(
            fixed(end, 2), "where 200 steps at a rate of 0.2 end",
            predict: .number("The sharp hole is at -2, the wide one at 2. Where does the high rate end?", end))

        // The short steps stay where they began. The long ones are thrown out of the narrow hole by its steep walls,
        // and come to rest in the wide one.

        // That is a picture with one weight. That the same is at work in nets of thousands is a good guess, with some
        // experiments behind it. It is not a proof.
    }
}
