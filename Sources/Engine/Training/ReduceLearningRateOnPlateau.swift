// # A learning rate that falls where progress ends
//
// A schedule is laid down before training begins. This callback watches instead: as long as a number of the epoch
// table improves, the learning rate stays what it is, and when it has not improved for a while, steps become shorter.
//
//     let learner = Learner(…, callbacks: [ReduceLearningRateOnPlateau("accuracy", mode: .max, patience: 2)])

import Tensors

/// Multiplies the learning rate by a factor when a number has not improved for more than `patience` epochs. (PyTorch's
/// `ReduceLROnPlateau`, with its defaults.)
///
/// NaN is no improvement. A group's own learning rate stays as it is, as under a schedule. Every `fit` begins anew;
/// a checkpoint keeps what the callback has seen.
public final class ReduceLearningRateOnPlateau: StatefulCallback {
    /// Which numbers are better: the lower or the higher ones.
    public enum Mode: Sendable { case min, max }

    /// By how much a number must be better than the best so far to count as an improvement.
    public enum Threshold: Sendable {
        /// By this share of the best.
        case relative(Float)
        /// By this much.
        case absolute(Float)
    }

    /// Before other callbacks: a checkpoint of the epoch has the new rate.
    public var order: Int { -1 }
    /// The best number so far; infinite before the first epoch.
    public private(set) var best: Float

    private let column: String
    private let mode: Mode
    private let threshold: Threshold
    private let factor, lowest, epsilon: Float
    private let patience, cooldown: Int
    private var badEpochs = 0, cooldownLeft = 0

    /// - Parameters:
    ///   - column: which number of the epoch table is watched: `train_loss`, `valid_loss` or the name of a metric.
    ///   - mode: `.min` for a number that should fall, such as a loss; `.max` for one that should rise.
    ///   - factor: what the learning rate is multiplied by, 0 ..< 1.
    ///   - patience: how many epochs without an improvement are accepted.
    ///   - cooldown: how many epochs after a reduction are not counted.
    ///   - lowest: where the learning rate stops falling.
    ///   - epsilon: a smaller change of the learning rate is not made.
    public init(
        _ column: String = "valid_loss", mode: Mode = .min, factor: Float = 0.1, patience: Int = 10,
        threshold: Threshold = .relative(1e-4), cooldown: Int = 0, lowest: Float = 0, epsilon: Float = 1e-8
    ) {
        func check(_ isSensible: Bool, _ problem: String) {
            require(isSensible, "ReduceLearningRateOnPlateau(\"\(column)\")", problem)
        }
        check((0..<1).contains(factor), "the factor \(factor) must be 0 or more, below 1")
        check(patience >= 0, "the patience \(patience) must be 0 epochs or more")
        check(cooldown >= 0, "the cooldown \(cooldown) must be 0 epochs or more")
        check(lowest >= 0, "the lowest rate \(lowest) must be 0 or more")
        check(epsilon >= 0, "the epsilon \(epsilon) must be 0 or more")
        switch threshold {
        case .relative(let size), .absolute(let size): check(size >= 0, "the threshold \(size) must be 0 or more")
        }
        (self.column, self.mode, self.threshold) = (column, mode, threshold)
        (self.factor, self.lowest, self.epsilon) = (factor, lowest, epsilon)
        (self.patience, self.cooldown) = (patience, cooldown)
        best = mode.worst
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .fit else { return }
        _ = learner.recorder[column]  // an unknown name stops the program here, not after an epoch
        require(
            !learner.callbacks.contains { $0 is Scheduling }, "fit with ReduceLearningRateOnPlateau and a schedule",
            "the schedule sets the learning rate before every batch", try: "fit(_, learningRate: 0.1), or no callback")
        (best, badEpochs, cooldownLeft) = (mode.worst, 0, 0)
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .epoch, let value = learner.recorder[column].last else { return }
        learner.optimizer.learningRate = rate(learner.optimizer.learningRate, after: value)
    }

    /// What becomes of a learning rate after an epoch with this value. A loop that is written by hand calls it once per
    /// epoch:
    ///
    ///     optimizer.learningRate = plateau.rate(optimizer.learningRate, after: validLoss)
    public func rate(_ rate: Float, after value: Float) -> Float {
        if isBetter(value) { (best, badEpochs) = (value, 0) } else { badEpochs += 1 }
        if cooldownLeft > 0 { (cooldownLeft, badEpochs) = (cooldownLeft - 1, 0) }
        guard badEpochs > patience else { return rate }
        (cooldownLeft, badEpochs) = (cooldown, 0)
        let reduced = max(Double(rate) * Double(factor), Double(lowest))
        return Double(rate) - reduced > Double(epsilon) ? Float(reduced) : rate
    }

    private func isBetter(_ value: Float) -> Bool {
        let (value, best) = (Double(value), Double(best))
        return switch (mode, threshold) {
        case (.min, .relative(let share)): value < best * (1 - Double(share))
        case (.min, .absolute(let size)): value < best - Double(size)
        case (.max, .relative(let share)): value > best * (1 + Double(share))
        case (.max, .absolute(let size)): value > best + Double(size)
        }
    }

    public var state: [String: Float] {
        get { ["best": best, "badEpochs": Float(badEpochs), "cooldownLeft": Float(cooldownLeft)] }
        set {
            best = newValue["best"] ?? best
            badEpochs = newValue["badEpochs"].flatMap { Int(exactly: $0) } ?? badEpochs
            cooldownLeft = newValue["cooldownLeft"].flatMap { Int(exactly: $0) } ?? cooldownLeft
        }
    }
}

extension ReduceLearningRateOnPlateau.Mode {
    /// What any number is better than.
    fileprivate var worst: Float { self == .min ? .infinity : -.infinity }
}
