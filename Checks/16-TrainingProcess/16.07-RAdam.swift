import Exercises16
import Practice
import Solutions16
import Tensors
import Training

private typealias Stored = [String: Tensor]
private typealias Step =
    @Sendable (
        Tensor, Tensor, Stored, Float, Float, Float, Float
    ) throws -> (p: Tensor, stored: Stored)

/// What is stored is shown by a name.
private func named(
    _ step: @escaping Step
) -> @Sendable (Tensor, Tensor, Named<Stored>, Float, Float, Float, Float) throws -> (p: Tensor, stored: Stored) {
    { try step($0, $1, $2.value, $3, $4, $5, $6) }
}

let rAdam = Check(
    "16.7",
    answer(
        "rAdamStep(_:_:_:learningRate:momentum:squareMomentum:epsilon:)",
        named(Exercises16.rAdamStep(_:_:_:learningRate:momentum:squareMomentum:epsilon:)),
        named(Solutions16.rAdamStep(_:_:_:learningRate:momentum:squareMomentum:epsilon:)))
) { step in
    // One number. In the first step nothing is divided: the unbiased average is the gradient itself.
    let first = try step(Tensor([1]), Tensor([20]), remembered([:], after: 0), 0.1, 0.9, 0.99, 1e-5)
    try expectClose(first.its("p", \.p), Tensor([-1]))
    try expectEqual(first.its("stored") { $0.stored.keys.sorted() }, ["average", "square", "steps"])
    try expectClose(first.its("square") { $0.stored["square"] ?? Tensor(.nan) }, Tensor([4]))
    try expectEqual(first.its("steps") { $0.stored["steps"]?.item }, 1)

    // Then step by step beside the engine's; with 0.99 and with 0.999 it begins to divide in the sixth step.
    var random = SplitMix64(seed: 1607)
    for (squareMomentum, epsilon) in [(0.99, 1e-5), (0.999, 0.1), (0.9, 1e-8)] as [(Float, Float)] {
        var (p, stored) = (Tensor.randn(2, 3, using: &random), Stored())
        let gradients = someGradients([2, 3], 12, using: &random)
        let expected = weights(
            of: { RAdam([$0], learningRate: 0.05, momentum: 0.8, squareMomentum: squareMomentum, epsilon: epsilon) },
            from: p, gradients: gradients)
        for (number, gradient) in gradients.enumerated() {
            let found = try step(p, gradient, remembered(stored, after: number), 0.05, 0.8, squareMomentum, epsilon)
            try expectClose(found.its("p", \.p), expected[number])
            (p, stored) = found.value
        }
    }
}
