// # One cycle
//
// Section 19.8 · After this page you can have a learning rate rise and fall during training, and say what it is at any
// step.

import Figures
import Foundation
import Notebook
import Tensors

// A high rate learns fast, but not from the first step on, when the gradients of random weights point anywhere; and it
// cannot settle at the end. So let the rate rise for a quarter of the training, and then fall to zero. (L. Smith and N.
// Topin, "Super-Convergence", 2018; section 13.12.) Where training is at is known to the learner: `epoch` epochs and
// `number` batches of this one are done, out of `epochs` times the batches of an epoch. That share goes into
// `rate(after:)`.
//
// The book's schedule is made of two straight lines. It begins at a tenth of the highest rate. Question 34 asks for the
// usual form, half a wave of a cosine each (*cosine annealing*), which is flat at both ends. They differ in one
// function: how far has a rise or a fall come, when a share t of its time is over?

/// The learning rate rises for a quarter of the training and falls for the rest. (The book's `OneCycle`.)
public final class OneCycle: Callback {
    /// How a rise and a fall go, from 0 to 1 in a time from 0 to 1.
    public enum Shape: Sendable {
        case line, cosine

        func callAsFunction(_ t: Double) -> Double { self == .line ? t : (1 - cos(.pi * t)) / 2 }
    }

    public let highest: Double
    public let shape: Shape
    /// The rate of every training batch.
    public private(set) var rates: [Float] = []
    private let rise = 0.25, startDivisor = 10.0

    public init(_ highest: Double, shape: Shape = .line) { (self.highest, self.shape) = (highest, shape) }

    /// - Parameter done: the share of the training that is over, 0..<1.
    public func rate(after done: Double) -> Double {
        if done < rise {
            let start = highest / startDivisor
            return start + shape(done / rise) * (highest - start)
        }
        return highest - shape((done - rise) / (1 - rise)) * highest
    }

    public override func beforeFit() { rates = [] }

    public override func beforeBatch() {
        guard self.model.isTraining else { return }
        let batches = self.loaders.train.count
        let done = Double(self.epoch * batches + self.number) / Double(self.epochs * batches)
        self.optimizer.learningRate = Float(rate(after: done))
        rates.append(self.optimizer.learningRate)
    }
}

extension LearnerFromScratch {
    func aTriangle() throws {
        // The book trains for 8 epochs of 74 batches, 592 steps, with a highest rate of 0.1. The same with points:
        let cycle = OneCycle(0.1)
        try toyLearner(train: 74, valid: 2, batchSize: 1, callbacks: [cycle]).fit(8)
        show(cycle.rates.count, "steps")
        var table = TextTable(["step", "rate"], decimals: 9)
        for step in [0, 74, 147, 148, 149, 370, 591] { table.add(step, cycle.rates[step]) }
        show(
            table, "The rate at some steps",
            predict: .number(
                "Step 74 is half way up, from 0.01 to 0.1. What is the rate?", 0.055, within: .percent(1)))

        // It never gets to 0. The last step is taken when 591 of 592 are done, at 1/444 of the highest rate.
        let cosine = OneCycle(0.1, shape: .cosine)
        let shares = (0..<592).map { Double($0) / 592 }
        show(
            Chart("A quarter up, three quarters down", x: "step", y: "learning rate") {
                Line(cycle.rates, "lines, as in the book")
                Line(shares.map(cosine.rate(after:)), "cosines (question 19.34)", dashed: true)
            }, "Two schedules for 8 epochs of 74 batches")

        // The cosine is slow at both ends of a rise and of a fall. So it stays near the highest rate for longer, and
        // comes to zero more gently.
    }

    func onlyTrainingCounts() throws {
        // Why is it asked whether the model is training? Leave the question out, and validation batches count as well.
        // Here is such a schedule on eight training batches and eight validation batches:
        final class Careless: Callback {
            let cycle = OneCycle(0.1)
            var trained: [Float] = []
            var rateBetween: [Float] = []
            override func beforeBatch() {
                let batches = self.loaders.train.count
                let done = Double(self.epoch * batches + self.number) / Double(self.epochs * batches)
                let rate = Float(cycle.rate(after: done))
                self.optimizer.learningRate = rate
                if self.model.isTraining { trained.append(rate) } else { rateBetween.append(rate) }
            }
        }
        let careless = Careless()
        try toyLearner(train: 8, valid: 8, batchSize: 1, callbacks: [careless]).fit(2)
        show(careless.trained.count, "rates that were used for a step")
        show(
            careless.rateBetween.count, "rates that were set for nothing, in validation",
            ask: "Two epochs of eight training and eight validation batches. How many rates are set in vain?")

        // The steps are still right, since the place in training comes from `epoch` and `number`. But a curve of all
        // these rates would have two points for each step, and go up and down. The finder would be worse off. It
        // multiplies the rate by 1.2 each time, so the book's 16 validation batches would make it 1.2¹⁶, or 18 times as
        // high, unseen.
    }
}
