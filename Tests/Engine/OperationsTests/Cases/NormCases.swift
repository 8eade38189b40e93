import Foundation
import Tensors

extension OperationCase {
    static let norms: [OperationCase] =
        [[2, 3], [5, 1], [3, 20], [2, 2, 4], [1, 2, 3], [2, 2, 2, 3], [2, 2, 5, 7], [3, 1, 6, 6], [1, 3, 37]]
        .flatMap { shape in [false, true].map { batchNorm(shape, relu: $0) } }
        + [[4, 3], [2, 2, 3, 3], [2, 2, 40]].flatMap { shape in
            [
                OperationCase("batchNorm \(shape), neither γ nor β", [Operand(shape: shape)]) {
                    $0[0].batchNorm().y
                } reference: {
                    $0[0].normalized(gamma: nil, beta: nil)
                },
                OperationCase("batchNorm \(shape), β alone", [Operand(shape: shape), Operand(shape: [shape[1]])]) {
                    $0[0].batchNorm(nil, $0[1]).y
                } reference: {
                    $0[0].normalized(gamma: nil, beta: $0[1])
                },
            ]
        }
        + [[2, 3], [2, 3, 2], [1, 2, 5, 7]].flatMap { shape in [false, true].map { givenNorm(shape, relu: $0) } }

    private static func batchNorm(_ shape: [Int], relu: Bool) -> OperationCase {
        OperationCase("batchNorm \(shape), relu: \(relu)", operands(shape)) {
            $0[0].batchNorm($0[1], $0[2], epsilon: 0.1, activation: relu ? .relu : .none).y
        } reference: {
            $0[0].normalized(gamma: $0[1], beta: $0[2], epsilon: 0.1).map { relu ? max($0, 0) : $0 }
        }
    }

    private static func givenNorm(_ shape: [Int], relu: Bool) -> OperationCase {
        OperationCase("batchNorm \(shape), mean 0.5, variance 4, relu: \(relu)", operands(shape)) {
            let (mean, variance) = (Tensor.full(0.5, [shape[1]]), Tensor.full(4, [shape[1]]))
            return $0[0].batchNorm(
                $0[1], $0[2], mean: mean, variance: variance, epsilon: 0, activation: relu ? .relu : .none)
        } reference: { x in
            PlainArray(shape) { (x[0][$0] - 0.5) / 2 * x[1][[$0[1]]] + x[2][[$0[1]]] }.map { relu ? max($0, 0) : $0 }
        }
    }

    private static func operands(_ shape: [Int]) -> [Operand] {
        [Operand(shape: shape), Operand(shape: [shape[1]]), Operand(shape: [shape[1]])]
    }
}

extension PlainArray {
    /// γ (x - mean) / √(variance + ε) + β over all axes but the second.
    fileprivate func normalized(gamma: PlainArray?, beta: PlainArray?, epsilon: Double = 1e-5) -> PlainArray {
        let axes = shape.indices.filter { $0 != 1 }
        let mean = folded(axes, keep: true) { $0.reduce(0, +) / Double($0.count) }
        let centred = PlainArray.pairs(self, mean, -)
        let variance = centred.folded(axes, keep: true) { $0.reduce(0) { $0 + $1 * $1 } / Double($0.count) }
        let normal = PlainArray.pairs(centred, variance) { $0 / ($1 + epsilon).squareRoot() }
        return PlainArray(shape) { normal[$0] * (gamma?[[$0[1]]] ?? 1) + (beta?[[$0[1]]] ?? 0) }
    }
}

extension OperationCase {
    static let layerNorms: [OperationCase] = [
        ([2, 3], 1), ([1, 7], 1), ([3, 2, 4], 1), ([3, 2, 4], 2), ([2, 3, 2], 3), ([40, 20], 1), ([5], 1),
        ([2, 70], 1),
    ].flatMap { shape, axes in
        let item = Operand(shape: Array(shape.suffix(axes)))
        return [
            OperationCase("layerNorm \(shape) over \(axes)", [Operand(shape: shape), item, item]) {
                $0[0].layerNorm($0[1], $0[2], epsilon: 0.1)
            } reference: {
                $0[0].normalized(axes, $0[1], $0[2], epsilon: 0.1)
            },
            OperationCase("layerNorm \(shape) over \(axes), neither γ nor β", [Operand(shape: shape)]) {
                $0[0].layerNorm(lastAxes: axes, epsilon: 0.1)
            } reference: {
                $0[0].normalized(axes, nil, nil, epsilon: 0.1)
            },
            OperationCase("layerNorm \(shape) over \(axes), β alone", [Operand(shape: shape), item]) {
                $0[0].layerNorm(nil, $0[1], epsilon: 0.1)
            } reference: {
                $0[0].normalized(axes, nil, $0[1], epsilon: 0.1)
            },
        ]
    }
}

extension PlainArray {
    /// γ (x - mean) / √(variance + ε) + β over the last axes.
    fileprivate func normalized(_ axes: Int, _ gamma: PlainArray?, _ beta: PlainArray?, epsilon: Double) -> PlainArray {
        let last = Array(rank - axes..<rank)
        let centred = PlainArray.pairs(self, folded(last, keep: true) { $0.reduce(0, +) / Double($0.count) }, -)
        let variance = centred.folded(last, keep: true) { $0.reduce(0) { $0 + $1 * $1 } / Double($0.count) }
        let normal = PlainArray.pairs(centred, variance) { $0 / ($1 + epsilon).squareRoot() }
        return PlainArray(shape) { normal[$0] * (gamma?[$0] ?? 1) + (beta?[$0] ?? 0) }
    }
}
