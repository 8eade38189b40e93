import Chapter19
import Exercises19
import Practice
import Solutions19
import Tensors

/// A new module, and what it says of the factors.
private struct Made {
    let module: Chapter19.Module
    let factors: (Tensor) throws -> Tensor
}

private typealias Make = @Sendable (Int, Int, UInt64) -> Made

private let readers: Make = { channels, reduction, seed in
    var random = SplitMix64(seed: seed)
    let module = Exercises19.SqueezeExcite(channels, reduction: reduction, using: &random)
    return Made(module: module, factors: { try module.factors($0) })
}
private let ours: Make = { channels, reduction, seed in
    var random = SplitMix64(seed: seed)
    let module = Solutions19.SqueezeExcite(channels, reduction: reduction, using: &random)
    return Made(module: module, factors: { try module.factors($0) })
}

let squeezeExcite = Check("19.24", Answer(readers, ours)) { make in
    for (channels, reduction, shape) in [(8, 4, [2, 8, 5, 3]), (6, 2, [3, 6, 1, 4]), (3, 16, [1, 3, 2, 2])] {
        var random = SplitMix64(seed: 1924)
        let x = Tensor.randn(shape, using: &random)
        let text = "SqueezeExcite(\(channels), reduction: \(reduction))"
        let made = make(channels, reduction, 7)
        let factors = Found("\(text).factors(x \(shape))", try asking(text) { try made.factors(x) })
        let hidden = max(1, channels / reduction)
        try expectEqual(
            Found("\(text).parameters, shapes", made.module.parameters.map(\.value.shape)),
            [[hidden, channels], [hidden], [channels, hidden], [channels]])
        // The same by hand.
        let p = made.module.parameters.map(\.value)
        let between = (x.mean(axes: 2, 3).matmul(p[0].T) + p[1]).relu()
        let expected = (between.matmul(p[2].T) + p[3]).sigmoid()
        try expectClose(factors, expected)
        try expectClose(
            Found("\(text)(x \(shape))", made.module(x)),
            x * expected.reshaped(shape[0], channels, 1, 1))
        // Drawn in this order, from the generator that was given.
        var again = SplitMix64(seed: 7)
        let first = Chapter19.Linear(channels, hidden, using: &again)
        try expectClose(Found("\(text), weights of the first layer", p[0]), first.weight.value)
        // It learns: every parameter gets a gradient.
        made.module(x).squared().sum().backward()
        try expectEqual(
            Found("\(text), parameters with a gradient", made.module.parameters.count { $0.grad != nil }), 4)
    }
}
