// # Losses: one number that says how wrong the predictions are
//
// Lower is better, and a small change of a prediction makes a small change of the loss: that slope is
// what learning follows. Every loss comes in two forms: `mseLoss(predictions, targets)`, the mean, which is
// what a Learner takes; and one with all options.

import Tensors

/// How the losses of single items are combined.
public enum LossReduction: Sendable {
    /// Their mean; where classes have weights, the weighted mean.
    case mean
    case sum
    /// Their sum, divided by the number of items: the length of the first axis. Where an item has one loss, this is the
    /// mean; where it has several, the mean of the items' sums.
    case batchMean
    /// They are not combined.
    case none

    func callAsFunction(_ losses: Tensor) -> Tensor {
        switch self {
        case .mean: losses.mean()
        case .sum: losses.sum()
        case .batchMean: losses.sum() / Float(items(losses))
        case .none: losses
        }
    }

    private func items(_ losses: Tensor) -> Int {
        require(losses.rank > 0, "the batch mean of a single loss", "there is no axis of items", try: ".mean or .sum")
        return losses.shape[0]
    }

    /// Losses that carry weights already, and the sum of these weights.
    func weighted(_ losses: Tensor, total: Float) -> Tensor {
        if case .mean = self { return losses.sum() / total }
        return self(losses)
    }
}

/// A loss that broadcast [n, 1] against [n] would silently compare every item with every other.
func requireSameShape(_ name: String, _ a: Tensor, _ b: Tensor) {
    require(
        a.shape == b.shape, "\(name) of \(a.shape) and \(b.shape)", "predictions and targets differ in shape",
        try: "targets of shape \(a.shape)")
}
