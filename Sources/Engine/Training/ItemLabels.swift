// The labels of a batch as the classification losses need them: checked, with the weight of every item, and
// the ignored ones out of the way.

import Tensors

struct ItemLabels {
    let classes: Int
    private let axis: Int
    /// Ignored ones are 0, and have no weight.
    private let labels: IntTensor
    /// [classes]; nil if all weights are 1.
    private let classWeights: Tensor?
    /// One per item, shaped like the labels; nil if all are 1.
    private let itemWeights: Tensor?
    /// 1 for an item that counts, 0 for an ignored one; nil if all count.
    private let counts: Tensor?

    init(_ name: String, _ scores: [Int], _ labels: IntTensor, _ weights: Tensor?, _ ignored: Int?, _ axis: Int) {
        self.axis = classAxis(name, scores, axis)
        let all = labels.scalars
        let counts = ignored.map { ignored in Tensor(shape: labels.shape, all.map { $0 == ignored ? 0 : 1 }) }
        let kept =
            ignored.map { ignored in IntTensor(shape: labels.shape, all.map { $0 == ignored ? 0 : $0 }) } ?? labels
        requireLabels(name, scores, kept, axis: self.axis)
        classes = scores[self.axis]
        if let weights {
            require(weights.shape == [classes], "\(name) of \(scores)", "weights \(weights.shape), not [\(classes)]")
        }
        let ofItems = weights.map { $0.detached().rows(kept.scalars).reshaped(kept.shape) }
        itemWeights = ofItems.map { counts.map { $0 * ofItems! } ?? $0 } ?? counts
        (self.labels, self.counts, classWeights) = (kept, counts, weights?.detached())
    }

    /// What the weighted mean divides by.
    var total: Float { itemWeights?.sum().item ?? Float(labels.count) }

    /// -weight · log p(label) of every item.
    func losses(_ logProbabilities: Tensor) -> Tensor {
        let picked = logProbabilities.gathered(axis: axis, labels.unsqueezed(axis)).squeezed(axis)
        return weighted(-picked, by: itemWeights)
    }

    /// -Σ weight · log p over all classes, of every item that counts.
    func lossesOfAllClasses(_ logProbabilities: Tensor) -> Tensor {
        let weights = classWeights.map { alongAxis($0, axis, logProbabilities.shape) }
        return weighted(-(weights.map { logProbabilities * $0 } ?? logProbabilities).sum(axis: axis), by: counts)
    }

    /// A weight of 0 takes an item out entirely, even if its loss is infinite.
    private func weighted(_ losses: Tensor, by weights: Tensor?) -> Tensor {
        guard let weights else { return losses }
        return Tensor.where(weights .== 0, 0, losses * weights)
    }
}

/// The number of the axis of the classes.
func classAxis(_ name: String, _ scores: [Int], _ axis: Int) -> Int {
    let place = axis < 0 ? axis + scores.count : axis
    require(
        scores.indices.contains(place), "\(name) of \(scores)", "there is no axis \(axis) of classes",
        try: "predictions [n, classes], or another axis")
    return place
}

/// One label per item, each the number of a class.
/// - Parameter ignored: a label that need not be a class.
func requireLabels(
    _ name: String, _ scores: [Int], _ labels: IntTensor, axis: Int, ignoring ignored: Int? = nil
) {
    let place = axis < 0 ? axis + scores.count : axis
    var items = scores
    if items.indices.contains(place) { items.remove(at: place) }
    require(
        scores.indices.contains(place) && labels.shape == items, "\(name) of \(scores), labels \(labels.shape)",
        "one label per row is needed", try: "predictions [n, classes] and labels [n]")
    let classes = scores[place]
    if let bad = labels.scalars.first(where: { ($0 < 0 || $0 >= classes) && $0 != ignored }) {
        stop(
            "\(name) of \(scores)", "label \(bad) is not one of \(classes) classes",
            try: "labels from 0 to \(classes - 1)")
    }
}

/// [classes], reshaped so that it is repeated along all axes but one.
func alongAxis(_ weights: Tensor, _ axis: Int, _ shape: [Int]) -> Tensor {
    require(
        weights.shape == [shape[axis]], "crossEntropy of \(shape)", "weights \(weights.shape), not [\(shape[axis])]")
    return weights.reshaped(shape.indices.map { $0 == axis ? shape[axis] : 1 })
}
