// Products, medians and norms.

import Tensors

extension GoldenFamily {
    private static let axes: [(String, [Int])] = [("", [0, 1, 2]), (" last", [2]), (" outer", [0, 2])]

    private static func over(
        _ name: String, _ body: @escaping @Sendable (Tensor, [Int]) -> Tensor
    ) -> [GoldenCase] {
        axes.map { word, axes in GoldenCase(name + word) { body($0.x, axes) } }
    }

    static let factors: [GoldenCase] =
        over("prod") { $0.prod(axes: $1) } + [
            GoldenCase("prod with zeros", of: { [$0.x.prod(axis: 1), $0.x.prod(axis: 0, keepingAxes: true)] }),
            GoldenCase("prod at the edges") { $0.x.prod(axis: 1) },
            GoldenCase("cumprod", of: { [$0.x.cumprod(axis: 0), $0.x.cumprod(axis: -1)] }),
            GoldenCase("cumprod with zeros", of: { [$0.x.cumprod(axis: 0), $0.x.cumprod(axis: -1)] }),
        ]

    static let medians: [GoldenCase] =
        over("median over") { $0.median(axes: $1) } + [
            GoldenCase("median") { $0.x.median() },
            GoldenCase(
                "median along", of: { both($0.x.median(axis: 1)) + both($0.x.median(axis: 0, keepingAxes: true)) }),
            GoldenCase("median of ties") { $0.x.median() },
            GoldenCase("median at the edges", of: { both($0.x.median(axis: 1)) + both($0.x.median(axis: 0)) }),
            GoldenCase("median of NaN") { $0.x.median() },
        ]

    private static let powers: [(name: String, p: Float)] = [
        ("0.5", 0.5), ("1", 1), ("1.5", 1.5), ("2", 2), ("3", 3), ("inf", .infinity), ("-inf", -.infinity), ("-1", -1),
    ]

    static let lengths: [GoldenCase] = powers.flatMap { name, p -> [GoldenCase] in
        over("norm \(name)") { $0.norm(p, axes: $1) } + [
            GoldenCase("norm \(name) with zeros") { $0.x.norm(p, axis: 1) }
        ]
    }

    static let directions: [GoldenCase] =
        powers.filter { ["0.5", "1.5", "2", "3"].contains($0.name) }.map { name, p in
            GoldenCase("norm \(name) at the edges") { $0.x.norm(p, axis: 1) }
        } + [
            GoldenCase("norm of large and small") { $0.x.norm(axis: 1) },
            GoldenCase("norm 0") { $0.x.norm(0, axis: 1) },
            GoldenCase("normalized", of: { [$0.x.normalized(axis: 1), $0.x.normalized(axis: 0)] }),
            GoldenCase("cosineSimilarity") { $0.a.cosineSimilarity($0.b, axis: -1) },
        ]
}
