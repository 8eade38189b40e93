import Exercises17
import Practice
import Solutions17
import Tensors

private typealias Scale = @Sendable (Int, Tensor, (Tensor) -> Tensor) throws -> Float

/// The activation is shown by its name.
private func named(_ function: @escaping Scale) -> @Sendable (Int, Tensor, Named<(Tensor) -> Tensor>) throws -> Float {
    { try function($0, $1, $2.value) }
}

let weightScale = Check(
    "17.16",
    answer(
        "weightScale(inputs:normal:activation:)", named(Exercises17.weightScale(inputs:normal:activation:)),
        named(Solutions17.weightScale(inputs:normal:activation:)))
) { weightScale in
    var random = SplitMix64(seed: 1716)
    let normal = Tensor.randn(100_000, using: &random)
    let activations: [(Named<(Tensor) -> Tensor>, share: Float)] = [
        (Named("{ $0 }") { $0 }, 1), (Named("{ $0.relu() }") { $0.relu() }, 0.5),
        (Named("{ $0.abs() }") { $0.abs() }, 1),
        (Named("{ $0.leakyReLU(slope: 0.5) }") { $0.leakyReLU(slope: 0.5) }, 0.625),
        (Named("{ -3 * $0.relu() }") { -3 * $0.relu() }, 4.5),
    ]
    for (activation, share) in activations {
        for inputs in [1, 100, 784] {
            let scale = 1 / (Float(inputs) * share).squareRoot()
            try expectClose(weightScale(inputs, normal, activation), scale, tolerance: 0.01 * scale)
        }
    }
    // Numbers that are not of size 1: only what the activation does to them counts.
    let relu = Named("{ $0.relu() }") { (x: Tensor) in x.relu() }
    try expectClose(
        weightScale(100, 5 * normal, relu).noting("normal numbers five times as large"), 0.1414, tolerance: 2e-3)
    try expectEqual(weightScale(4, normal, Named("{ 0 * $0 }") { 0 * $0 }), .infinity)

    // And it holds: forty layers later the numbers are still there.
    let scale = try weightScale(100, normal, relu)
    let size = scale.its("root of the mean square after 40 layers of that scale") { scale in
        var x = Tensor.randn(50, 100, using: &random)
        for _ in 0..<40 { x = x.matmul(.randn(100, 100, using: &random) * scale).relu() }
        return x.squared().mean().sqrt().item
    }
    try expect(size, "between 0.05 and 20") { (0.05...20).contains($0) }
}
