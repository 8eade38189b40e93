// # Losses: one number that says how wrong the predictions are
//
// Lower is better, and a small change of a prediction makes a small change of the loss: that
// slope is what learning follows.

import Tensors

/// Mean of |prediction - target|. Both of one shape.
public func l1Loss(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    requireSameShape("l1Loss", predictions, targets)
    return (predictions - targets).abs().mean()
}

/// Mean of (prediction - target)². Both of one shape.
public func mseLoss(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    requireSameShape("mseLoss", predictions, targets)
    return (predictions - targets).squared().mean()
}

/// Mean of -log p(right class), from log-probabilities.
///
/// logProbabilities [n, classes] · labels [n], each 0 ..< classes
public func nllLoss(_ logProbabilities: Tensor, _ labels: IntTensor) -> Tensor {
    requireLabels("nllLoss", logProbabilities.shape, labels)
    return -logProbabilities.gathered(axis: 1, labels.unsqueezed(1)).mean()
}

/// Mean of -log softmax(scores)[right class]: `logSoftmax` and `nllLoss` in one.
///
/// scores [n, classes] · labels [n], each 0 ..< classes
public func crossEntropy(_ scores: Tensor, _ labels: IntTensor) -> Tensor {
    requireLabels("crossEntropy", scores.shape, labels)
    return -scores.logSoftmax().gathered(axis: 1, labels.unsqueezed(1)).mean()
}

/// One label per row, each the number of a class.
private func requireLabels(_ name: String, _ scores: [Int], _ labels: IntTensor) {
    require(
        scores.count == 2 && labels.shape == [scores[0]], "\(name) of \(scores), labels \(labels.shape)",
        "one label per row is needed", try: "predictions [n, classes] and labels [n]")
    if let bad = labels.scalars.first(where: { $0 < 0 || $0 >= scores[1] }) {
        stop(
            "\(name) of \(scores)", "label \(bad) is not one of \(scores[1]) classes",
            try: "labels from 0 to \(scores[1] - 1)")
    }
}

/// A loss that broadcast [n, 1] against [n] would silently compare every item with every other.
private func requireSameShape(_ name: String, _ a: Tensor, _ b: Tensor) {
    require(
        a.shape == b.shape, "\(name) of \(a.shape) and \(b.shape)", "predictions and targets differ in shape",
        try: "targets of shape \(a.shape)")
}
