// Arithmetic, functions of one number, comparisons.

import Tensors

extension GoldenFamily {
    // One rounding each, or two in a quotient's gradient, of 6e-8. Numbers that may cancel are added up only in the
    // gradient of an operand that was stretched over another.
    static let arithmetic = GoldenFamily(
        name: "arithmetic", value: .each(2e-7), gradient: .largest(1e-6),
        exceptions: ["with numbers": (.largest(5e-7), .largest(5e-7)), "in place": (.largest(5e-7), .largest(5e-7))],
        cases: pairwise + others)

    private static let pairwise: [GoldenCase] =
        ["", " row", " column", " number", " both stretched", " long"].flatMap { word -> [GoldenCase] in
            [
                GoldenCase("add\(word)") { $0.a + $0.b }, GoldenCase("subtract\(word)") { $0.a - $0.b },
                GoldenCase("multiply\(word)") { $0.a * $0.b }, GoldenCase("divide\(word)") { $0.a / $0.b },
                GoldenCase("maximum\(word)") { $0.input.maximum($0.other) },
                GoldenCase("minimum\(word)") { $0.input.minimum($0.other) },
            ]
        }

    private static let others: [GoldenCase] = [
        GoldenCase("maximum ties") { $0.input.maximum($0.other) },
        GoldenCase("minimum ties") { $0.input.minimum($0.other) },
        GoldenCase("maximum at the edges") { $0.a.maximum($0.b) },
        GoldenCase("minimum at the edges") { $0.a.minimum($0.b) },
        GoldenCase("divide at the edges") { $0.a / $0.b }, GoldenCase("pow at the edges") { $0.a.pow($0.b) },
        GoldenCase("negate") { -$0.x },
        GoldenCase("with numbers", withNumbers), GoldenCase("in place", inPlace),
        GoldenCase("where") { Tensor.where($0.mask("condition"), $0.input, $0.other) },
        GoldenCase("where stretched") { Tensor.where($0.mask("condition"), $0.input, $0.other) },
        GoldenCase("comparisons", of: { comparisons($0.a, $0.b).map { Tensor($0) } }),
        GoldenCase("masks", of: { masks($0.mask("a"), $0.mask("b").expanded(to: [3, 5])).map { Tensor($0) } }),
        GoldenCase("detached") { $0.a * $0.a.detached() },
        GoldenCase("hook") { ($0.x * 2).hookingGradient { $0 * 3 }.squared() },
        GoldenCase("hook alone") { $0.x.hookingGradient { $0 * 3 } },
    ]

    @Sendable private static func withNumbers(_ g: Golden) -> Tensor {
        let divisor: Tensor = 2 - (g.x + 1.5) * 0.25
        return 3 / divisor - 1
    }

    @Sendable private static func inPlace(_ g: Golden) -> Tensor {
        var y = g.a * 1
        y += g.b
        y -= 3
        y *= g.a
        y /= g.b
        return y
    }

    private static func comparisons(_ a: Tensor, _ b: Tensor) -> [BoolTensor] {
        [a .< b, a .<= b, a .> b, a .>= b, a .== b, a .!= b]
    }

    private static func masks(_ a: BoolTensor, _ b: BoolTensor) -> [BoolTensor] { [a .& b, a .| b, .!a] }

    // A function's own value is good to a few units in the last place (6e-8 each). In a gradient, parts of the
    // slope may cancel (y (1 - y) of a sigmoid near its ends), so it is measured against the largest.
    static let functions = GoldenFamily(
        name: "functions", value: .each(5e-7), gradient: .largest(2e-6),
        exceptions: [
            // Near its zeros a sine is as exact as its angle, which is up to 6.
            "sin": (.largest(2e-7), .largest(5e-7)), "cos": (.largest(2e-7), .largest(5e-7)),
            "sin long": (.largest(2e-7), .largest(5e-7)), "cos long": (.largest(2e-7), .largest(5e-7)),
            // x Φ(x): far below 0, where Φ is 1 + erf and nearly 0, the sum cancels.
            "gelu": (.largest(3e-7), .largest(5e-7)), "gelu long": (.largest(3e-7), .largest(5e-7)),
        ],
        cases: smooth + special + edges)

