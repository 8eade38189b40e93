// Operations that only move numbers, and must not change them.

import Tensors

extension GoldenFamily {
    // Values are exact. A gradient is a sum where a number was used several times.
    static let orders = GoldenFamily(
        name: "orders", value: .exact, gradient: .largest(5e-7),
        exceptions: ["scatterAdded": added, "scatterAdded first": added],
        cases: [
            GoldenCase("sorted", of: { both($0.x.sorted(axis: 1)) + both($0.x.sorted(axis: 0, descending: true)) }),
            GoldenCase(
                "sorted ties", of: { both($0.x.sorted(axis: 1)) + both($0.x.sorted(axis: 1, descending: true)) }),
            GoldenCase("topK", of: { both($0.x.topK(3, axis: 1)) + both($0.x.topK(2, axis: 0, largest: false)) }),
            GoldenCase("gathered") { $0.x.gathered(axis: 1, $0.ints("indices")) },
            GoldenCase("gathered first") { $0.x.gathered(axis: 0, $0.ints("indices")) },
            GoldenCase("scatterAdded") { $0.x.scatterAdded(axis: 1, $0.ints("indices"), $0.source) },
            GoldenCase("scatterAdded first") { $0.x.scatterAdded(axis: 0, $0.ints("indices"), $0.source) },
            GoldenCase("entries") { $0.x.entries($0.ints("ids").scalars, axis: 1) },
            GoldenCase("entries of a grid") { $0.x.entries($0.ints("ids"), axis: 1) },
            GoldenCase("rows") { $0.x.rows([2, 0, 2, 2]) },
            GoldenCase("embedded") { $0.weight.embedded($0.ints("ids")) },
            GoldenCase("embedded with padding") { $0.weight.embedded($0.ints("ids"), padding: 2) },
            GoldenCase("embedded wide") { $0.weight.embedded($0.ints("ids")) },
            GoldenCase("nonzero", of: { [Tensor($0.x.nonzero()), Tensor($0.mask("mask").nonzero())] }),
            GoldenCase(
                "unique",
                of: { g in
                    let (x, labels) = (g.x.unique(), g.ints("labels").unique())
                    return [x.values]
                        + [x.inverse, x.counts, labels.values, labels.inverse, labels.counts].map {
                            Tensor($0)
                        }
                }),
            GoldenCase(
                "unique at the edges",
                of: { g in
                    let (values, inverse, counts) = g.x.unique()
                    return [values, Tensor(inverse), Tensor(counts)]
                }),
            GoldenCase("bincount") { Tensor($0.ints("labels").bincount(minLength: 9)) },
            GoldenCase(
                "all and any",
                of: { g in
                    let mask = g.mask("mask")
                    return [
                        mask.all(axis: 0), mask.any(axis: 2), mask.all(axes: [0, 2]),
                        mask.any(axes: [0, 1], keepingAxes: true),
                    ].map { Tensor($0) } + [Tensor(mask.trueCount(axis: 1))]
                }),
            GoldenCase("masked") { $0.x[$0.mask("mask")] },
            GoldenCase("masked elements") { $0.x[BoolTensor([[true, false, true], [false, true, true]])] },
        ])

    /// Several numbers may go to the same place.
    private static let added = (value: Tolerance.largest(5e-7), gradient: Tolerance.exact)

    static func both(_ found: (values: Tensor, indices: IntTensor)) -> [Tensor] {
        [found.values, Tensor(found.indices)]
    }

    static let shapes = GoldenFamily(
        name: "shapes", value: .exact, gradient: .largest(5e-7),
        cases: [
            GoldenCase("tril", of: { g in [0, 1, -2].map { g.x.tril(diagonal: $0) } }),
            GoldenCase("triu", of: { g in [0, 1, -2].map { g.x.triu(diagonal: $0) } }),
            GoldenCase("reshaped") { $0.x.reshaped(4, -1) },
            GoldenCase("flattened") { $0.x.flattened(from: 1) },
            GoldenCase("transposed") { $0.x.transposed(0, 2) },
            GoldenCase("permuted") { $0.x.permuted(2, 0, 1) },
            GoldenCase("squeezed", of: { [$0.x.squeezed(), $0.x.squeezed(2)] }),
            GoldenCase("unsqueezed", of: { [$0.x.unsqueezed(1), $0.x.unsqueezed(-1)] }),
            GoldenCase("expanded") { $0.x.expanded(to: [4, 2, 3]) },
            GoldenCase(
                "slice",
                of: {
                    [$0.x[1], $0.x[0..., 1..<3], $0.x[0..., 0..., -1], $0.x[0..., stride(from: 0, to: 4, by: 2)]]
                }),
            GoldenCase("assign") {
                var y = $0.a * 1
                y[1] = $0.b
                y[0..., 0] = Tensor(5)
                return y
            },
            GoldenCase("stack", of: { [.stack([$0.a, $0.b]), .stack([$0.a, $0.b, $0.a], axis: 1)] }),
            GoldenCase("cat", of: { [.cat([$0.a, $0.b]), .cat([$0.b, $0.b], axis: 1)] }),
            GoldenCase("split", of: { $0.x.split(into: [1, 2, 2], axis: 1) }),
            GoldenCase("split every", of: { $0.x.split(every: 2) }),
            GoldenCase("chunked", of: { $0.x.chunked(3, axis: 1) }),
            GoldenCase("tiled") { $0.x.tiled(2, 1, 3) },
            GoldenCase("repeated") { $0.x.repeated(3, axis: 1) },
            GoldenCase("padded") { $0.x.padded([(0, 1), (1, 2)], with: .constant(7)) },
            GoldenCase("padded reflecting") { $0.x.padded([(2, 2), (3, 1)], with: .reflect) },
            GoldenCase("padded replicating") { $0.x.padded([(0, 4), (5, 1)], with: .replicate) },
            GoldenCase("flipped") { $0.x.flipped(0, 2) },
            GoldenCase("rolled", of: { [$0.x.rolled(by: 2, axis: 0), $0.x.rolled(by: -1, axis: 1)] }),
            GoldenCase("windows", of: { [$0.x.windows(axis: 1, size: 3), $0.x.windows(axis: 0, size: 2, step: 2)] }),
            GoldenCase("diagonal", of: { [$0.x.diagonal(), $0.x.diagonal(0, 2)] }),
            GoldenCase("pixelShuffled") { $0.x.pixelShuffled(2) },
            GoldenCase("pixelUnshuffled") { $0.x.pixelUnshuffled(3) },
        ])
}
