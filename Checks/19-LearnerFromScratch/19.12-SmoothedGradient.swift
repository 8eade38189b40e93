import Exercises19
import Practice
import Solutions19
import Tensors

let smoothedGradient = Check(
    "19.12",
    answer(
        "crossEntropyGradient(_:_:smoothing:)", Exercises19.crossEntropyGradient(_:_:smoothing:),
        Solutions19.crossEntropyGradient(_:_:smoothing:))
) { gradient in
    try expectClose(gradient(Tensor([[0, 0]]), [1], 0), Tensor([[0.5, -0.5]]))
    try expectClose(gradient(Tensor([[0, 0]]), [1], 1), Tensor([[0, 0]]))
    try expectClose(gradient(Tensor([[10_000, 0], [0, -10_000]]), [0, 1], 0), Tensor([[0, 0], [0.5, -0.5]]))

    try expectClose(gradient(Tensor([[10_000, 0, 0]]), [1], 0.3), Tensor([[0.9, -0.8, -0.1]]))

    // As a formula: it works where no gradients are recorded.
    let scores = Tensor([[1, 2, 0], [0.5, -1, 3]])
    let expected = try gradient(scores, [0, 2], 0.2)
    try expectClose(
        Found(
            "noGrad { crossEntropyGradient(\(scores), [0, 2], smoothing: 0.2) }",
            try noGrad { try gradient(scores, [0, 2], 0.2).value }), expected.value)

    var random = SplitMix64(seed: 1912)
    for (n, classes, smoothing) in [(4, 3, 0), (1, 5, 0.1), (6, 10, 0.5)] as [(Int, Int, Float)] {
        let scores = 3 * Tensor.randn(n, classes, using: &random)
        let labels = (0..<n).map { _ in Int(random.uniform() * Double(classes)) }
        let tracked = scores.requiringGrad()
        tracked.softmaxCrossEntropy(IntTensor(labels), smoothing: smoothing).mean().backward()
        try expectClose(gradient(scores, labels, smoothing), tracked.grad!)
    }
}
