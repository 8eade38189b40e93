// Losses where little is left to lose, where a number is not finite, and where there are no items. All values are
// PyTorch 2.13's.

import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `Losses of what is nearly certain, or infinite` {
    private let x = Tensor([-15, -20, -30, 15, 20, 0])

    /// The losses of scores x, one by one, and their slopes.
    private func binary(_ targets: Tensor, positive: Tensor? = nil) -> (losses: Tensor, slopes: Tensor) {
        let leaf = x.requiringGrad()
        let losses = binaryCrossEntropyWithLogits(
            leaf, targets, weights: nil, positiveWeight: positive, reduction: .none)
        losses.sum().backward()
        return (losses.detached(), leaf.grad!)
    }

    @Test func `a no that is nearly certain still has its loss, and its slope`() {
        let (losses, slopes) = binary(.zeros(6))
        let expected = Tensor([3.059023e-7, 2.0611537e-9, 9.3576e-14, 15, 20, 0.6931472])
        expectClose(losses, expected, absolute: 0, relative: 1e-5)
        let wanted = Tensor([3.059022e-7, 2.0611537e-9, 9.3576e-14, 0.9999997, 1, 0.5])
        expectClose(slopes, wanted, absolute: 0, relative: 1e-5)
    }

    @Test func `so does a yes`() {
        let (losses, slopes) = binary(.ones(6), positive: Tensor(2))
        let expected = 2 * Tensor([15, 20, 30, 3.059023e-7, 2.0611537e-9, 0.6931472])
        expectClose(losses, expected, absolute: 0, relative: 1e-5)
        let wanted = -2 * Tensor([0.9999997, 1, 1, 3.059022e-7, 2.0611537e-9, 0.5])
        expectClose(slopes, wanted, absolute: 0, relative: 1e-5)
    }

    @Test(arguments: [0.25, 1, 3] as [Float])
    func `an infinite distance pulls like any other outlier`(_ beta: Float) {
        let x = Tensor([.infinity, -.infinity, 100, 0, beta / 4, .nan]).requiringGrad()
        let losses = smoothL1Loss(x, .zeros(6), beta: beta, reduction: .none)
        losses.sum().backward()
        expectClose(losses[..<2], Tensor([.infinity, .infinity]))
        expectClose(x.grad!, Tensor([1, -1, 1, 0, 0.25, .nan]))
    }
}

private let losses: [(name: String, of: @Sendable (Tensor, LossReduction) -> Tensor)] = [
    ("l1", { l1Loss($0, .zeros($0.shape), reduction: $1) }), ("mse", { mseLoss($0, .zeros($0.shape), reduction: $1) }),
    ("smoothL1", { smoothL1Loss($0, .zeros($0.shape), beta: 1, reduction: $1) }),
    ("bce", { binaryCrossEntropyWithLogits($0, .zeros($0.shape), weights: nil, reduction: $1) }),
    ("bce of probabilities", { binaryCrossEntropy($0, .zeros($0.shape), weights: nil, reduction: $1) }),
    ("kl", { klDivergenceLoss($0, .zeros($0.shape), reduction: $1) }),
    ("kl of logs", { klDivergenceLoss($0, .zeros($0.shape), logTargets: true, reduction: $1) }),
    ("nll", { nllLoss($0, none, reduction: $1) }), ("ce", { crossEntropy($0, none, reduction: $1) }),
    ("ce weights", { crossEntropy($0, none, weights: .ones(3), reduction: $1) }),
    ("ce ignoring", { crossEntropy($0, none, ignoring: -1, reduction: $1) }),
    ("ce smoothing", { crossEntropy($0, none, smoothing: 0.1, reduction: $1) }),
    ("ce soft", { crossEntropy($0, Tensor.zeros(0, 3), reduction: $1) }),
]
private let none = IntTensor(shape: [0], [])

struct `The loss of no items` {
    @Test(arguments: losses.indices) func `has a sum, which is 0, but no mean`(_ number: Int) {
        let x = Tensor.zeros(0, 3).requiringGrad()
        let loss = losses[number].of
        #expect(
            loss(x, .sum).item == 0 && loss(x, .mean).item.isNaN && loss(x, .batchMean).item.isNaN
                && loss(x, .none).count == 0)
        (loss(x, .sum) + loss(x, .mean)).backward()
        #expect(x.grad?.shape == [0, 3])
    }

    @Test func `counts for nothing in a mean over batches`() throws {
        let loader = DataLoader([(0, Float(0)), (1, 0), (2, 0)], batchSize: 1)
        let learner = Learner(
            DataLoaders(loader, loader), Sparse(), loss: { scores, _ in scores.mean() },
            metrics: [Metric("mean") { scores, _ in scores.mean().item }],
            callbacks: [Thrower(Cancel(.train), before: .train)])
        let row = try learner.trained(1).recorder.rows[0]
        #expect(row.validLoss == 1 && row.metrics == [1])
    }
}

/// Scores for item 1 only.
private final class Sparse: Module, Layer {
    func forward(_ items: IntTensor) -> Tensor { .ones(items.item == 1 ? 1 : 0, 2) }
}
