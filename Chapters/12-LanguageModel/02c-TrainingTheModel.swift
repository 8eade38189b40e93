// # Training it, and a baseline
//
// Section 12.2 · After this page you can train a language model, and say what its accuracy is worth.

import Figures
import Layers
import Notebook
import Tensors
import Training

// …

/// What is kept of one training.
public struct TrainingHistory: Sendable {
    /// After each epoch: training loss (smoothed), validation loss, accuracy.
    public let epochs: [[Float]]
    /// The loss of every training batch.
    public let batchLosses: [Float]

    /// After the last epoch.
    public var trainLoss: Float { epochs.last![0] }
    public var validLoss: Float { epochs.last![1] }
    public var accuracy: Float { epochs.last![2] }
    /// Of all epochs.
    public var bestAccuracy: Float { epochs.map { $0[2] }.max()! }
}

/// Trains a language model with one cycle of the learning rate, by Adam with decoupled weight decay, as the book does.
///
/// - Parameters:
///   - rate: the highest learning rate of the cycle.
///   - decay: the weight decay of everything but the biases of layers.
///   - loss: from scores and the right words; by default over all words of all samples.
@discardableResult
public func train(
    _ model: some LanguageModelNet, on batches: TokenBatches, epochs: Int, rate: Float, decay: Float = 0.01,
    loss: @escaping (Tensor, IntTensor) -> Tensor = flattenedCrossEntropy, callbacks: [any Callback] = []
) throws -> TrainingHistory {
    let named = model.namedParameters
    let isBias = named.map { $0.name.split(separator: ".").last == "bias" }
    let groups = [false, true].map { wanted in
        ParameterGroup(zip(named, isBias).filter { $1 == wanted }.map(\.0.parameter), weightDecay: wanted ? 0 : decay)
    }
    let learner = Learner(
        batches, model, loss: loss, optimizer: { AdamW(groups: groups, learningRate: $1) }, metrics: [.accuracy],
        callbacks: callbacks)
    try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: rate) }
    return TrainingHistory(epochs: learner.recorder.values, batchLosses: learner.recorder.batchLosses)
}

extension LanguageModel {
    /// One training for each of several seeds.
    func trainings<Model: LanguageModelNet>(
        seeds: Int = 5, on batches: TokenBatches, epochs: Int, rate: Float, decay: Float = 0.01,
        loss: @escaping (Tensor, IntTensor) -> Tensor = flattenedCrossEntropy,
        callbacks: () -> [any Callback] = { [] }, _ model: (_ random: inout SplitMix64) -> Model
    ) throws -> [TrainingHistory] {
        try run.overSeeds(run.size(quick: 1, usual: seeds, full: 10)) { random in
            try train(
                model(&random), on: batches, epochs: run.size(quick: 1, usual: epochs), rate: rate, decay: decay,
                loss: loss, callbacks: callbacks())
        }
    }
}
