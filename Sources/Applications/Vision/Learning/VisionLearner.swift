// # Transfer learning
//
//     let learner = VisionLearner(data, body: body, metrics: [.errorRate], using: &random)
//     try learner.fineTune(2)
//     print(try learner.predict(photo))
//
// A body that has learned from a million photos, a new head, and two rounds of training: first the head alone, for what it says
// is chance yet and would only spoil the body; then everything, the first layers slowly.

import Foundation
import Layers
import Tensors
import Training

/// Trains a body with a new head on photos. (The book's `vision_learner`, earlier `cnn_learner`.)
public final class VisionLearner<Target: TargetBlock> {
    public typealias Targets = Target.Label.Batch

    public let data: PhotoLoaders<Target>
    public let net: TransferNet
    /// What goes through the batches: its recorder has what was measured, and callbacks may be added to it.
    public let learner: Learner<Tensor, Targets>
    /// What a file keeps besides numbers.
    private let plan: HeadPlan, architecture: String
    private let settings: GroupSettings

    /// - Parameters:
    ///   - body: it is frozen at first if it is pretrained.
    ///   - head: what the head is made of. Only its weights are drawn anew; the body keeps its own.
    ///   - loss: nil for the one that fits the targets: cross-entropy for classes, the mean squared error for numbers.
    ///   - optimizer: of parameter groups and a learning rate.
    ///   - normsLearn: whether batch norms learn also in frozen groups, as in the book's library. If not, a frozen body
    ///     stays as it is in every respect, and training the head is faster: nothing has to be traced back into the body.
    public init(
        _ data: PhotoLoaders<Target>, body: Body, head plan: HeadPlan = HeadPlan(),
        loss: ((_ scores: Tensor, _ targets: Targets) -> Tensor)? = nil,
        optimizer: @escaping (_ groups: [ParameterGroup], _ rate: Float) -> any Optimizer = {
            AdamW(groups: $0, learningRate: $1)
        },
        metrics: [Metric<Targets>] = [], callbacks: [any Callback] = [], normsLearn: Bool = true,
        using random: inout some RandomNumberGenerator
    ) {
        let (target, net) = (
            data.target,
            TransferNet(body, head: plan.layers(body.channels, outputs: data.target.outputs, using: &random))
        )
        let settings = GroupSettings(normsLearn: normsLearn)
        (self.data, self.net, self.plan, self.settings, architecture) = (data, net, plan, settings, body.name)
        learner = Learner(
            data.loaders, net, loss: loss ?? target.loss,
            optimizer: { _, rate in optimizer(net.parameterGroups(rates: settings.rates.shares(net.groups.count)), rate)
            },
            metrics: metrics,
            callbacks: callbacks + [
                FrozenNorms {
                    settings.normsLearn ? [] : net.groups[..<settings.firstLearning].joined().flatMap(\.norms)
                }
            ])
        if body.isPretrained { freeze() }
    }

    /// The net with all that is needed to use it.
    public var model: PhotoModel<Target> {
        PhotoModel(net: net, target: data.target, pipeline: data.pipeline, head: plan, architecture: architecture)
    }
}

/// What the optimizer and the callbacks look up when training begins.
private final class GroupSettings {
    let normsLearn: Bool
    var firstLearning = 0
    var rates = LearningRates(1)

    init(normsLearn: Bool) { self.normsLearn = normsLearn }
}

// MARK: Who learns

extension VisionLearner {
    /// How many parameter groups the net has. The last one is the head.
    public var groupCount: Int { net.groups.count }
    /// The first group that learns.
    public var firstLearningGroup: Int { settings.firstLearning }

    /// Lets only the groups from this one on learn; counted from the end where it is below 0. (The book's `freeze_to`.)
    public func freezeTo(_ group: Int) {
        net.freeze(to: group, normsLearn: settings.normsLearn)
        settings.firstLearning = group < 0 ? group + groupCount : group
    }
    /// Lets only the head learn.
    public func freeze() { freezeTo(-1) }
    /// Lets everything learn.
    public func unfreeze() { freezeTo(0) }
}

// MARK: Training

extension VisionLearner {
    /// Trains at constant learning rates. See ``Learner/fit(_:learningRate:file:line:)``.
    /// - Throws: ``PhotoProblem`` for a photo that cannot be read, and what a callback throws.
    public func fit(_ epochs: Int, _ rates: LearningRates, file: String = #filePath, line: Int = #line) throws {
        settings.rates = rates
        try learner.fit(epochs, learningRate: rates.highest, file: file, line: line)
    }

    /// One-cycle training; with a slice, each group goes through a cycle of its own height. See
    /// ``Learner/fitOneCycle(_:learningRate:rise:startDivisor:endDivisor:momentum:file:line:)``.
    /// - Throws: ``PhotoProblem`` for a photo that cannot be read, and what a callback throws.
    public func fitOneCycle(
        _ epochs: Int, _ rates: LearningRates, rise: Double = 0.25, startDivisor: Float = 25, endDivisor: Float = 1e5,
        file: String = #filePath, line: Int = #line
    ) throws {
        settings.rates = rates
        try learner.fitOneCycle(
            epochs, learningRate: rates.highest, rise: rise, startDivisor: startDivisor, endDivisor: endDivisor,
            file: file, line: line)
    }

    /// The same rates for three quarters of the time, then down along a cosine.
    /// - Throws: ``PhotoProblem`` for a photo that cannot be read, and what a callback throws.
    public func fitFlatCosine(
        _ epochs: Int, _ rates: LearningRates, flat: Double = 0.75, endDivisor: Float = 1e5, file: String = #filePath,
        line: Int = #line
    ) throws {
        settings.rates = rates
        try learner.fitFlatCosine(
            epochs, learningRate: rates.highest, flat: flat, endDivisor: endDivisor, file: file, line: line)
    }

    /// Trains the head alone, then everything at half the rate, the first layers the slowest. (The book's
    /// `fine_tune`.)
    ///
    /// - Parameters:
    ///   - epochs: with everything learning.
    ///   - rate: the highest of the first round. (The book's `base_lr`.)
    ///   - frozenEpochs: with the head alone.
    ///   - divisor: how much slower the first group learns than the last. (The book's `lr_mult`.)
    /// - Throws: ``PhotoProblem`` for a photo that cannot be read, and what a callback throws.
    public func fineTune(
        _ epochs: Int, rate: Float = 2e-3, frozenEpochs: Int = 1, divisor: Float = 100, file: String = #filePath,
        line: Int = #line
    ) throws {
        require(divisor >= 1, "fineTune with divisor \(divisor)", "it is 1 or more")
        freeze()
        try fitOneCycle(frozenEpochs, .slice(rate), rise: 0.99, file: file, line: line)
        unfreeze()
        let half = rate / 2
        try fitOneCycle(epochs, .slice(half / divisor, half), rise: 0.3, startDivisor: 5, file: file, line: line)
    }

    /// Tries rising rates, the same for all groups, and puts everything back. (The book's `lr_find`.)
    /// - Throws: what a callback throws.
    public func findLearningRate(
        from lowest: Float = 1e-7, to highest: Float = 10, steps: Int = 100
    ) throws -> LearningRateCurve {
        settings.rates = LearningRates(highest)
        let curve = try learner.findLearningRate(from: lowest, to: highest, steps: steps)
        return curve
    }
}
