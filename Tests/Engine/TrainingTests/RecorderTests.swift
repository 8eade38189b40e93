// What is recorded for every epoch.

import Foundation
import Layers
import Tensors
import Testing
import Training

struct `The recorder` {
    @Test func `it keeps one row per epoch, with a value for every metric`() throws {
        let metrics = [Metric<Tensor>("one") { _, _ in 1 }, Metric("distance") { l1Loss($0, $1).item }]
        let learner = try regression(metrics: metrics).trained(3)
        #expect(learner.recorder.rows.map(\.epoch) == [0, 1, 2])
        #expect(learner.recorder.values.map(\.count) == [4, 4, 4])
        #expect(learner.recorder.rows.allSatisfy { $0.metrics[0] == 1 && $0.seconds > 0 })
    }

    @Test func `values are the losses and metrics of the rows`() throws {
        let recorder = try regression(metrics: [Metric("one") { _, _ in 1 }]).trained(2).recorder
        #expect(recorder.values == recorder.rows.map { [$0.trainLoss, $0.validLoss, 1] })
    }

    @Test func `a column is asked for by its name`() throws {
        let metrics = [Metric<Tensor>("one") { _, _ in 1 }, Metric("distance") { l1Loss($0, $1).item }]
        let learner = regression(metrics: metrics)
        let recorder = learner.recorder
        #expect(recorder.columns == ["train_loss", "valid_loss", "one", "distance"] && recorder["distance"].isEmpty)
        try learner.trained(2).trained(1)
        for (place, column) in recorder.columns.enumerated() {
            #expect(recorder[column] == recorder.values.map { $0[place] } && recorder[column].count == 3)
        }
    }

    @Test func `it keeps the loss of every training batch as it was`() throws {
        let learner = regression()
        let (x, y) = learner.loaders.train.first!
        let first = mseLoss(learner.model(x), y).item
        #expect(try learner.trained(2).recorder.batchLosses.count == 8)
        #expect(learner.recorder.batchLosses[0] == first)
    }

    @Test func `two fits in a row append their rows`() throws {
        let recorder = try regression().trained(2).trained(1).recorder
        #expect(recorder.rows.map(\.epoch) == [0, 1, 0])
        #expect(recorder.batchLosses.count == 12)
        #expect(recorder.rows[2].validLoss < recorder.rows[1].validLoss)
    }
}

struct `Smoothed training loss` {
    @Test func `a new loss enters with 2 percent, divided by what has entered so far`() throws {
        let recorder = try regression().trained(3).recorder
        for row in recorder.rows {
            let expected = smoothed(recorder.batchLosses.prefix(4 * (row.epoch + 1)))
            #expect(abs(Double(row.trainLoss) - expected) < 1e-6 * expected)
        }
    }

    @Test func `after a single batch it is that batch's loss`() throws {
        let recorder = try regression(batchSize: 32).trained(1).recorder
        #expect(abs(recorder.rows[0].trainLoss - recorder.batchLosses[0]) < 1e-6)
    }

    @Test func `each fit smooths anew`() throws {
        let recorder = try regression(batchSize: 32).trained(5).trained(1).recorder
        #expect(abs(recorder.rows[5].trainLoss - recorder.batchLosses[5]) < 1e-6)
    }

    @Test func `without a training batch there is none`() throws {
        let learner = regression(callbacks: [Thrower(Cancel(.train), before: .train)])
        #expect(try learner.trained(1).recorder.rows[0].trainLoss.isNaN)
    }

    /// mean = 0.98 · mean + 0.02 · loss, and at the end mean / (1 - 0.98ⁿ)
    private func smoothed(_ losses: ArraySlice<Float>) -> Double {
        let mean = losses.reduce(0.0) { 0.98 * $0 + 0.02 * Double($1) }
        return mean / (1 - pow(0.98, Double(losses.count)))
    }
}

/// Predictions that are all 0, targets 0, 0 and 3, in a batch of two and a batch of one.
struct `Means over the validation set` {
    private func row(_ metrics: [Metric<Tensor>] = []) throws -> Recorder.Row {
        let loader = DataLoader(TensorDataset(Tensor.zeros(3, 1), Tensor([[0], [0], [3]])), batchSize: 2)
        let learner = Learner(
            DataLoaders(loader, loader), Zero(), loss: mseLoss, metrics: metrics,
            callbacks: [Thrower(Cancel(.train), before: .train)])
        return try learner.trained(1).recorder.rows[0]
    }

    @Test func `the loss weighs batches by their size: (2·0 + 1·9) / 3, not (0 + 9) / 2`() throws {
        #expect(try row().validLoss == 3)
    }

    @Test func `a metric weighs batches by their size: (2·0 + 1·3) / 3, not (0 + 3) / 2`() throws {
        #expect(try row([Metric("target") { _, targets in targets.mean().item }]).metrics == [1])
    }

    @Test func `without validation items there is no mean`() throws {
        let learner = regression(metrics: [Metric("one") { _, _ in 1 }])
        learner.callbacks = [Thrower(Cancel(.validate), before: .validate)]
        let row = try learner.trained(1).recorder.rows[0]
        #expect(row.validLoss.isNaN && row.metrics[0].isNaN)
    }

    @Test func `accuracy is the share of rows whose largest score is at the label`() {
        let scores = Tensor([[1, 2], [5, 4], [0, 1], [2, 9]])
        #expect(Metric.accuracy.value(scores, IntTensor([1, 0, 0, 1])) == 0.75)
    }
}

/// Says 0 to everything.
private final class Zero: Module, Layer {
    let weight = Parameter(.zeros(1, 1))
    func forward(_ x: Tensor) -> Tensor { x.matmul(weight.value) }
}
