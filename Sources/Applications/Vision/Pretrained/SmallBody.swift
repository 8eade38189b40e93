// A small net for pictures of 64 × 64 pixels, and what it learns before it sees a photo: which of ten things is on a
// generated scene. That takes less than half a minute, and is kept in the cache.

import Common
import Datasets
import Foundation
import Layers
import Notebook
import Safetensors
import Tensors
import Training

/// Four stages of two convolutions each, every one a parameter group: x [n, 3, h, w] → [n, 8 · width, h / 16, w / 16].
public func smallBody(width: Int, using random: inout SplitMix64) -> Body {
    var (layers, before) = ([any Layer<Tensor, Tensor>](), 3)
    for stage in 0..<4 {
        let filters = width << stage
        for place in 0..<2 {
            layers.append(
                Conv2d(
                    before, filters, kernel: 3, stride: place == 0 ? 2 : 1, padding: 1, bias: false, using: &random))
            layers.append(BatchNorm2d(filters, activation: .relu))
            before = filters
        }
    }
    return Body(Sequential(layers), name: "small\(width)", splitAt: [4, 8, 12])
}

/// How the small net is made.
private struct SmallPlan {
    /// Raised whenever a change makes other numbers.
    static let version = 1
    var width: Int, scenes: Int, epochs: Int

    var architecture: Architecture {
        let width = width
        return Architecture("small\(width)") { random in smallBody(width: width, using: &random) }
    }

    /// Where it is kept.
    var file: URL {
        let name = "scenes-v\(Self.version)-\(width)-\(scenes)-\(epochs).safetensors"
        return DataLocator().cache.appending(path: "pretrained").appending(path: name)
    }

    /// Learns to tell the ten classes of generated scenes apart.
    func learned() throws -> [String: Tensor] {
        let scenes = try GeneratedScenes(count: scenes, size: 64, seed: 7)
        let labels = scenes.labels
        var random = SplitMix64(seed: 7)
        let block = DataBlock(
            target: CategoryBlock(), items: { _ in [] }, splitter: .random(share: 0.05, seed: 7),
            getX: { Photo(height: 64, width: 64, pixels: scenes.images[$0].scalars) },
            getY: { scenes.names[labels[$0]] },
            batch: augmentations(size: 64, minScale: 0.7, degrees: 0, warp: 0))
        let data = try block.loaders(of: Array(labels.indices), batchSize: 32, using: &random)
        let learner = VisionLearner(
            data, body: architecture.body(using: &random), head: HeadPlan(hidden: [], dropout: 0.1),
            metrics: [.errorRate], using: &random)
        let batches = epochs * (data.train.count + data.valid.count)
        try progress("Learning from generated scenes", batches) { bar in
            learner.learner.callbacks.append(BarMover(bar))
            try EpochReporting.silently { try learner.fitOneCycle(epochs, 1e-2) }
        }
        return learner.net.body.stateDictionary
    }

    /// What was kept, or else what is learned now, which is kept then.
    func state() throws -> [String: Tensor] {
        var random = SplitMix64(seed: 0)
        let kept = architecture.body(using: &random).layers
        if (try? kept.load(from: file)) != nil { return kept.stateDictionary }
        let state = try learned()
        // Where the cache cannot be written, the next run learns again.
        try? makeFolder(file.deletingLastPathComponent())
        try? SafetensorsFile(state).write(to: file)
        return state
    }
}

/// Moves a progress bar with every batch.
private final class BarMover: Callback {
    private let bar: ProgressBar

    init(_ bar: ProgressBar) { self.bar = bar }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .batch { bar.advance() }
    }
}

extension Pretrained {
    /// The small net of a run: learned from generated scenes, once for all runs. The tiny one of a quick run learns
    /// anew each time.
    public static func small(for run: Run) throws -> Pretrained {
        let plan = run.size(
            quick: SmallPlan(width: 4, scenes: 80, epochs: 1), usual: SmallPlan(width: 16, scenes: 4000, epochs: 6))
        let state = run.size == .quick ? try plan.learned() : try plan.state()
        return Pretrained(
            title: "a small net, pretrained on generated scenes", architecture: plan.architecture, state: state,
            presize: run.size(quick: 40, usual: 80), size: run.size(quick: 32, usual: 64))
    }
}
