// # Learning an answer for every pixel
//
//     let learner = unetLearner(data, body: body, metrics: [.pixelAccuracy()], using: &random)
//     try learner.fineTune(4)
//     show(try learner.showResults())
//
// The data come from a block whose targets are pictures, such as a `DataBlock` with a `MaskBlock`. The net may be any
// that gives a map for each output; a U-Net with a body is the usual one.

import Figures
import Foundation
import Layers
import Tensors
import Training

/// Trains a net whose answers are pictures: [n, 3, h, w] → [n, outputs, h, w].
public final class PixelLearner<Target: TargetBlock, Net: GroupedNet & Layer<Tensor, Tensor>>: GroupLearner {
    public typealias Targets = Target.Label.Batch

    /// May be replaced between two trainings, as by larger pictures.
    public var data: PhotoLoaders<Target> { didSet { learner.loaders = data.loaders } }
    public let net: Net
    /// What goes through the batches: its recorder has what was measured, and callbacks may be added to it.
    public let learner: Learner<Tensor, Targets>
    public let settings: GroupSettings

    /// - Parameters:
    ///   - isFrozen: whether only the last group learns at first.
    ///   - loss: nil for the one that fits the targets.
    ///   - normsLearn: whether batch norms learn also in frozen groups.
    public init(
        _ data: PhotoLoaders<Target>, net: Net, isFrozen: Bool = false,
        loss: ((_ scores: Tensor, _ targets: Targets) -> Tensor)? = nil,
        optimizer: @escaping (_ groups: [ParameterGroup], _ rate: Float) -> any Optimizer = {
            AdamW(groups: $0, learningRate: $1)
        },
        metrics: [Metric<Targets>] = [], callbacks: [any Callback] = [], normsLearn: Bool = true
    ) {
        let settings = GroupSettings(normsLearn: normsLearn)
        (self.data, self.net, self.settings) = (data, net, settings)
        learner = Learner(
            data.loaders, net, loss: loss ?? data.target.loss,
            optimizer: { _, rate in optimizer(net.parameterGroups(rates: settings.rates.shares(net.groups.count)), rate)
            },
            metrics: metrics,
            callbacks: callbacks + [
                FrozenNorms {
                    settings.normsLearn ? [] : net.groups[..<settings.firstLearning].joined().flatMap(\.norms)
                }
            ])
        if isFrozen { freeze() }
    }

    /// The scores of pictures, with nothing left to chance.
    public func scores(_ x: Tensor) -> Tensor {
        net.eval()
        return noGrad { net(x) }
    }

    /// Pictures from all over the validation set: each beside what is true, and what the net says.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func showResults(count: Int = 3) throws -> ImageGrid { try results(count) }

    private func results(_ count: Int) throws -> ImageGrid {
        let (set, target) = (data.datasets.valid, data.target)
        let places = (0..<min(count, set.count)).map { $0 * set.count / min(count, set.count) }
        let loader = DataLoader(
            photos: places.map { set.photos[$0] }, labels: places.map { set.labels[$0] }, pipeline: data.pipeline,
            batchSize: max(1, places.count))
        guard let (x, y) = loader.first else {
            throw loader.problem ?? PhotoProblem("the validation set", "it has no batch")
        }
        let outputs = target.activated(scores(x))
        let pictures = data.rasters(x)
        let rows = pictures.enumerated().flatMap { place, picture in
            [
                picture, target.drawn(target.value(in: y, at: place), on: picture, isPrediction: false),
                target.drawn(target.value(of: outputs[place]), on: picture, isPrediction: true),
            ]
        }
        let titles = pictures.indices.flatMap { _ in ["picture", "what is true", "what the net says"] }
        return ImageGrid(rows, titles: titles, columns: 3, cellSize: 240)
    }
}

extension PixelLearner where Target == MaskBlock {
    /// The same, and last of all what the colours mean.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func showResults(count: Int = 3) throws -> ImageGrid {
        var grid = try results(count)
        grid.images.append(data.target.legend)
        return grid
    }

    /// How the pixels of a set are told.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func pixelCounts(_ part: DatasetPart = .valid) throws -> PixelCounts {
        var counts = PixelCounts(classes: data.target.outputs, void: data.target.void)
        let loader = data.quiet(part)
        for (x, y) in loader { counts.add(scores(x).argmax(axis: 1), y) }
        if let problem = loader.problem { throw problem }
        return counts
    }
}

// MARK: With a U-Net

/// What ``unetLearner(_:body:least:loss:metrics:callbacks:normsLearn:using:)`` makes.
public typealias UNetLearner<Target: TargetBlock> = PixelLearner<Target, DynamicUNet>

/// A learner of a U-Net on a body. (The book's `unet_learner`.) A pretrained body is frozen at first.
public func unetLearner<Target: TargetBlock>(
    _ data: PhotoLoaders<Target>, body: Body, least: Int = 16,
    loss: ((_ scores: Tensor, _ targets: Target.Label.Batch) -> Tensor)? = nil,
    metrics: [Metric<Target.Label.Batch>] = [], callbacks: [any Callback] = [], normsLearn: Bool = true,
    using random: inout some RandomNumberGenerator
) -> UNetLearner<Target> {
    PixelLearner(
        data, net: DynamicUNet(body, outputs: data.target.outputs, least: least, using: &random),
        isFrozen: body.isPretrained, loss: loss, metrics: metrics, callbacks: callbacks, normsLearn: normsLearn)
}
