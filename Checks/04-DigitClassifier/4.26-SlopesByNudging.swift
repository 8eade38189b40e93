import Exercises04
import Practice
import Solutions04
import Tensors

let slopesByNudging = Check(
    "4.26",
    answer(
        "slopesByNudging(_:_:_:nudge:)", Exercises04.slopesByNudging(_:_:_:nudge:),
        Solutions04.slopesByNudging(_:_:_:nudge:))
) { slopesByNudging in
    // Scores 0.5, −0.7, 0.9 and −1.5; two of the four answers are right.
    let x = Tensor([[1, 0, 0.5], [0, 1, -0.5], [1, -1, 1], [-1, 1, 0]])
    let weights = Tensor([[0.6], [-0.8], [-0.2]])
    let targets = Tensor([[1], [1], [0], [0]])
    let small = try slopesByNudging(x, weights, targets, 0.01)
    let flat = small.its("accuracy (no image changes sides)", \.accuracy)
    try expectClose(flat, .zeros(3))
    let leaf = weights.requiringGrad()
    let p = x.matmul(leaf).sigmoid()
    Tensor.where(targets .== 1, 1 - p, p).mean().backward()
    try expectClose(small.its("loss", \.loss), leaf.grad!.reshaped(3), tolerance: 2e-3)

    // Nudges that carry images to the other side: now the accuracy moves, in jumps.
    for nudge: Float in [1, -1.5, 2] {
        let large = try slopesByNudging(x, weights, targets, nudge)
        let expected = (0..<3).map { k in
            let grown = Tensor((0..<3).map { $0 == k ? nudge : 0 }).unsqueezed(1)
            return (
                (accuracy(x.matmul(weights + grown), targets) - accuracy(x.matmul(weights), targets)) / nudge,
                (loss(x.matmul(weights + grown), targets) - loss(x.matmul(weights), targets)) / nudge
            )
        }
        try expectClose(large.its("accuracy", \.accuracy), Tensor(expected.map(\.0)))
        try expectClose(large.its("loss", \.loss), Tensor(expected.map(\.1)), tolerance: 1e-4)
    }
    // A score of exactly 0 is no three.
    let edge = try slopesByNudging(Tensor([[1]]), Tensor([[0]]), Tensor([[1]]), 0.5).noting("a score of 0 before")
    try expectClose(edge.its("accuracy", \.accuracy), Tensor([2]))
}

private func accuracy(_ scores: Tensor, _ targets: Tensor) -> Float {
    let right = zip(scores.scalars, targets.scalars).count { ($0 > 0) == ($1 == 1) }
    return Float(right) / Float(scores.count)
}

private func loss(_ scores: Tensor, _ targets: Tensor) -> Float {
    Tensor.where(targets .== 1, 1 - scores.sigmoid(), scores.sigmoid()).mean().item
}
