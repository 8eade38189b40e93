import Exercises12
import Practice
import Solutions12
import Tensors

private typealias Gradients = (dx: Tensor, dInput: Tensor, dHidden: Tensor, dBias: Tensor, dState: Tensor)
private typealias Backward = @Sendable (Tensor, Tensor, RecurrentWeights, Tensor) throws -> Gradients

let backwardThroughTime = Check(
    "12.14",
    answer(
        "backwardThroughTime(_:from:_:dy:)", Exercises12.backwardThroughTime(_:from:_:dy:) as Backward,
        Solutions12.backwardThroughTime(_:from:_:dy:) as Backward)
) { backwardThroughTime in
    var random = SplitMix64(seed: 1214)
    for (n, steps, inputs, hidden) in [(1, 1, 1, 1), (2, 1, 3, 2), (1, 4, 2, 3), (3, 5, 4, 4), (2, 7, 1, 5)] {
        let weights = randomWeights(inputs, hidden, gates: 1, using: &random)
        let (x, h) = (Tensor.randn(n, steps, inputs, using: &random), Tensor.randn(n, hidden, using: &random))
        let dy = Tensor.randn(n, steps, hidden, using: &random)
        let found = try backwardThroughTime(x, h, weights, dy)

        let (leafX, leafH, leaves) = (x.requiringGrad(), h.requiringGrad(), requiringGrad(weights))
        leafX.rnn(leaves, from: leafH).backward(gradient: dy)
        try expectClose(found.its("dx", \.dx), leafX.grad!)
        try expectClose(found.its("dInput", \.dInput), leaves.input.grad!)
        try expectClose(found.its("dHidden", \.dHidden), leaves.hidden.grad!)
        try expectClose(found.its("dBias", \.dBias), leaves.inputBias!.grad!)
        try expectClose(found.its("dState", \.dState), leafH.grad!)
    }
}
