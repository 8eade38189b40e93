// # How good masks are
//
// Three numbers, from the most forgiving to the strictest. *Pixel accuracy* is the share of pixels that are right;
// where most of a street is road and sky, a net that knows nothing else is right for most pixels. The *intersection
// over union* (IoU) of a class asks only for its own pixels: of those that have the class, or are said to have it, the
// share of which both is true. Its mean over the classes counts a pole as much as the road.
//
// All of them follow from one table: how many pixels of class a were said to be b. Pixels of which nobody knows what
// they show ("void") are in no table.

import Tensors
import Training

/// How many pixels of each class were said to be of which.
public struct PixelCounts: Sendable, Equatable {
    /// [true class][predicted class]
    public private(set) var table: [[Int]]
    /// The class of pixels that do not count.
    public let void: Int?

    public init(classes: Int, void: Int? = nil) {
        table = Array(repeating: Array(repeating: 0, count: classes), count: classes)
        self.void = void
    }

    /// Counts masks: both of one shape, numbers of classes.
    public mutating func add(_ predicted: IntTensor, _ actual: IntTensor) {
        require(
            predicted.shape == actual.shape, "counting the pixels of \(predicted.shape) and \(actual.shape)",
            "the two differ in shape")
        let classes = table.count
        for (said, real) in zip(predicted.scalars, actual.scalars) where real != void {
            require(
                (0..<classes).contains(said) && (0..<classes).contains(real), "counting pixels of \(classes) classes",
                "one of them is of class \((0..<classes).contains(real) ? said : real)")
            table[real][said] += 1
        }
    }

    /// How many pixels have been counted.
    public var count: Int { table.joined().reduce(0, +) }
    /// The share of pixels that are right; NaN without any.
    public var accuracy: Double { Double(table.indices.reduce(0) { $0 + table[$1][$1] }) / Double(count) }

    /// For each class: its pixels that are right, over all that have it or are said to. Nil for a class that is
    /// nowhere.
    public var intersectionOverUnion: [Double?] { shares(of: table.map { $0.map(Double.init) }, void: void) }

    /// The mean over the classes that are somewhere; NaN where none is.
    public var meanIntersectionOverUnion: Double { mean(of: intersectionOverUnion) }
}

/// Void pixels are in no row; what a net takes for void is a mistake, but void is no class of its own.
private func shares(of table: [[Double]], void: Int?) -> [Double?] {
    table.indices.map { kind in
        if kind == void { return nil }
        let both = table[kind][kind]
        let either = table[kind].reduce(0, +) + table.reduce(0) { $0 + $1[kind] } - both
        return either > 0 ? both / either : nil
    }
}

private func mean(of shares: [Double?]) -> Double {
    let known = shares.compactMap(\.self)
    return known.reduce(0, +) / Double(known.count)
}

// MARK: Metrics

extension Metric where Target == IntTensor {
    /// The share of pixels whose largest score is at the right class. scores [n, classes, h, w], labels [n, h, w]
    /// - Parameter void: the class of pixels that do not count. (The book's `acc_camvid`.)
    public static func pixelAccuracy(void: Int? = nil) -> Metric {
        Metric(
            "pixel_accuracy",
            means: { scores, labels in
                let right = scores.argmax(axis: 1) .== labels
                guard let void else { return [Tensor(right).mean().item, 1] }
                let counts = labels .!= IntTensor(void)
                return [Tensor(right .& counts).mean().item, Tensor(counts).mean().item]
            }, result: { $0[0] / $0[1] })
    }

    /// The mean over the classes of intersection over union, from all pixels; see ``PixelCounts``. A class that neither
    /// occurs nor is predicted does not count. scores [n, classes, h, w], labels [n, h, w]
    public static func meanIntersectionOverUnion(void: Int? = nil) -> Metric {
        Metric(
            "mean_iou",
            means: { scores, labels in
                var counts = PixelCounts(classes: scores.shape[1], void: void)
                counts.add(scores.argmax(axis: 1), labels)
                return counts.table.joined().map { Float(Double($0) / Double(labels.count)) }
            },
            result: { numbers in
                let classes = Int(Double(numbers.count).squareRoot().rounded())
                let table = (0..<classes).map { row in
                    (0..<classes).map { Double(numbers[row * classes + $0]) }
                }
                return Float(mean(of: shares(of: table, void: void)))
            })
    }
}
