// A small problem with a known answer, for all tests of the Learner: y = 2·x₀ - 3·x₁ + 1.

import Layers
import Tensors
import Testing
import Training

typealias TensorLearner = Learner<Tensor, Tensor>

/// `count` pairs (x [count, 2], y [count, 1]) without noise.
func regressionData(_ count: Int, seed: UInt64) -> TensorDataset<Tensor, Tensor> {
    var random = SplitMix64(seed: seed)
    let x = Tensor.randn(count, 2, using: &random)
    return TensorDataset(x, x.matmul(Tensor([[2], [-3]])) + 1)
}

/// A linear model before its first step, with 32 items to learn from and 10 to be judged by.
func regression(
    seed: UInt64 = 1, batchSize: Int = 8, shuffled: Bool = false, metrics: [Metric<Tensor>] = [],
    callbacks: [any Callback] = []
) -> TensorLearner {
    var random = SplitMix64(seed: seed)
    let train = regressionData(32, seed: 10), valid = regressionData(10, seed: 11)
    let loaders = DataLoaders(
        shuffled
            ? DataLoader(train, batchSize: batchSize, shuffledUsing: &random) : DataLoader(train, batchSize: batchSize),
        DataLoader(valid, batchSize: batchSize))
    let model = Linear(2, 1, using: &random)
    return Learner(loaders, model, loss: mseLoss, optimizer: SGD.init, metrics: metrics, callbacks: callbacks)
}

extension Learner {
    /// `fit` without a table.
    @discardableResult func trained(_ epochs: Int, _ learningRate: Float = 0.1) throws -> Learner {
        try EpochReporting.silently { try fit(epochs, learningRate: learningRate) }
        return self
    }

    /// All weights and biases, one after the other.
    var weights: [Float] { model.parameters.flatMap(\.value.scalars) }
}

/// The only error of these tests.
struct Oops: Error {}

/// Throws an error the first time that a phase begins.
final class Thrower: Callback {
    private let phase: Phase
    private let error: any Error
    private var isSpent = false

    init(_ error: any Error, before phase: Phase) { (self.error, self.phase) = (error, phase) }

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) throws {
        guard phase == self.phase, !isSpent else { return }
        isSpent = true
        throw error
    }
}

/// Writes down which phases began, were completed, and ended in any way.
final class Diary: Callback {
    private(set) var began: [Phase] = [], completed: [Phase] = [], ended: [Phase] = []
    /// `fit{epoch{train{…}}}`
    private(set) var story = ""

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        began.append(phase)
        story += "\(phase){"
    }
    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        completed.append(phase)
        story += ";"
    }
    func cleanUp<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        ended.append(phase)
        story += "}"
    }
}
