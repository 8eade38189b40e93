// # Metrics: how good the model is, for people
//
// A metric need not have a slope. It is computed on the validation set, batch by batch, and
// averaged with each batch weighted by its size: a last, smaller batch counts for less.

import Tensors

/// A named number computed from predictions and targets.
public struct Metric<Target> {
    public let name: String
    /// The mean over the items of one batch.
    public let value: (_ predictions: Tensor, _ targets: Target) -> Float

    public init(_ name: String, _ value: @escaping (_ predictions: Tensor, _ targets: Target) -> Float) {
        (self.name, self.value) = (name, value)
    }
}

extension Metric where Target == IntTensor {
    /// The share of rows whose largest score is at the label. scores [n, classes], labels [n]
    public static var accuracy: Metric {
        Metric("accuracy") { scores, labels in Tensor(scores.argmax(axis: -1) .== labels).mean().item }
    }
}

/// A mean of batch values, each weighted by the number of items in its batch.
struct WeightedMean {
    private var total = 0.0
    private var weight = 0

    /// An empty batch has no mean (it is NaN), and counts for nothing.
    mutating func add(_ value: Float, items: Int) {
        if items == 0 { return }
        total += Double(value) * Double(items)
        weight += items
    }

    var value: Float { weight == 0 ? .nan : Float(total / Double(weight)) }
}