    private static let smooth: [GoldenCase] =
        ["", " long"].flatMap { word -> [GoldenCase] in
            [
                GoldenCase("abs\(word)") { $0.input.abs() }, GoldenCase("squared\(word)") { $0.input.squared() },
                GoldenCase("sqrt\(word)") { $0.input.sqrt() }, GoldenCase("exp\(word)") { $0.input.exp() },
                GoldenCase("log\(word)") { $0.input.log() }, GoldenCase("sin\(word)") { $0.input.sin() },
                GoldenCase("cos\(word)") { $0.input.cos() }, GoldenCase("tanh\(word)") { $0.input.tanh() },
                GoldenCase("sigmoid\(word)") { $0.input.sigmoid() }, GoldenCase("relu\(word)") { $0.input.relu() },
                GoldenCase("leaky relu\(word)") { $0.x.leakyReLU(slope: 0.2) },
                GoldenCase("softplus\(word)") { $0.x.softplus() }, GoldenCase("gelu\(word)") { $0.input.gelu() },
                GoldenCase("erf\(word)") { $0.input.erf() }, GoldenCase("elu\(word)") { $0.x.elu(alpha: 0.5) },
                GoldenCase("silu\(word)") { $0.input.silu() }, GoldenCase("mish\(word)") { $0.input.mish() },
                GoldenCase("hardSwish\(word)") { $0.input.hardSwish() },
            ]
        }

    /// NaN, both infinities, both zeros and a one.
    private static let edges: [GoldenCase] = [
        GoldenCase("squared at the edges") { $0.x.squared() }, GoldenCase("sqrt at the edges") { $0.x.sqrt() },
        GoldenCase("exp at the edges") { $0.x.exp() }, GoldenCase("log at the edges") { $0.x.log() },
        GoldenCase("sin at the edges") { $0.x.sin() }, GoldenCase("cos at the edges") { $0.x.cos() },
        GoldenCase("tanh at the edges") { $0.x.tanh() }, GoldenCase("sigmoid at the edges") { $0.x.sigmoid() },
        GoldenCase("relu at the edges") { $0.x.relu() }, GoldenCase("erf at the edges") { $0.x.erf() },
        GoldenCase("leaky relu at the edges") { $0.x.leakyReLU(slope: 0.2) },
        GoldenCase("leaky relu with slopes at the edges") { $0.x.leakyReLU(slopes: $0.a) },
        GoldenCase("elu at the edges") { $0.input.elu() }, GoldenCase("silu at the edges") { $0.x.silu() },
        GoldenCase("mish at the edges") { $0.x.mish() }, GoldenCase("hardSwish at the edges") { $0.input.hardSwish() },
        GoldenCase("pow 3 at the edges") { $0.x.pow(3) }, GoldenCase("pow 1 at the edges") { $0.x.pow(1) },
        GoldenCase("pow 0 at the edges") { $0.x.pow(0) }, GoldenCase("pow -1 at the edges") { $0.x.pow(-1) },
    ]

    private static let special: [GoldenCase] = [
        GoldenCase("relu at zero") { $0.input.relu() }, GoldenCase("abs at zero") { $0.input.abs() },
        GoldenCase("pow 3") { $0.x.pow(3) }, GoldenCase("pow 0") { $0.x.pow(0) },
        GoldenCase("pow 1") { $0.x.pow(1) }, GoldenCase("pow -1.5") { $0.x.pow(-1.5) },
        GoldenCase("pow 0.5") { $0.x.pow(0.5) }, GoldenCase("pow of tensors") { $0.input.pow($0.exponent) },
        GoldenCase("clamped") { $0.x.clamped(min: -0.5, max: 0.75) },
        GoldenCase("clamped at the bounds") { $0.x.clamped(min: -0.5, max: 0.75) },
        GoldenCase("clamped from below") { $0.x.clamped(min: 0.25) },
        GoldenCase("steps", of: { [$0.x.sign(), $0.x.floor(), $0.x.rounded()] }),
        GoldenCase("tanh extremes") { $0.input.tanh() }, GoldenCase("sigmoid extremes") { $0.input.sigmoid() },
        GoldenCase("softplus extremes") { $0.x.softplus() }, GoldenCase("gelu extremes") { $0.input.gelu() },
        GoldenCase("erf extremes") { $0.input.erf() }, GoldenCase("elu extremes") { $0.input.elu() },
        GoldenCase("silu extremes") { $0.input.silu() }, GoldenCase("mish extremes") { $0.input.mish() },
        GoldenCase("hardSwish extremes") { $0.input.hardSwish() },
        GoldenCase("leaky relu with slopes") { $0.x.leakyReLU(slopes: $0.a) },
    ]
}
