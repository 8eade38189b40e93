import Chapter16
import Exercises16
import Practice
import Solutions16
import Tensors

let rnnRegularizerFromMemory = Check(
    "16.22",
    answer(
        "rnnRegularizer(alpha:beta:)", Exercises16.rnnRegularizer(alpha:beta:), Solutions16.rnnRegularizer(alpha:beta:))
) { regularizer in
    let long: [[Float]] = [[1, 2, 0.5], [-1, 0.5, 2], [0.25, 3, 1]]
    let short: [[Float]] = [[1], [-2], [0.5]]
    for (alpha, beta) in [(0, 0), (2, 0), (0, 1), (2, 1), (0.5, 3)] as [(Float, Float)] {
        for rows in [long, short] {
            let callback = try regularizer(alpha, beta)
            try expectEqual(callback.its("class is the chapter's RNNRegularizer") { $0 is RNNRegularizer }, false)
            let model = ThreeOutputs()
            let loop = TrainingLoop(rowLoaders(train: rows, valid: rows), model, callbacks: [callback.value])
            try loop.fit(2, learningRate: 0.015625)

            // The same by hand: two epochs of steps, and the mean loss of the scores after each.
            func scores(_ x: [Float], _ w: Tensor) -> Tensor { Tensor(x).sum() * w.unsqueezed(0) }
            var (weight, losses, judged) = (Tensor([0.5, -1]), [Float](), [Float]())
            for _ in 0..<2 {
                for (number, x) in rows.enumerated() {
                    let w = weight.requiringGrad()
                    let raw = Tensor(x).unsqueezed(1) * w
                    var loss = crossEntropyByHand(scores(x, w), number % 2) + alpha * (2.25 * raw * raw).mean()
                    if x.count > 1 {
                        let jumps = raw[1...] - raw[..<(x.count - 1)]
                        loss = loss + beta * (jumps * jumps).mean()
                    }
                    loss.backward()
                    losses.append(loss.item)
                    weight = weight - 0.015625 * w.grad!
                }
                let ofRows = rows.enumerated().map { crossEntropyByHand(scores($1, weight), $0 % 2).item }
                judged.append(ofRows.reduce(0, +) / Float(rows.count))
            }
            let steps = rows[0].count
            try expectClose(callback.its("training losses, \(steps) steps") { _ in loop.recorder.losses }, losses)
            let found = callback.its("validation losses, \(steps) steps") { _ in loop.recorder.rows.map(\.validLoss) }
            try expectClose(found, judged)
            try expectClose(callback.its("weights, \(steps) steps") { _ in model.weight.value.detached() }, weight)
        }
    }
    // A penalty that is not wanted must not be computed: NaN times 0 is NaN.
    let callback = try regularizer(0, 0)
    let model = ThreeOutputs()
    let loop = TrainingLoop(
        rowLoaders(train: [[1, 2]], valid: [[1, 2]]), model, callbacks: [Spoiler(), callback.value])
    try loop.fit(1, learningRate: 0.015625)
    try expectEqual(
        callback.its("loss is finite, with penalties of NaN") { _ in loop.recorder.losses[0].isFinite }, true)
}

/// - log softmax of one row of scores, for the label.
private func crossEntropyByHand(_ scores: Tensor, _ label: Int) -> Tensor {
    scores.exp().sum().log() - scores[0, label]
}

/// Makes all numbers NaN that the penalties are about.
private final class Spoiler: LoopCallback {
    override func afterPrediction() {
        loop.predictions = [self.predictions[0]] + self.predictions.dropFirst().map { $0 * .nan }
    }
}
