import Exercises17
import Practice
import Solutions17
import Tensors

let lossWithoutSqueeze = Check(
    "17.19",
    answer(
        "lossWithoutSqueeze(_:_:)", Exercises17.lossWithoutSqueeze(_:_:), Solutions17.lossWithoutSqueeze(_:_:)),
    answer(
        "lossWithoutSqueezeGradient(_:_:)", Exercises17.lossWithoutSqueezeGradient(_:_:),
        Solutions17.lossWithoutSqueezeGradient(_:_:))
) { loss, gradient in
    try expectClose(loss(Tensor([[1], [3]]), Tensor([1, 3])), 2)
    try expectClose(gradient(Tensor([[1], [3]]), Tensor([1, 3])), Tensor([[-1], [1]]))
    try expectClose(loss(Tensor([[2]]), Tensor([5])), 9)
    try expectClose(gradient(Tensor([[2]]), Tensor([5])), Tensor([[-6]]))
    try expectClose(gradient(Tensor([[2], [8]]), Tensor([1, 2, 6])), Tensor([[-1], [5]]))
    try expectClose(loss(Tensor([[2]]), Tensor([1, 2, 6])), 17 / 3)
    var random = SplitMix64(seed: 1719)
    for (n, m) in [(4, 4), (30, 50), (200, 200)] {
        let (output, target) = (Tensor.randn(n, 1, using: &random), 2 * Tensor.randn(m, using: &random) + 1)
        try expectClose(loss(output, target), (output - target).squared().mean().item, tolerance: 1e-4)
        try expectGradient(gradient(output, target), of: "output", at: output) { ($0 - target).squared().mean() }
    }
    let (far, farther) = (Tensor.randn(300, 1, using: &random) + 1000, Tensor.randn(300, using: &random) + 1000)
    try expectClose(
        loss(far, farther).noting("numbers near 1000"), (far - farther).squared().mean().item, tolerance: 1e-3)
    let many = try loss(Tensor.randn(50_000, 1, using: &random), Tensor.randn(50_000, using: &random))
    try expectClose(many.noting("50,000 of each"), 2, tolerance: 0.03)
    let slopes = try gradient(.full(50_000, [50_000, 1]), .zeros(50_000))
    try expectClose(slopes.noting("50,000 of each"), .full(2, [50_000, 1]))
}
