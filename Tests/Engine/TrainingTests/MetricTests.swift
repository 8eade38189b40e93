// Every metric against its definition, and over batches of different sizes against the whole set.

import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// Scores of eight items for three classes, and their labels.
private let scores = Tensor([
    [2, 0, 1], [0, 3, 0], [5, 4, 0], [0, 0, 9], [1, 2, 0], [0, 1, 4], [3, 0, 0], [0, 2, 1],
])
private let labels = IntTensor([0, 1, 1, 2, 1, 1, 0, 2])

@Suite struct `A metric` {
    @Test func `of one class out of three`() {
        // Right are all but numbers 2, 5 and 7.
        #expect(Metric.accuracy.value(scores, labels) == 0.625 && Metric.errorRate.value(scores, labels) == 0.375)
        // Class 1: predicted for 1, 4 and 7, real for 1, 2, 4 and 5; both for 1 and 4.
        #expect(Metric.f1().value(scores, labels) == 2 * 2 / Float(3 + 4))
        #expect(Metric.f1(of: 0).value(scores, labels) == 2 * 2 / Float(3 + 2))
        let surprise = zip(0..<8, labels.scalars).map { row, label -> Double in
            let row = scores[row].scalars.map(Double.init)
            return log(row.reduce(0) { $0 + exp($1) }) - row[Int(label)]
        }
        #expect(abs(Double(Metric.perplexity.value(scores, labels)) - exp(surprise.reduce(0, +) / 8)) < 1e-5)
    }

    @Test func `of a model that knows nothing: it guesses among all classes`() {
        #expect(
            abs(Metric.perplexity.value(.zeros(4, 5, 7), IntTensor(shape: [4, 5], Array(repeating: 0, count: 20))) - 7)
                < 1e-5)
    }

    @Test func `of a class that never occurs is not a number`() {
        #expect(Metric.f1(of: 9).value(scores, labels).isNaN)
    }

    @Test func `of pixels`() {
        // 2 × 3 pixels: class 1 is predicted for three, real for two, both for one.
        let background = Tensor([[0, 0, 0], [1, 1, 1]]).reshaped(1, 1, 2, 3)
        let maps = Tensor.cat([background, Tensor.full(0.5, [1, 1, 2, 3])], axis: 1)
        #expect(Metric.dice().value(maps, IntTensor([[1, 0, 0], [1, 0, 0]]).unsqueezed(0)) == 2 * 1 / Float(3 + 2))
    }

    @Test func `of numbers`() {
        let (predictions, targets) = (Tensor([[1], [2], [6]]), Tensor([[1], [4], [2]]))
        #expect(Metric.meanAbsoluteError.value(predictions, targets) == 2)
        #expect(abs(Metric.rootMeanSquaredError.value(predictions, targets) - (20.0 / 3).squareRoot()) < 1e-6)
    }

    @Test func `of several labels at once`() {
        let (scores, targets) = (Tensor([[3, -1, 0.5], [-2, 0.2, -4]]), Tensor([[1, 0, 0], [0, 1, 0]]))
        #expect(abs(Metric.multiLabelAccuracy().value(scores, targets) - 5.0 / 6) < 1e-6)
        #expect(Metric.multiLabelAccuracy(threshold: 0.7).value(scores, targets) == 5.0 / 6)
    }

    @Test func `is the same over batches of 3, 3 and 2 as over all eight, where a mean of batches is not`() throws {
        let items = TensorDataset(scores, labels)
        let metrics: [Metric<IntTensor>] = [.accuracy, .errorRate, .perplexity, .f1(), .f1(of: 2)]
        let found = try epoch(metrics) { DataLoader(items, batchSize: $0) }
        for (metric, found) in zip(metrics, found) {
            #expect(abs(metric.value(scores, labels) - found) < 1e-6, "\(metric.name)")
        }
        let (predictions, targets) = (Tensor([[0], [1], [2], [3], [4]]), Tensor([[3], [1], [9], [4], [20]]))
        let numbers = TensorDataset(predictions, targets)
        let error = try epoch([Metric.rootMeanSquaredError]) { DataLoader(numbers, batchSize: $0) }[0]
        #expect(abs(Metric.rootMeanSquaredError.value(predictions, targets) - error) < 1e-5)
    }

    /// The metrics after an epoch over validation batches of 3 items and what is left, of a model that returns its
    /// inputs.
    private func epoch<Target>(
        _ metrics: [Metric<Target>], _ loader: (_ batchSize: Int) -> DataLoader<(Tensor, Target)>
    ) throws -> [Float] {
        let learner = Learner(
            DataLoaders(loader(3), loader(3)), Lambda { $0 }, loss: { x, _ in x.sum() }, metrics: metrics)
        learner.callbacks = [ValidateOnly()]
        try EpochReporting.silently { try learner.fit(1, learningRate: 0) }
        return learner.recorder.rows[0].metrics
    }
}

/// Leaves out training.
private final class ValidateOnly: Callback {
    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        if phase == .train { throw Cancel(.train) }
    }
}
