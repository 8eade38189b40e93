// Sums, means, variances, extremes, softmax.

import Tensors

extension GoldenFamily {
    private static let axes: [(String, [Int])] = [
        ("", [0, 1, 2]), (" first", [0]), (" middle", [1]), (" last", [2]), (" outer", [0, 2]), (" tail", [1, 2]),
    ]

    // Sums of n numbers that may cancel: each partial sum rounds by 6e-8 of itself. They are short here, and long ones
    // are summed in several strands, so the error stays near that of one rounding.
    static let reductions = GoldenFamily(
        name: "reductions", value: .largest(1e-6), gradient: .largest(2e-6),
        exceptions: [
            // The mean of numbers near 500 is known to 3e-5, and the numbers differ from it by up to 0.5.
            "variance far from zero": (.largest(2e-5), .largest(1e-4))
        ],
        cases: [folds, softmaxes, otherReductions, factors, medians, lengths, directions].flatMap { $0 })

    private static let folds: [GoldenCase] =
        axes.flatMap { word, axes -> [GoldenCase] in
            [
                GoldenCase("sum\(word)") { $0.x.sum(axes: axes) },
                GoldenCase("mean\(word)") { $0.x.mean(axes: axes, keepingAxes: true) },
                GoldenCase("logSumExp\(word)") { $0.x.logSumExp(axes: axes) },
                GoldenCase("variance\(word)") { $0.x.variance(axes: axes) },
                GoldenCase("biased variance\(word)") { $0.x.variance(axes: axes, unbiased: false, keepingAxes: true) },
                GoldenCase("std\(word)") { $0.x.std(axes: axes) },
                GoldenCase("max over\(word)") { $0.x.max(axes: axes) },
                GoldenCase("min over\(word)") { $0.x.min(axes: axes, keepingAxes: true) },
            ]
        }

    private static let softmaxes: [GoldenCase] =
        [("", -1), (" first", 0), (" middle", 1)].flatMap { (word: String, axis: Int) -> [GoldenCase] in
            [
                GoldenCase("softmax\(word)") { $0.x.softmax(axis: axis) },
                GoldenCase("logSoftmax\(word)") { $0.x.logSoftmax(axis: axis) },
            ]
        }

    private static let otherReductions: [GoldenCase] = [
        GoldenCase("sum of many") { ($0.x.tiled(250, 1) * $0.w).sum() },
        GoldenCase("variance of many") { ($0.x.tiled(250, 1) * $0.w).variance() },
        GoldenCase("sum of many rows") { ($0.x.tiled(250, 1) * $0.w).sum(axis: 0) },
        GoldenCase("sum of rows") { $0.x.sum(axis: 1) },
        GoldenCase("variance far from zero") { $0.x.variance(axes: [1]) },
        GoldenCase("std of equal numbers", of: { [$0.x.std(axis: 1), $0.x.std(axis: 1, unbiased: false)] }),
        GoldenCase("std of one number", of: { [$0.x.std(axis: 1, unbiased: false), $0.x.std(axis: 1)] }),
        GoldenCase("variance at the edges") { $0.x.variance(axis: 1) },
        GoldenCase("logSumExp at the edges") { $0.x.logSumExp(axis: 1) },
        GoldenCase("softmax at the edges") { $0.x.softmax() },
        GoldenCase("logSoftmax at the edges") { $0.x.logSoftmax() },
        GoldenCase("max over at the edges", of: { [$0.x.max(axes: [1]), $0.x.min(axes: [1])] }),
        GoldenCase("max and min along", of: { [$0.x.max(axis: 1).values, $0.x.min(axis: 2).values] }),
        GoldenCase(
            "max along a row",
            of: {
                [$0.x.max(axis: 1).values, $0.x.min(axis: 1, keepingAxes: true).values]
            }),
        GoldenCase("max of ties", of: { [$0.x.max(), $0.x.min(axes: [0])] }),
        GoldenCase("max along ties") { $0.x.max(axis: 1, keepingAxes: true).values },
        GoldenCase("argmax and argmin", of: { [Tensor($0.x.argmax(axis: 1)), Tensor($0.x.argmin(axis: 0))] }),
        GoldenCase("cumsum", of: { [$0.x.cumsum(axis: 0), $0.x.cumsum(axis: -1)] }),
        GoldenCase("softmax of large") { $0.x.softmax() },
        GoldenCase("logSoftmax of large") { $0.x.logSoftmax() },
        GoldenCase("logSumExp of large") { $0.x.logSumExp(axis: 1) },
        GoldenCase("softmax of many") { $0.x.softmax() },
        GoldenCase("logSoftmax of many") { $0.x.logSoftmax() },
    ]
}
