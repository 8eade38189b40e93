// # Watching all layers learn
//
// Section 18.1 · After this page you can watch every layer of a net during a training, and read from that why it
// failed.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// A hook need not look at a single picture. fastai's `ActivationStats`, which the book tells us to study (and which
// sections 13.10 and 16.8 have used), attaches one to every layer of a net, and notes for every training batch three
// numbers of what the layer puts out: the mean, the standard deviation, and the share of numbers near zero. (fastai
// keeps a histogram as well; that is exercise 18.2.)
//
// A hook says *where* to look, a callback says *when*. So ours is a callback that has hooks. Before the training begins
// it attaches them, and when the training is over, in whatever way it ends, it removes them: `cleanUp` is for the
// training loop what `defer` is for a function. In between, the hooks do their work in training batches only. They hold
// the callback weakly: it holds them, and two objects that hold each other would never be freed.

/// Mean, standard deviation and share of numbers near zero of what some layers put out, for every training batch.
/// (fastai's `ActivationStats`.)
public final class ActivationStats: Callback {
    /// Of one layer in one batch.
    public struct Entry: Sendable, Equatable {
        public let mean, deviation: Float
        /// The share of numbers whose distance from 0 is less than 0.05.
        public let nearZero: Float

        init(of output: Tensor) {
            (mean, deviation) = (output.mean().item, output.std(unbiased: false).item)
            nearZero = Tensor(output.abs() .< 0.05).mean().item
        }
    }

    /// For each layer, an entry for each training batch.
    public private(set) var entries: [[Entry]]
    private let layers: [any Layer<Tensor, Tensor>]
    private var hooks: [Hook] = []

    public init(_ layers: [any Layer<Tensor, Tensor>]) { (self.layers, entries) = (layers, layers.map { _ in [] }) }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .fit else { return }
        hooks = layers.enumerated().map { number, layer in
            layer.onForward { [weak self, weak learner] _, output in
                if learner?.isTraining == true { self?.entries[number].append(Entry(of: output.detached())) }
            }
        }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .fit else { return }
        hooks.forEach { $0.remove() }
        hooks = []
    }
}

// What are these numbers good for? A training that has failed looks the same from outside, whatever the reason: the
// loss does not fall. Let us have one that fails. The task is easy: `rings` are points of the plane, those of a disc
// and those of a ring around it. The net is deep and plain, five times a linear layer with a ReLU, and no batch norm.
// `watchedTraining` trains it with some learning rate. A `WatchedTraining` is what was measured, and what the five
// ReLUs have put out. Afterwards the net gets as many epochs again at a rate that suits it, to see what it still can
// learn. `trainings` are those that the next page compares:

/// Points of the plane: a disc with radius 1 (label 0), and a ring around it (label 1).
func rings(_ count: Int, using random: inout SplitMix64) -> TensorDataset<Tensor, IntTensor> {
    let points = (0..<count).flatMap { number -> [Float] in
        let angle = Float.random(in: 0..<2 * .pi, using: &random)
        let radius = number % 2 == 0 ? Float.random(in: 0..<1, using: &random) : .random(in: 1.5..<2.5, using: &random)
        return [radius * cos(angle), radius * sin(angle)]
    }
    return TensorDataset(Tensor(shape: [count, 2], points), IntTensor((0..<count).map { $0 % 2 }))
}

/// A net for points that has learned, and what its ReLUs have put out meanwhile.
struct WatchedTraining {
    let learningRate: Float
    let last: Recorder.Row
    /// After as many epochs more at a rate of 0.1.
    let later: Recorder.Row
    let stats: ActivationStats
    /// Hooks left at the ReLUs.
    let hooksLeft: Int
}

extension WhereItLooks {
    func watchedTraining(_ learningRate: Float, using random: inout SplitMix64) throws -> WatchedTraining {
        let (train, valid) = (rings(640, using: &random), rings(200, using: &random))
        let relus = (0..<5).map { _ in ReLU() }
        let hidden = relus.enumerated().flatMap { number, relu -> [any Layer<Tensor, Tensor>] in
            [Linear(number == 0 ? 2 : 32, 32, using: &random), relu]
        }
        let stats = ActivationStats(relus)
        let loaders = DataLoaders(
            DataLoader(train, batchSize: 64, shuffledUsing: &random), DataLoader(valid, batchSize: 200))
        let net = Sequential(hidden + [Linear(32, 2, using: &random)])
        func lastRow(_ rate: Float, _ callbacks: [any Callback]) throws -> Recorder.Row {
            let learner = Learner(
                loaders, net, loss: { crossEntropy($0, $1) }, metrics: [.errorRate], callbacks: callbacks)
            try EpochReporting.silently { try learner.fit(run.size(quick: 2, usual: 20), learningRate: rate) }
            return learner.recorder.rows.last!
        }
        let last = try lastRow(learningRate, [stats])
        let hooksLeft = relus.reduce(0) { $0 + $1.numberOfHooks }
        return WatchedTraining(
            learningRate: learningRate, last: last, later: try lastRow(0.1, []), stats: stats, hooksLeft: hooksLeft)
    }

    /// With a learning rate that suits the net, and one that is too high, for several seeds.
    var trainings: [[WatchedTraining]] {
        get throws {
            try run.once {
                try [0.1, 3].map { rate in
                    try run.overSeeds(run.size(quick: 2, usual: 5)) { try watchedTraining(rate, using: &$0) }
                }
            }
        }
    }
}
