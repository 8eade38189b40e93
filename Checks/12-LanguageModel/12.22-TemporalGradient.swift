import Exercises12
import Practice
import Solutions12
import Tensors

let temporalGradient = Check(
    "12.22",
    answer(
        "temporalGradient(_:beta:)", Exercises12.temporalGradient(_:beta:), Solutions12.temporalGradient(_:beta:))
) { gradient in
    try expectClose(
        gradient(Tensor([[[1, 2], [3, 2], [3, 4]]]), 1), Tensor([[[-1, 0], [1, -1], [0, 1]]]))
    try expectClose(gradient(Tensor([[[1, 2]]]), 1), .zeros(1, 1, 2))
    try expectClose(gradient(.ones(2, 5, 3), 4), .zeros(2, 5, 3))
    var random = SplitMix64(seed: 1222)
    for (shape, beta) in [([1, 2, 1], 1), ([3, 4, 5], 0.5), ([2, 16, 3], 7), ([1, 3, 2], 0)] as [([Int], Float)] {
        let raw = Tensor.randn(shape, using: &random)
        let leaf = raw.requiringGrad()
        (beta * (leaf[0..., 1...] - leaf[0..., ..<(-1)]).squared().mean()).backward()
        try expectClose(gradient(raw, beta), leaf.grad!)
    }
}
