import Exercises16
import Practice
import Solutions16
import Tensors
import Training

private typealias Stored = [String: Tensor]
private typealias Step =
    @Sendable (
        Tensor, Tensor, Stored, Float, Float, Float, Float, Float
    ) throws -> (p: Tensor, stored: Stored)

/// What is stored is shown by a name.
private func named(
    _ step: @escaping Step
) -> @Sendable (Tensor, Tensor, Named<Stored>, Float, Float, Float, Float, Float) throws -> (p: Tensor, stored: Stored)
{
    { try step($0, $1, $2.value, $3, $4, $5, $6, $7) }
}

let lamb = Check(
    "16.8",
    answer(
        "lambStep(_:_:_:learningRate:momentum:squareMomentum:epsilon:weightDecay:)",
        named(Exercises16.lambStep(_:_:_:learningRate:momentum:squareMomentum:epsilon:weightDecay:)),
        named(Solutions16.lambStep(_:_:_:learningRate:momentum:squareMomentum:epsilon:weightDecay:)))
) { step in
    // One number: Adam's first step is 1 whatever the gradient. |p| is 3 and |u| is 1, so the step is three rates.
    let first = try step(Tensor([3]), Tensor([50]), remembered([:], after: 0), 0.1, 0.9, 0.99, 0, 0)
    try expectClose(first.its("p", \.p), Tensor([2.7]))
    // Not more than ten rates, and one rate for weights that are 0.
    try expectClose(
        step(Tensor([70]), Tensor([1]), remembered([:], after: 0), 0.1, 0.9, 0.99, 0, 0).its("p", \.p), Tensor([69]))
    try expectClose(
        step(Tensor([0]), Tensor([1]), remembered([:], after: 0), 0.1, 0.9, 0.99, 0, 0).its("p", \.p), Tensor([-0.1]))
    try expectClose(
        step(Tensor([2, 1]), .zeros(2), remembered([:], after: 0), 0.1, 0.9, 0.99, 1e-5, 0).its("p", \.p),
        Tensor([2, 1]))

    var random = SplitMix64(seed: 1608)
    for (squareMomentum, decay) in [(0.99, 0), (0.999, 0.3)] as [(Float, Float)] {
        var (p, stored) = (Tensor.randn(2, 3, using: &random), Stored())
        let gradients = someGradients([2, 3], 8, using: &random)
        let expected = weights(
            of: { LAMB([$0], learningRate: 0.05, momentum: 0.8, squareMomentum: squareMomentum, weightDecay: decay) },
            from: p, gradients: gradients)
        for (number, gradient) in gradients.enumerated() {
            let found = try step(
                p, gradient, remembered(stored, after: number), 0.05, 0.8, squareMomentum, 1e-5, decay)
            try expectClose(found.its("p", \.p), expected[number])
            (p, stored) = found.value
        }
    }
}
