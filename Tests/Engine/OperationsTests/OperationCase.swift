// Every operation of the engine, each with its own formula to compare with. Values, gradients, broadcasting and
// operands with unusual memory layouts are all tested from this one list; an operation that is missing from it fails
// a test. This target is compiled with optimization, since the formulas are evaluated many thousand times.

import Tensors
import Testing

/// Random numbers for one operand.
struct Operand: Sendable {
    let shape: [Int]
    var range: ClosedRange<Float> = -2...2

    func draw(using random: inout SplitMix64) -> Tensor {
        .rand(shape, low: range.lowerBound, high: range.upperBound, using: &random)
    }
}

struct OperationCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let operands: [Operand]
    /// The engine's way.
    let ours: @Sendable ([Tensor]) -> Tensor
    /// The textbook's way.
    let reference: @Sendable ([PlainArray]) -> PlainArray

    init(
        _ name: String, _ operands: [Operand], ours: @escaping @Sendable ([Tensor]) -> Tensor,
        reference: @escaping @Sendable ([PlainArray]) -> PlainArray
    ) {
        testDescription = name
        (self.operands, self.ours, self.reference) = (operands, ours, reference)
    }

    /// The same operands for the same seed.
    func draw(seed: UInt64) -> [Tensor] {
        var random = SplitMix64(seed: seed)
        return operands.map { $0.draw(using: &random) }
    }

    static let all = [
        arithmetic, functions, activations, learnedSlopes, powers, selections, reductions, cumulations, orders,
        products, shapes, picks, arrangements, factors, medians, lengths, einsums, convolutions, norms, layerNorms,
        groupNorms, poolings, lookups, resizings, recurrences,
    ].flatMap { $0 }
}

extension OperationCase {
    /// An operation on a single operand of shape [2, 3].
    static func unary(
        _ name: String, in range: ClosedRange<Float> = -2...2,
        _ ours: @escaping @Sendable (Tensor) -> Tensor, _ reference: @escaping @Sendable (Double) -> Double
    ) -> OperationCase {
        OperationCase(name, [Operand(shape: [2, 3], range: range)]) {
            ours($0[0])
        } reference: {
            $0[0].map(reference)
        }
    }

    /// An operation on two operands, over all compatible pairs of shapes.
    static func binary(
        _ name: String, in range: ClosedRange<Float> = -2...2,
        _ ours: @escaping @Sendable (Tensor, Tensor) -> Tensor,
        _ reference: @escaping @Sendable (Double, Double) -> Double
    ) -> [OperationCase] {
        let shapes: [([Int], [Int])] = [
            ([2, 3], [2, 3]), ([3], [2, 3]), ([2, 3], [2, 1]), ([2, 1], [1, 3]), ([], [2, 3]), ([2, 3], []), ([], []),
            ([4, 1, 3], [2, 1]), ([1], [3]), ([2, 1, 2, 1], [3, 1, 2]),
        ]
        return shapes.map { a, b in
            OperationCase("\(a) \(name) \(b)", [Operand(shape: a, range: range), Operand(shape: b, range: range)]) {
                ours($0[0], $0[1])
            } reference: {
                .pairs($0[0], $0[1], reference)
            }
        }
    }

    /// An operation that only moves numbers, on one operand.
    static func moving(
        _ name: String, _ shape: [Int], _ ours: @escaping @Sendable (Tensor) -> Tensor,
        _ reference: @escaping @Sendable (PlainArray) -> PlainArray
    ) -> OperationCase {
        OperationCase(name, [Operand(shape: shape)]) {
            ours($0[0])
        } reference: {
            reference($0[0])
        }
    }
}
