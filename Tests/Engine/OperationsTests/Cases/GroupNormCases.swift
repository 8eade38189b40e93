import Foundation
import Tensors

extension OperationCase {
    static let groupNorms: [OperationCase] = [
        ([2, 6], 2), ([2, 4, 5], 1), ([3, 4, 2, 3], 2), ([1, 3, 4, 5], 3), ([2, 2, 1, 7], 2), ([2, 4, 2, 2, 2], 2),
    ].flatMap { shape, groups in
        let channels = Operand(shape: [shape[1]])
        return [
            OperationCase("groupNorm \(shape) in \(groups)", [Operand(shape: shape), channels, channels]) {
                $0[0].groupNorm(groups, $0[1], $0[2], epsilon: 0.1)
            } reference: {
                $0[0].normalized(groups, $0[1], $0[2])
            },
            OperationCase("groupNorm \(shape) in \(groups), neither γ nor β", [Operand(shape: shape)]) {
                $0[0].groupNorm(groups, epsilon: 0.1)
            } reference: {
                $0[0].normalized(groups, nil, nil)
            },
            OperationCase("groupNorm \(shape) in \(groups), β alone", [Operand(shape: shape), channels]) {
                $0[0].groupNorm(groups, nil, $0[1], epsilon: 0.1)
            } reference: {
                $0[0].normalized(groups, nil, $0[1])
            },
        ]
    }
}

extension PlainArray {
    /// γ (x - mean) / √(variance + 0.1) + β over the groups of channels of every item.
    fileprivate func normalized(_ groups: Int, _ gamma: PlainArray?, _ beta: PlainArray?) -> PlainArray {
        let grouped = reshaped([shape[0], groups, values.count / shape[0] / groups])
        let centred = PlainArray.pairs(
            grouped, grouped.folded([2], keep: true) { $0.reduce(0, +) / Double($0.count) }, -)
        let variance = centred.folded([2], keep: true) { $0.reduce(0) { $0 + $1 * $1 } / Double($0.count) }
        let normal = PlainArray.pairs(centred, variance) { $0 / ($1 + 0.1).squareRoot() }.reshaped(shape)
        return PlainArray(shape) { normal[$0] * (gamma?[[$0[1]]] ?? 1) + (beta?[[$0[1]]] ?? 0) }
    }
}
