import Foundation
import Tensors

extension OperationCase {
    static let axisSets = [
        [0], [1], [2], [-1], [-3], [0, 1], [1, 2], [0, 2], [2, 0], [-1, -2], [0, 1, 2],
    ]

    /// A reduction over every set of axes of [2, 3, 4], with and without keeping them.
    static func folding(
        _ name: String, _ ours: @escaping @Sendable (Tensor, [Int], Bool) -> Tensor,
        _ reference: @escaping @Sendable ([Double]) -> Double
    ) -> [OperationCase] {
        axisSets.flatMap { axes in
            [false, true].map { keep in
                moving(
                    "\(name)(axes: \(axes), keepingAxes: \(keep))", [2, 3, 4], { ours($0, axes, keep) },
                    { $0.folded(axes, keep: keep, reference) })
            }
        }
    }

    static let reductions: [OperationCase] = [
        folding("sum", { $0.sum(axes: $1, keepingAxes: $2) }, { $0.reduce(0, +) }),
        folding("mean", { $0.mean(axes: $1, keepingAxes: $2) }, mean),
        folding("variance", { $0.variance(axes: $1, keepingAxes: $2) }, { squares($0) / Double($0.count - 1) }),
        folding(
            "biased variance", { $0.variance(axes: $1, unbiased: false, keepingAxes: $2) },
            { squares($0) / Double($0.count) }),
        folding("std", { $0.std(axes: $1, keepingAxes: $2) }, { (squares($0) / Double($0.count - 1)).squareRoot() }),
        folding(
            "biased std", { $0.std(axes: $1, unbiased: false, keepingAxes: $2) },
            { (squares($0) / Double($0.count)).squareRoot() }),
        folding("max", { $0.max(axes: $1, keepingAxes: $2) }, { $0.max()! }),
        folding("min", { $0.min(axes: $1, keepingAxes: $2) }, { $0.min()! }),
        folding("logSumExp", { $0.logSumExp(axes: $1, keepingAxes: $2) }, { log($0.reduce(0) { $0 + exp($1) }) }),
        (-3..<3).flatMap { axis in
            [
                moving(
                    "max(axis: \(axis))", [2, 3, 4], { $0.max(axis: axis).values }, { $0.folded([axis]) { $0.max()! } }),
                moving(
                    "min(axis: \(axis), kept)", [2, 3, 4], { $0.min(axis: axis, keepingAxes: true).values },
                    { $0.folded([axis], keep: true) { $0.min()! } }),
                moving(
                    "logSoftmax(axis: \(axis))", [2, 3, 4], { $0.logSoftmax(axis: axis) }, { logSoftmax($0, axis) }),
                moving(
                    "softmax(axis: \(axis))", [2, 3, 4], { $0.softmax(axis: axis) },
                    { logSoftmax($0, axis).map { exp($0) } }),
            ]
        },
        [
            moving("sum()", [2, 3], { $0.sum() }, { x in PlainArray([]) { _ in x.values.reduce(0, +) } }),
            moving(
                "sum(keepingAxes: true)", [2, 3], { $0.sum(keepingAxes: true) },
                { $0.folded([0, 1], keep: true) { $0.reduce(0, +) } }),
            moving("mean()", [2, 3], { $0.mean() }, { x in PlainArray([]) { _ in mean(x.values) } }),
            moving("mean(axis:)", [2, 3], { $0.mean(axis: -1) }, { $0.folded([1], mean) }),
            moving("sum() of a number", [], { $0.sum() }, { $0 }),
            moving("variance()", [2, 3], { $0.variance() }, { x in PlainArray([]) { _ in squares(x.values) / 5 } }),
            moving("std()", [7], { $0.std() }, { x in PlainArray([]) { _ in (squares(x.values) / 6).squareRoot() } }),
            moving("max()", [2, 3], { $0.max() }, { x in PlainArray([]) { _ in x.values.max()! } }),
            moving("min()", [2, 3], { $0.min() }, { x in PlainArray([]) { _ in x.values.min()! } }),
        ],
    ].flatMap { $0 }

    @Sendable private static func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

    /// Σ (x - mean)²
    private static func squares(_ x: [Double]) -> Double { x.reduce(0) { $0 + ($1 - mean(x)) * ($1 - mean(x)) } }

    private static func logSoftmax(_ x: PlainArray, _ axis: Int) -> PlainArray {
        .pairs(x, x.folded([axis], keep: true) { log($0.reduce(0) { $0 + exp($1) }) }, -)
    }
}
