// The finder and one cycle, with the exact numbers that follow from the book's code: section 19.8.

import Chapter19
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct `19.8 Schedules` {
    @Test func `the finder tries 88 rates, and cancels after the 89th batch`() throws {
        let (finder, results, trace) = (LRFinder(), TrackResults(), Trace())
        let learner = toyLearner(train: 74, valid: 16, batchSize: 1, callbacks: [trace, finder, results])
        try learner.fit(2)
        #expect(finder.rates.count == 88 && finder.losses.count == 88)
        let expected = (1...88).map { Float(1e-6 * pow(1.2, Double($0))) }
        expectClose(Tensor(finder.rates), Tensor(expected), absolute: 0, relative: 2e-5)
        expectClose(
            Tensor([finder.rates[0], finder.rates[87]]), Tensor([1.2e-6, 9.2886]), absolute: 0, relative: 1e-5)
        expectClose(Tensor(learner.optimizer.learningRate), Tensor(11.146), absolute: 1e-3)
        #expect((learner.epoch, learner.number) == (1, 14))
        #expect(finder.rates.dropLast(2).count == 86)  // on the plot
        #expect(results.rows.map(\.epoch) == [0, 0])  // only epoch 0 is printed
        #expect(Array(trace.events.suffix(3)) == [.beforeBatch, .afterBatch, .afterFit])
    }

    @Test func `the finder stops at a loss that is not a number, and begins anew in every fit`() throws {
        let (finder, trace, ruin) = (LRFinder(), Trace(), Ruining(from: 3))
        let learner = toyLearner(train: 20, valid: 2, callbacks: [ruin, trace, finder])
        try learner.fit(1)
        #expect(finder.rates.count == 3 && finder.losses.allSatisfy { $0.isFinite })
        #expect(trace.events.count { $0 == .afterBatch } == 4 && trace.events.last == .afterFit)
        #expect(learner.learningRate == 1e-6)  // what the book leaves behind, too

        // The model has learned from that batch and is lost: not one more rate is kept. A new one begins at the start.
        try learner.fit(1)
        #expect(finder.rates.isEmpty)
        ruin.first = 1
        try toyLearner(train: 20, valid: 2, callbacks: [ruin, finder]).fit(1)
        #expect(finder.rates.count == 1)
        expectClose(Tensor(finder.rates), Tensor([1.2e-6]), absolute: 0)
    }

    @Test func `the curve is smoothed over five batches, fewer at the ends`() {
        #expect(smoothed([]) == [] && smoothed([7]) == [7])
        expectClose(Tensor(smoothed([0, 3, 6, 9, 12, 90])), Tensor([3, 4.5, 6, 24, 29.25, 37]))
    }

    @Test func `chosen items may come more than once`() throws {
        let points = Pairs([(Tensor([1]), 0), (Tensor([2]), 1)])
        let chosen = Chosen([1, 1, 0], of: points)
        #expect(try chosen.count == 3 && (0..<3).map { try chosen[$0].y } == [1, 1, 0])
        let grey = Grey(Pairs([(Tensor(shape: [1, 2, 3], [1, 2, 3, 4, 5, 6]), 5)]))
        #expect(try grey[0].x.shape == [1, 2, 1] && grey[0].x.scalars == [1, 4] && grey[0].y == 5)
    }

    @Test func `one cycle has the book's rates at all steps`() throws {
        let cycle = OneCycle(0.1)
        try toyLearner(train: 74, valid: 3, batchSize: 1, callbacks: [cycle]).fit(8)
        #expect(cycle.rates.count == 592)
        let steps = [0, 74, 147, 148, 149, 370, 591]
        expectClose(
            Tensor(steps.map { cycle.rates[$0] }),
            Tensor([0.01, 0.055, 0.0993919, 0.1, 0.0997748, 0.05, 0.000225225]), absolute: 1e-7, relative: 1e-6)
        #expect(cycle.rates.max() == cycle.rates[148] && cycle.rates[148] == 0.1)
        #expect(zip(cycle.rates[..<148], cycle.rates[1...148]).allSatisfy { $0 < $1 })
        #expect(zip(cycle.rates[148...], cycle.rates[149...]).allSatisfy { $0 > $1 })
    }

    @Test func `and the optimizer takes its steps at these rates`() throws {
        final class Used: Callback {
            var rates: [Float] = []
            override func afterBatch() { if self.model.isTraining { rates.append(self.optimizer.learningRate) } }
        }
        let (cycle, used) = (OneCycle(0.5, shape: .cosine), Used())
        try toyLearner(train: 10, valid: 4, callbacks: [cycle, used]).fit(2)
        #expect(used.rates == cycle.rates && used.rates.count == 10)
        try toyLearner(train: 10, valid: 4, callbacks: [cycle]).fit(1)
        #expect(cycle.rates.count == 5)  // begun anew
    }
}

/// Makes the inputs NaN from some training batch on.
private final class Ruining: Callback {
    var first: Int
    init(from first: Int) { self.first = first }
    override func beforeBatch() {
        if self.model.isTraining, self.number >= first { learner.batch.x = self.batch.x * .nan }
    }
}
