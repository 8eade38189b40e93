// # Metrics: how good the model is, for people
//
// A metric need not have a slope. It is computed on the validation set, batch by batch, and averaged with each batch
// weighted by its size: a last, smaller batch counts for less.
//
// Some metrics are no means over items. The root of the mean squared error over all items is not the mean of the
// batches' roots. So a metric says which means it needs, and what to make of them when the epoch is over:
//
//     Metric("rmse", means: { [mseLoss($0, $1).item] }) { $0[0].squareRoot() }

import Foundation
import Tensors

/// A named number computed from predictions and targets.
public struct Metric<Target> {
    public let name: String
    /// What is averaged: means over the items of one batch.
    let means: (_ predictions: Tensor, _ targets: Target) -> [Float]
    /// What is made of these means, once they are means over all items.
    let result: ([Float]) -> Float

    /// A mean over items.
    /// - Parameter value: the mean over the items of one batch.
    public init(_ name: String, _ value: @escaping (_ predictions: Tensor, _ targets: Target) -> Float) {
        self.init(name, means: { [value($0, $1)] }, result: { $0[0] })
    }

    /// What is made of several means over items.
    /// - Parameters:
    ///   - means: of the items of one batch, as many for every batch.
    ///   - result: what is made of them when they have been averaged over all batches.
    public init(
        _ name: String, means: @escaping (_ predictions: Tensor, _ targets: Target) -> [Float],
        result: @escaping ([Float]) -> Float
    ) {
        (self.name, self.means, self.result) = (name, means, result)
    }

    /// Its value for these predictions alone.
    public func value(_ predictions: Tensor, _ targets: Target) -> Float { result(means(predictions, targets)) }
}

// MARK: One class out of several

extension Metric where Target == IntTensor {
    /// The share of rows whose largest score is at the label. scores [..., classes], labels [...]
    public static var accuracy: Metric {
        Metric("accuracy") { Tensor(likeliest($0, $1, "accuracy") .== $1).mean().item }
    }

    /// The share of rows whose largest score is elsewhere: 1 - accuracy. (fastai's `error_rate`.)
    public static var errorRate: Metric {
        Metric("error_rate") { Tensor(likeliest($0, $1, "errorRate") .!= $1).mean().item }
    }

    /// e to the mean cross-entropy: among how many equally likely classes the model could just as well guess.
    /// scores [..., classes], labels [...]
    public static var perplexity: Metric {
        Metric("perplexity", means: { [crossEntropy($0, $1, axis: -1).item] }) { exp($0[0]) }
    }

    /// 2 TP / (2 TP + FP + FN) for one of the classes, from all items: the harmonic mean of precision and recall (N.
    /// Chinchor, "MUC-4 Evaluation Metrics", 1992). NaN if the class neither occurs nor is predicted.
    /// scores [..., classes], labels [...]
    public static func f1(of positive: Int = 1) -> Metric {
        Metric(
            positive == 1 ? "f1" : "f1_\(positive)", means: { overlap(likeliest($0, $1, "f1"), $1, positive) },
            result: shareOfOverlap)
    }

    /// 2 |A ∩ B| / (|A| + |B|) for the pixels of one class: A those that have it, B those that are predicted to (L.
    /// Dice, "Measures of the Amount of Ecologic Association Between Species", 1945). The same number as F1. NaN if
    /// there are none. scores [n, classes, h, w], labels [n, h, w]
    public static func dice(of positive: Int = 1) -> Metric {
        Metric(
            positive == 1 ? "dice" : "dice_\(positive)",
            means: { overlap(likeliest($0, $1, "dice", axis: 1), $1, positive) },
            result: shareOfOverlap)
    }
}

/// The class with the largest score of each row. Stops unless there is one label for each: other shapes might
/// broadcast, and every row be compared with the labels of others.
private func likeliest(_ scores: Tensor, _ labels: IntTensor, _ name: String, axis: Int = -1) -> IntTensor {
    let classes = scores.argmax(axis: axis)
    require(
        classes.shape == labels.shape, "\(name) of \(scores.shape), labels \(labels.shape)",
        "there must be one label for each row of scores", try: "labels \(classes.shape)")
    return classes
}

/// The shares of true positives, of predicted positives, and of real ones.
private func overlap(_ predicted: IntTensor, _ labels: IntTensor, _ positive: Int) -> [Float] {
    let (predicted, real) = (predicted .== IntTensor(positive), labels .== IntTensor(positive))
    return [predicted .& real, predicted, real].map { Tensor($0).mean().item }
}

private func shareOfOverlap(_ means: [Float]) -> Float { 2 * means[0] / (means[1] + means[2]) }

// MARK: Numbers, and several labels at once

extension Metric where Target == Tensor {
    /// The mean of |predictions - targets|. Of the same shape.
    public static var meanAbsoluteError: Metric { Metric("mae") { l1Loss($0, $1).item } }

    /// The root of the mean of (predictions - targets)² over all items. Of the same shape.
    public static var rootMeanSquaredError: Metric {
        Metric("rmse", means: { [mseLoss($0, $1).item] }) { $0[0].squareRoot() }
    }

    /// The share of labels that are right, where an item may have several: a label is predicted if the sigmoid of its
    /// score is above the threshold. scores and targets [n, labels], targets 0 or 1. (fastai's `accuracy_multi`.)
    /// - Parameter threshold: 0...1
    public static func multiLabelAccuracy(threshold: Float = 0.5) -> Metric {
        require((0...1).contains(threshold), "multiLabelAccuracy(threshold: \(threshold))", "it is not within 0...1")
        return Metric("accuracy_multi") { scores, targets in
            require(
                scores.shape == targets.shape, "multiLabelAccuracy of \(scores.shape) and \(targets.shape)",
                "scores and targets differ in shape")
            return Tensor(Tensor(scores.sigmoid() .> threshold) .== targets).mean().item
        }
    }
}

// MARK: Averaging

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

/// Means of what a metric needs, over the batches of an epoch.
struct WeightedMeans {
    private var means: [WeightedMean] = []

    mutating func add(_ values: [Float], items: Int) {
        if means.isEmpty { means = values.map { _ in WeightedMean() } }
        for (k, value) in values.enumerated() { means[k].add(value, items: items) }
    }

    /// nil before the first batch.
    var values: [Float]? { means.isEmpty ? nil : means.map(\.value) }
}
