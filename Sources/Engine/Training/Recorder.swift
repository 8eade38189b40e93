// # The recorder: what training looked like
//
// It keeps one row of numbers per epoch, and passes each row to what shows the table.

import Foundation
import Tensors

/// Keeps losses and metrics of every epoch.
///
///     learner.recorder["valid_loss"]          // one number per epoch
///     learner.recorder["accuracy"].last       // of the metric with this name
public final class Recorder: Callback {
    /// One epoch's numbers.
    public struct Row: Sendable {
        /// Counted from 0 in every `fit`.
        public let epoch: Int
        /// The smoothed loss at the end of the epoch; NaN if no batch was trained on.
        public let trainLoss: Float
        /// The mean over all validation items; NaN if there were none.
        public let validLoss: Float
        /// One value per metric, in the learner's order.
        public let metrics: [Float]
        /// How long the epoch took.
        public let seconds: Double
    }

    /// One row per epoch of every `fit` so far; none for a cancelled epoch.
    public internal(set) var rows: [Row] = []
    /// The loss of every training batch, unsmoothed.
    public internal(set) var batchLosses: [Float] = []
    /// The optimizer's learning rate and momentum in every training batch.
    public internal(set) var learningRates: [Float] = [], momenta: [Float] = []

    /// The names of what is measured: train_loss, valid_loss, and the learner's metrics.
    public let columns: [String]

    /// Every epoch of every `fit` so far as [train_loss, valid_loss, metric, …], in the order of `columns`.
    public var values: [[Float]] { rows.map { [$0.trainLoss, $0.validLoss] + $0.metrics } }

    /// One number for every epoch of every `fit` so far. A name that is not among `columns` stops the program.
    public subscript(_ column: String) -> [Float] {
        guard let place = columns.firstIndex(of: column) else {
            stop(
                "recorder[\"\(column)\"]", "nothing with this name is measured",
                try: "one of \(columns.joined(separator: ", "))")
        }
        return values.map { $0[place] }
    }

    private var smooth = SmoothedLoss()
    private var validLoss = WeightedMean()
    private var metrics: [WeightedMeans] = []
    private var started = ContinuousClock.now
    private var reporter: (any EpochReporter)?

    /// - Parameter metrics: their names.
    init(metrics: [String]) {
        columns = ["train_loss", "valid_loss"] + metrics
        let table = ["epoch"] + columns + ["time"]
        require(
            Set(table).count == table.count, "a Learner with metrics \(metrics)",
            "two columns of its table have the same name", try: "a different name for every metric")
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        switch phase {
        case .fit:
            smooth = SmoothedLoss()
            reporter = EpochReporting.current.make(learner.fitPlace)
            reporter?.began(columns: ["epoch"] + columns + ["time"])
        case .epoch:
            started = .now
            validLoss = WeightedMean()
            metrics = learner.metrics.map { _ in WeightedMeans() }
        default: break
        }
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        switch phase {
        case .batch where learner.isTraining:
            smooth.add(learner.batchLoss.item)
            batchLosses.append(learner.batchLoss.item)
            learningRates.append(learner.optimizer.learningRate)
            momenta.append(learner.optimizer.momentum)
        case .batch:
            let items = itemCount(learner.predictions.shape)
            validLoss.add(learner.batchLoss.item, items: items)
            for (k, metric) in learner.metrics.enumerated() {
                metrics[k].add(metric.means(learner.predictions, learner.targets!), items: items)
            }
        case .epoch:
            let results = zip(learner.metrics, metrics).map { metric, means in means.values.map(metric.result) ?? .nan }
            add(epoch: learner.epoch, metrics: results)
        default: break
        }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { reporter?.ended(); reporter = nil }
    }

    private func add(epoch: Int, metrics: [Float]) {
        let time = started.duration(to: .now) / .seconds(1)
        let row = Row(
            epoch: epoch, trainLoss: smooth.value, validLoss: validLoss.value, metrics: metrics, seconds: time)
        rows.append(row)
        let numbers = ([row.trainLoss, row.validLoss] + row.metrics).map { String(format: "%.6f", Double($0)) }
        let clock = String(format: "%02d:%02d", Int(time) / 60, Int(time) % 60)
        reporter?.row(["\(epoch)"] + numbers + [clock])
    }
}

/// How many items a batch of predictions counts for: its rows, and for sequences all steps of them.
private func itemCount(_ shape: [Int]) -> Int {
    shape.count == 3 ? shape[0] * shape[1] : shape.first ?? 1
}

/// A running mean of the training loss in which older batches count for less: each new one
/// enters with 2 %. Divided by 1 - 0.98ⁿ, since it starts from zero. (fastai's AvgSmoothLoss,
/// so that its tables can be compared with ours.)
struct SmoothedLoss {
    private var mean = 0.0
    private var count = 0

    mutating func add(_ loss: Float) {
        mean = 0.98 * mean + 0.02 * Double(loss)
        count += 1
    }

    var value: Float { count == 0 ? .nan : Float(mean / (1 - pow(0.98, Double(count)))) }
}
