import Exercises14
import Practice
import Solutions14
import Tensors
import Training

let lossWithSmoothing = Check(
    "14.18",
    answer(
        "smoothedLoss(_:_:smoothing:)", Exercises14.smoothedLoss(_:_:smoothing:),
        Solutions14.smoothedLoss(_:_:smoothing:))
) { smoothedLoss in
    var random = SplitMix64(seed: 1418)
    // Two classes with equal scores: ln 2, whatever the smoothing.
    for smoothing in [0, 0.1, 1] as [Float] {
        try expectClose(smoothedLoss(Tensor([[3, 3]]), [1], smoothing), Tensor(0.6931472))
    }
    for (rows, classes, smoothing) in [(4, 3, 0.1), (1, 10, 0), (6, 2, 0.5), (3, 5, 1)] as [(Int, Int, Float)] {
        let scores = Tensor.randn(rows, classes, using: &random) * 3
        let labels = (0..<rows).map { $0 * 2 % classes }
        let (mine, its) = (scores.requiringGrad(), scores.requiringGrad())
        let found = try smoothedLoss(mine, labels, smoothing)
        let expected = crossEntropy(its, IntTensor(labels), smoothing: smoothing)
        try expectClose(found, expected.detached(), tolerance: 1e-5)
        try expectEqual(found.its("a gradient can come back") { $0.requiresGrad }, true)
        found.value.backward()
        expected.backward()
        try expectClose(found.its("gradient of the scores") { _ in mine.grad ?? .zeros(rows, classes) }, its.grad!)
    }
    let huge = try smoothedLoss(Tensor([[1000, 0], [0, -1000]]), [0, 1], 0.1)
    try expectClose(huge, Tensor(500), tolerance: 1e-4)
}
