// # Transfer learning
//
//     let learner = VisionLearner(data, body: body, metrics: [.errorRate], using: &random)
//     try learner.fineTune(2)
//     print(try learner.predict(photo))
//
// A body that has learned from a million photos, a new head, and two rounds of training: first the head alone, for what
// it says is chance yet and would only spoil the body; then everything, the first layers slowly.

import Foundation
import Layers
import Tensors
import Training

/// Trains a body with a new head on photos. (The book's `vision_learner`, earlier `cnn_learner`.)
public final class VisionLearner<Target: TargetBlock>: GroupLearner {
    public typealias Targets = Target.Label.Batch

    /// May be replaced between two trainings, as by larger photos: the net stays as it is. (The book's `learn.dls`.)
    public var data: PhotoLoaders<Target> {
        didSet {
            require(
                data.target.outputs == oldValue.target.outputs, "the data of a VisionLearner",
                "they want \(data.target.outputs) numbers for a photo, and the net gives \(oldValue.target.outputs)")
            learner.loaders = data.loaders
        }
    }
    public let net: TransferNet
    /// What goes through the batches: its recorder has what was measured, and callbacks may be added to it.
    public let learner: Learner<Tensor, Targets>
    /// What a file keeps besides numbers.
    private let plan: HeadPlan, architecture: String
    public let settings: GroupSettings

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
