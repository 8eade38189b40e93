// # Large batches in little memory
//
// The gradient of a batch is the mean of its items' gradients. So it may be collected piece by piece, and
// only the last piece makes the step.

import Tensors

/// Makes one step for every `batches` batches, with the gradient that they would have had as one.
///
/// The loss must be the mean over the items of a batch. Each batch counts by its share of the items, so that
/// the last ones of an epoch, fewer or smaller, make a step of their own.
public final class GradientAccumulation: Callback {
    /// Before other callbacks: what shortens or watches the gradient of a step must not see a part of it.
    public var order: Int { -1 }
    private let batches: Int
    private var number = 0

    /// - Parameter batches: how many make one step.
    public init(batches: Int) {
        require(batches > 0, "gradient accumulation over \(batches) batches", "a step needs at least one")
        self.batches = batches
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        switch phase {
        case .train: number = 0
        case .backward: learner.gradientShare = share(of: learner.loaders.train)
        case .step where !endsStep(learner.loaders.train): throw Cancel(.step)
        default: break
        }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        switch phase {
        case .backward: learner.gradientShare = 1
        case .batch: number += 1
        default: break
        }
    }

    private func endsStep<Batch>(_ loader: DataLoader<Batch>) -> Bool {
        (number + 1) % batches == 0 || number + 1 == loader.count
    }

    /// This batch's part of all items that make the step.
    private func share<Batch>(of loader: DataLoader<Batch>) -> Float {
        let items = min(loader.itemCount, loader.count * loader.batchSize)
        let (size, first) = (loader.batchSize, number / batches * batches)
        let own = min((number + 1) * size, items) - number * size
        return Float(own) / Float(min((first + batches) * size, items) - first * size)
    }
}
