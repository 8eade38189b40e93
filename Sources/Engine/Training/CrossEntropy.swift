// # One of many classes: cross-entropy
//
// The loss of an item is -ln p of its correct class. Scores become log-probabilities by `logSoftmax`, and
// that of the correct class is picked; where classes have no weights, `softmaxCrossEntropy` does both in one pass.

import Tensors

/// Mean of -log p(correct class), from log-probabilities.
///
/// logProbabilities [n, classes] · labels [n], each 0 ..< classes
public func nllLoss(_ logProbabilities: Tensor, _ labels: IntTensor) -> Tensor {
    requireLabels("nllLoss", logProbabilities.shape, labels, axis: 1)
    return -logProbabilities.gathered(axis: 1, labels.unsqueezed(1)).mean()
}

/// Mean of -log softmax(scores)[correct class]: `logSoftmax` and `nllLoss` in one.
///
/// scores [n, classes] · labels [n], each 0 ..< classes
public func crossEntropy(_ scores: Tensor, _ labels: IntTensor) -> Tensor {
    requireLabels("crossEntropy", scores.shape, labels, axis: 1)
    return scores.softmaxCrossEntropy(labels).mean()
}

/// -weight[label] · log p(label) of every item, from log-probabilities.
///
/// logProbabilities [n, classes, …] · labels [n, …], or with `axis` -1 [..., classes] · labels [...]
///
/// - Parameters:
///   - weights: [classes], how much an item of each class counts. The mean is then the weighted mean.
///   - ignored: a label (any number) of items that do not count at all.
///   - axis: where the classes are.
public func nllLoss(
    _ logProbabilities: Tensor, _ labels: IntTensor, weights: Tensor? = nil, ignoring ignored: Int? = nil,
    axis: Int = 1, reduction: LossReduction = .mean
) -> Tensor {
    let labels = ItemLabels("nllLoss", logProbabilities.shape, labels, weights, ignored, axis)
    return reduction.weighted(labels.losses(logProbabilities), total: labels.total)
}

/// Cross-entropy between scores and the correct classes, with all options.
///
/// scores [n, classes, …] · labels [n, …], or with `axis` -1 [..., classes] · labels [...]
///
/// - Parameters:
///   - weights: [classes], how much an item of each class counts. The mean is then the weighted mean.
///   - ignored: a label (any number) of items that do not count at all.
///   - smoothing: the share ε of the target that is spread over all classes: (1 - ε) on the right one, and ε / classes
///     on each. (C. Szegedy et al., "Rethinking the Inception Architecture", 2016.)
///   - axis: where the classes are.
public func crossEntropy(
    _ scores: Tensor, _ labels: IntTensor, weights: Tensor? = nil, ignoring ignored: Int? = nil,
    smoothing: Float = 0, axis: Int = 1, reduction: LossReduction = .mean
) -> Tensor {
    requireShare(smoothing)
    let place = classAxis("crossEntropy", scores.shape, axis)
    if weights == nil && (ignored == nil || place != scores.rank - 1) {
        requireLabels("crossEntropy", scores.shape, labels, axis: place, ignoring: ignored)
        let losses = scores.softmaxCrossEntropy(labels, axis: place, ignoring: ignored, smoothing: smoothing)
        return reduction.weighted(losses, total: Float(labels.scalars.count { $0 != ignored }))
    }
    let items = ItemLabels("crossEntropy", scores.shape, labels, weights, ignored, axis)
    let logProbabilities = scores.logSoftmax(axis: axis)
    var losses = items.losses(logProbabilities)
    if smoothing > 0 {
        let spread = items.lossesOfAllClasses(logProbabilities) / Float(items.classes)
        losses = (1 - smoothing) * losses + smoothing * spread
    }
    return reduction.weighted(losses, total: items.total)
}

/// -Σ weight · target · log p over the classes, for targets that are probabilities themselves.
///
/// scores [n, classes, …] · targets of the same shape, whose classes add up to 1
///
/// - Parameters:
///   - weights: [classes]. The mean is over the items in any case, as in PyTorch.
///   - smoothing: the share of the target that is spread over all classes.
///   - axis: where the classes are.
public func crossEntropy(
    _ scores: Tensor, _ targets: Tensor, weights: Tensor? = nil, smoothing: Float = 0, axis: Int = 1,
    reduction: LossReduction = .mean
) -> Tensor {
    requireSameShape("crossEntropy", scores, targets)
    requireShare(smoothing)
    let axis = classAxis("crossEntropy", scores.shape, axis)
    let classes = scores.shape[axis]
    var wanted = smoothing == 0 ? targets : (1 - smoothing) * targets + smoothing / Float(classes)
    if let weights { wanted = wanted * alongAxis(weights, axis, scores.shape) }
    return reduction(-(wanted * scores.logSoftmax(axis: axis)).sum(axis: axis))
}

private func requireShare(_ smoothing: Float) {
    require(smoothing >= 0 && smoothing <= 1, "crossEntropy with smoothing \(smoothing)", "it is a share, 0...1")
}
