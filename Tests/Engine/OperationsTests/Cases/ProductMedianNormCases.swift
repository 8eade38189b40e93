import Foundation
import Tensors

extension OperationCase {
    static let factors: [OperationCase] = [
        folding("prod", { $0.prod(axes: $1, keepingAxes: $2) }, product),
        [
            moving("prod()", [2, 3], { $0.prod() }, { $0.folded([0, 1], product) }),
            moving("prod(axis: -1)", [2, 3], { $0.prod(axis: -1) }, { $0.folded([1], product) }),
            moving(
                "prod(keepingAxes: true)", [2, 3], { $0.prod(keepingAxes: true) },
                { $0.folded([0, 1], keep: true, product) }),
            moving("prod() of a number", [], { $0.prod() }, { $0 }),
        ],
        (-3..<3).map { axis in
            moving("cumprod(axis: \(axis))", [2, 3, 4], { $0.cumprod(axis: axis) }, { runningProduct($0, axis) })
        },
        withZeros([1]), withZeros([0, 3]), withZeros([0, 1, 2, 3]),
    ].flatMap { $0 }

    /// Products along rows with zeros at some places.
    private static func withZeros(_ zeros: [Int]) -> [OperationCase] {
        let mask = Tensor((0..<4).map { zeros.contains($0) ? 0 : 1 })
        @Sendable func masked(_ x: PlainArray) -> PlainArray { .pairs(x, PlainArray(mask), *) }
        return [
            moving(
                "prod with zeros at \(zeros)", [2, 4], { ($0 * mask).prod(axis: 1) },
                { masked($0).folded([1], product) }),
            moving(
                "cumprod with zeros at \(zeros)", [2, 4], { ($0 * mask).cumprod(axis: 1) },
                { runningProduct(masked($0), 1) }),
        ]
    }

    static let medians: [OperationCase] = [
        folding("median", { $0.median(axes: $1, keepingAxes: $2) }, middle),
        (-3..<3).flatMap { axis in
            [
                moving(
                    "median(axis: \(axis))", [2, 3, 4], { $0.median(axis: axis).values }, { $0.folded([axis], middle) }),
                moving(
                    "median(axis: \(axis), kept)", [2, 3, 4], { $0.median(axis: axis, keepingAxes: true).values },
                    { $0.folded([axis], keep: true, middle) }),
            ]
        },
        [[], [1], [7], [40], [5, 5]].map { shape in
            moving("median() of \(shape)", shape, { $0.median() }, { $0.folded(Array(shape.indices), middle) })
        },
    ].flatMap { $0 }

    static let lengths: [OperationCase] = [
        folding("norm", { $0.norm(axes: $1, keepingAxes: $2) }, { length($0, 2) }),
        ([0.5, 1, 1.5, 3, .infinity, -.infinity, -1, -2.5] as [Float]).flatMap { lengths($0) },
        [
            moving("norm() of a number", [], { $0.norm() }, { $0.map(abs) }),
            moving(
                "normalized(axis: 0)", [3, 4], { $0.normalized(axis: 0) },
                { .pairs($0, $0.folded([0], keep: true) { length($0, 2) }, /) }),
            cosines([3, 4], [3, 4]), cosines([3, 4], [1, 4]), cosines([4], [3, 4]),
        ],
    ].flatMap { $0 }

    /// Norms of numbers away from 0, where they may be steep: above it, and below.
    private static func lengths(_ p: Float) -> [OperationCase] {
        ([3, -4] as [Float]).map { offset in
            moving("norm(\(p), axis: 1) of x + \(offset)", [2, 3, 2], { ($0 + offset).norm(p, axis: 1) }) { x in
                x.map { $0 + Double(offset) }.folded([1]) { length($0, Double(p)) }
            }
        }
    }

    /// The cosines along the last axis.
    private static func cosines(_ a: [Int], _ b: [Int]) -> OperationCase {
        OperationCase("\(a) cosineSimilarity \(b)", [Operand(shape: a), Operand(shape: b)]) {
            $0[0].cosineSimilarity($0[1], axis: -1)
        } reference: { x in
            let lengths = x.map { $0.folded([-1]) { length($0, 2) } }
            let products = PlainArray.pairs(x[0], x[1], *).folded([-1]) { $0.reduce(0, +) }
            return .pairs(products, .pairs(lengths[0], lengths[1], *), /)
        }
    }

    @Sendable private static func product(_ x: [Double]) -> Double { x.reduce(1, *) }
    @Sendable private static func middle(_ x: [Double]) -> Double { x.sorted()[(x.count - 1) / 2] }

    @Sendable private static func runningProduct(_ x: PlainArray, _ axis: Int) -> PlainArray {
        let place = (axis + x.rank) % x.rank
        return PlainArray(x.shape) { index in
            (0...index[place]).reduce(1) { $0 * x[index.replacing(place, by: $1)] }
        }
    }

    @Sendable private static func length(_ x: [Double], _ p: Double) -> Double {
        let sizes = x.map(abs)
        if p.isInfinite { return p > 0 ? sizes.max()! : sizes.min()! }
        return pow(sizes.reduce(0) { $0 + pow($1, p) }, 1 / p)
    }
}
