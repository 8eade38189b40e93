import Foundation
import Tensors

extension OperationCase {
    static let arithmetic: [OperationCase] = [
        binary("+", { $0 + $1 }, { $0 + $1 }),
        binary("-", { $0 - $1 }, { $0 - $1 }),
        binary("*", { $0 * $1 }, { $0 * $1 }),
        binary("/", in: 0.5...2, { $0 / $1 }, { $0 / $1 }),
        binary("maximum", { $0.maximum($1) }, { Swift.max($0, $1) }),
        binary("minimum", { $0.minimum($1) }, { Swift.min($0, $1) }),
        [
            unary("x + 2", { $0 + 2 }, { $0 + 2 }), unary("2 + x", { 2 + $0 }, { 2 + $0 }),
            unary("x - 2", { $0 - 2 }, { $0 - 2 }), unary("2 - x", { 2 - $0 }, { 2 - $0 }),
            unary("x * 3", { $0 * 3 }, { $0 * 3 }), unary("3 * x", { 3 * $0 }, { 3 * $0 }),
            unary("x / 3", { $0 / 3 }, { $0 / 3 }), unary("3 / x", in: 0.5...2, { 3 / $0 }, { 3 / $0 }),
            unary("-x", { -$0 }, { -$0 }), unary("x * x", { $0 * $0 }, { $0 * $0 }),
            unary("maximum(0.5)", { $0.maximum(0.5) }, { Swift.max($0, 0.5) }),
            unary("minimum(0.5)", { $0.minimum(0.5) }, { Swift.min($0, 0.5) }),
            unary(
                "+= -= *= /=",
                {
                    var y = $0 * 1; y += $0; y -= 3; y *= $0; y /= 2; return y
                }, { (2 * $0 - 3) * $0 / 2 }),
        ],
    ].flatMap { $0 }

    static let functions: [OperationCase] = [
        unary("abs", { $0.abs() }, { Swift.abs($0) }),
        unary("squared", { $0.squared() }, { $0 * $0 }),
        unary("sqrt", in: 0.1...4, { $0.sqrt() }, { $0.squareRoot() }),
        unary("pow(3)", { $0.pow(3) }, { $0 * $0 * $0 }),
        unary("pow(2)", { $0.pow(2) }, { $0 * $0 }),
        unary("pow(1)", { $0.pow(1) }, { $0 }),
        unary("pow(0)", { $0.pow(0) }, { _ in 1 }),
        unary("pow(-1.5)", in: 0.5...2, { $0.pow(-1.5) }, { Foundation.pow($0, -1.5) }),
        unary("exp", in: -5...3, { $0.exp() }, { Foundation.exp($0) }),
        unary("log", in: 0.1...5, { $0.log() }, { Foundation.log($0) }),
        unary("sin", in: -4...4, { $0.sin() }, { Foundation.sin($0) }),
        unary("cos", in: -4...4, { $0.cos() }, { Foundation.cos($0) }),
        unary("tanh", { $0.tanh() }, { (x: Double) in Foundation.tanh(x) }),
        unary("sigmoid", in: -4...4, { $0.sigmoid() }, { 1 / (1 + Foundation.exp(-$0)) }),
        unary("relu", { $0.relu() }, { Swift.max($0, 0) }),
        unary("clamped(min:max:)", { $0.clamped(min: -0.5, max: 0.7) }, { Swift.min(Swift.max($0, -0.5), 0.7) }),
        unary("clamped(min:)", { $0.clamped(min: 0.1) }, { Swift.max($0, 0.1) }),
        unary("clamped(max:)", { $0.clamped(max: 0.1) }, { Swift.min($0, 0.1) }),
    ]

    static let selections: [OperationCase] = {
        let mask = BoolTensor([[true, false, true], [false, false, true]])
        func choose(_ a: [Int], _ b: [Int]) -> OperationCase {
            OperationCase("where(mask, \(a), \(b))", [Operand(shape: a), Operand(shape: b)]) {
                Tensor.where(mask, $0[0], $0[1])
            } reference: { x in
                let m = PlainArray(Tensor(mask))
                let shape = PlainArray.broadcast(PlainArray.broadcast(a, b), mask.shape)
                return PlainArray(shape) { m[$0] == 1 ? x[0][$0] : x[1][$0] }
            }
        }
        return [
            choose([2, 3], [2, 3]), choose([3], [2, 1]), choose([], [4, 2, 3]), choose([2, 3], []),
            choose([1], [1, 1]),
        ]
    }()
}
