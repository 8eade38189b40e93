import Exercises21
import Practice
import Solutions21
import Tensors
import Training

let anotherLoss = Check(
    "21.14",
    answer(
        "squaredErrorGradient(_:_:)", Exercises21.squaredErrorGradient(_:_:), Solutions21.squaredErrorGradient(_:_:))
) { gradient in
    var random = SplitMix64(seed: 2114)
    for (items, classes) in [(3, 2), (2, 10), (1, 4), (5, 3)] {
        let scores = Tensor.randn(items, classes, using: &random)
        let labels = (0..<items).map { _ in Int.random(in: 0..<classes, using: &random) }
        let found = try gradient(scores, labels)
        try expectGradient(found.its("gradient", \.gradient), of: "scores", at: scores) {
            mseLoss($0.softmax(axis: 1), Tensor.eye(classes).rows(labels))
        }
        // The same shares from the engine's gradients: sums of absolute numbers, not the largest, nor squares.
        func sizes(of loss: (Tensor) -> Tensor) -> Tensor {
            let x = scores.requiringGrad()
            loss(x).backward()
            return x.grad!.abs().sum(axis: 1)
        }
        let squared = sizes { mseLoss($0.softmax(axis: 1), Tensor.eye(classes).rows(labels)) }
        let entropy = sizes { crossEntropy($0, IntTensor(labels)) }
        try expectClose(found.its("steps", \.steps), (squared / entropy).scalars, tolerance: 1e-4)
    }
    // Two classes: 2 p (1 - p) of the right class, whoever else is in the batch.
    let margins: [Float] = [0, 1, -1, 4, -8]
    let two = try gradient(Tensor(margins.map { [$0, 0] }), [0, 0, 0, 0, 0])
    let shares = margins.map { margin in
        let p = Tensor(margin).sigmoid().item
        return 2 * p * (1 - p)
    }
    try expectClose(two.its("steps", \.steps), shares, tolerance: 1e-4)
    let certain = try gradient(Tensor([[200, 0], [0, 0]]), [0, 1])
    try expectClose(certain.its("steps, with a certain item", \.steps), [0, 0.5])
}
