import Exercises21
import Practice
import Solutions21
import Tensors
import Training

let binaryLossOfScores = Check(
    "21.13",
    answer(
        "binaryLoss(ofScores:targets:)", Exercises21.binaryLoss(ofScores:targets:),
        Solutions21.binaryLoss(ofScores:targets:))
) { binaryLoss in
    let examples: [(scores: [Float], targets: [Float], loss: Float)] = [
        ([0.5, -1], [1, 0], 0.39366937), ([-200, 200], [1, 0], 200), ([1000], [1], 0), ([1000], [0], 1000),
        ([-1000], [0], 0), ([-1000], [1], 1000), ([0], [0.5], 0.6931472), ([0], [1], 0.6931472),
        ([3], [0.25], 2.2985873),
        ([-3], [0.75], 2.2985873), ([100], [0.5], 50),
    ]
    for (scores, targets, loss) in examples { try expectClose(binaryLoss(scores, targets), loss) }
    var random = SplitMix64(seed: 2113)
    for count in [1, 5, 40] {
        let (scores, targets) = (Tensor.randn(count, using: &random) * 4, Tensor.rand(count, using: &random))
        try expectClose(
            binaryLoss(scores.scalars, targets.scalars), binaryCrossEntropyWithLogits(scores, targets).item)
    }
}
