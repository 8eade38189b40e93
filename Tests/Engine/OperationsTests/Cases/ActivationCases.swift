import Foundation
import Tensors

extension OperationCase {
    static let activations: [OperationCase] = [
        unary("leakyReLU()", { $0.leakyReLU() }, { $0 > 0 ? $0 : 0.01 * $0 }),
        unary("leakyReLU(slope: 0.2)", { $0.leakyReLU(slope: 0.2) }, { $0 > 0 ? $0 : 0.2 * $0 }),
        unary("relu6", in: 0.1...5.9, { $0.relu6() }, { $0 }),
        unary("relu6 beyond its bends", in: 6.1...9, { $0.relu6() - (-$0).relu6() + $0 }, { 6 + $0 }),
        unary("softplus", in: -8...8, { $0.softplus() }, { Foundation.log1p(Foundation.exp($0)) }),
        unary("gelu", in: -4...4, { $0.gelu() }, gelu),
        unary("gelu near 0", in: -0.1...0.1, { $0.gelu() }, gelu),
        unary("erf", in: -3...3, { $0.erf() }, { (x: Double) in Foundation.erf(x) }),
        unary("elu()", { $0.elu() }, { $0 > 0 ? $0 : Foundation.expm1($0) }),
        unary("elu(alpha: 0.5)", in: -4...4, { $0.elu(alpha: 0.5) }, { $0 > 0 ? $0 : 0.5 * Foundation.expm1($0) }),
        unary("elu near 0", in: -0.1 ... -0.01, { $0.elu() }, { Foundation.expm1($0) }),
        unary("silu", in: -8...8, { $0.silu() }, { $0 / (1 + Foundation.exp(-$0)) }),
        unary("mish", in: -8...8, { $0.mish() }, { $0 * Foundation.tanh(Foundation.log1p(Foundation.exp($0))) }),
        unary("hardSwish", in: -2.9...2.9, { $0.hardSwish() }, { $0 * ($0 + 3) / 6 }),
        unary("hardSwish beyond its bends", in: 3.1...9, { $0.hardSwish() - (-$0).hardSwish() }, { $0 }),
        unary("a hook that looks on", { $0.hookingGradient { _ in nil } }, { $0 }),
        unary("erf near 0", in: -0.1...0.1, { $0.erf() }, { (x: Double) in Foundation.erf(x) }),
    ]

    static let learnedSlopes: [OperationCase] =
        binary("leakyReLU(slopes:)", { $0.leakyReLU(slopes: $1) }, { $0 > 0 ? $0 : $0 * $1 })

    static let powers: [OperationCase] =
        binary("pow", in: 0.5...2, { $0.pow($1) }, { Foundation.pow($0, $1) }) + [
            unary("x.pow(x)", in: 0.5...2, { $0.pow($0) }, { Foundation.pow($0, $0) }),
            OperationCase("pow([[3], [0]]) of negative numbers", [Operand(shape: [2, 3], range: -2 ... -0.5)]) {
                $0[0].pow(Tensor([[3], [0]]))
            } reference: { x in
                PlainArray([2, 3]) { Foundation.pow(x[0][$0], $0[0] == 0 ? 3 : 0) }
            },
        ]

    @Sendable private static func gelu(_ x: Double) -> Double { x * erfc(-x / 2.0.squareRoot()) / 2 }
}
