import Exercises07
import Practice
import Solutions07
import Tensors
import Training

let smoothedTowards = Check(
    "7.12",
    answer(
        "smoothedLoss(_:_:smoothing:prior:)", Exercises07.smoothedLoss(_:_:smoothing:prior:),
        Solutions07.smoothedLoss(_:_:smoothing:prior:))
) { loss in
    var random = SplitMix64(seed: 712)
    for (n, classes, ε) in [(1, 2, 0), (4, 10, 0.1), (6, 3, 0.5), (3, 4, 1)] as [(Int, Int, Float)] {
        let scores = Tensor.randn(n, classes, using: &random) * 3
        let labels = IntTensor((0..<n).map { _ in Int.random(in: 0..<classes, using: &random) })
        let even = [Float](repeating: 1 / Float(classes), count: classes)
        try expectClose(loss(scores, labels, ε, even), crossEntropy(scores, labels, smoothing: ε))
        let prior = (0..<classes).map { Float($0 + 1) }
        let sum = prior.reduce(0, +)
        let rows = Tensor.stack(
            labels.scalars.map { label in
                Tensor((0..<classes).map { ($0 == label ? 1 - ε : 0) + ε * prior[$0] / sum })
            })
        try expectClose(loss(scores, labels, ε, prior.map { $0 / sum }), crossEntropy(scores, rows))
    }
    try expectClose(loss(Tensor([[1000, 0]]), IntTensor([0]), 0.1, [0.5, 0.5]), Tensor(50), tolerance: 1e-4)
}
