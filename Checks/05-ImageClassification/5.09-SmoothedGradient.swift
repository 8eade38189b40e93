import Exercises05
import Practice
import Solutions05
import Tensors
import Training

let smoothedGradient = Check(
    "5.9",
    answer(
        "smoothedGradient(_:_:smoothing:)", Exercises05.smoothedGradient(_:_:smoothing:),
        Solutions05.smoothedGradient(_:_:smoothing:))
) { gradient in
    // By the numbers: probabilities of a half, and 0.9 + 0.05 and 0.05 are wanted.
    try expectClose(gradient(Tensor([[0, 0]]), [0], 0.1), Tensor([[-0.45, 0.45]]))
    try expectClose(gradient(Tensor([[0, 0, 0], [0, 0, 0]]), [2, 0], 0), Tensor([[1, 1, -2], [-2, 1, 1]]) / 6)
    var random = SplitMix64(seed: 59)
    for (items, classes, smoothing) in [(3, 2, 0), (4, 10, 0.1), (1, 5, 0.3), (6, 3, 1)] as [(Int, Int, Float)] {
        let x = Tensor.randn(items, classes, using: &random) * 2
        let labels = (0..<items).map { _ in Int.random(in: 0..<classes, using: &random) }
        try expectGradient(gradient(x, labels, smoothing), of: "activations", at: x) {
            crossEntropy($0, IntTensor(labels), smoothing: smoothing)
        }
    }
    try expectClose(gradient(Tensor([[1000, 0], [0, 1000]]), [0, 0], 0), Tensor([[0, 0], [-0.5, 0.5]]))
}
