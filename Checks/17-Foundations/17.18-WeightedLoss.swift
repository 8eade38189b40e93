import Exercises17
import Practice
import Solutions17
import Tensors

let weightedMSE = Check(
    "17.18",
    answer("weightedMSE(_:_:weights:)", Exercises17.weightedMSE(_:_:weights:), Solutions17.weightedMSE(_:_:weights:)),
    answer(
        "weightedMSEGradient(_:_:weights:)", Exercises17.weightedMSEGradient(_:_:weights:),
        Solutions17.weightedMSEGradient(_:_:weights:))
) { loss, gradient in
    let (output, target, weights) = (Tensor([[1], [5]]), Tensor([2, 2]), Tensor([3, 1]))
    try expectClose(loss(output, target, weights), Tensor(3))
    try expectClose(gradient(output, target, weights), Tensor([[-1.5], [1.5]]))
    // A batch of one item, and an item that does not count.
    try expectClose(loss(Tensor([[4]]), Tensor([1]), Tensor([2])), Tensor(9))
    try expectClose(gradient(Tensor([[4]]), Tensor([1]), Tensor([2])), Tensor([[6]]))
    try expectClose(loss(output, target, Tensor([0, 2])), Tensor(9))
    try expectClose(gradient(output, target, Tensor([0, 2])), Tensor([[0], [6]]))

    var random = SplitMix64(seed: 1718)
    for n in [3, 8] {
        let (output, target) = (Tensor.randn(n, 1, using: &random), Tensor.randn(n, using: &random))
        let weights = Tensor.rand(n, low: 0.5, high: 3, using: &random)
        let expected = zip(zip(output.scalars, target.scalars), weights.scalars).reduce(Float(0)) {
            $0 + $1.1 * ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1)
        }
        try expectClose(loss(output, target, weights), Tensor(expected / weights.sum().item))
        try expectGradient(gradient(output, target, weights), of: "output", at: output) { output in
            (weights * (output.reshaped(n) - target).squared()).sum() / weights.sum()
        }
    }
}
