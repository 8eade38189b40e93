import Chapter16
import Exercises16
import Practice
import Solutions16
import Tensors

let accumulation = Check(
    "16.24", answer("accumulating(_:)", Exercises16.accumulating(_:), Solutions16.accumulating(_:))
) { accumulating in
    let rows: [[Float]] = [[1], [-2], [0.5], [3], [-1]]
    /// The gradient of a batch's loss.
    func gradient(_ number: Int, at weight: Tensor) -> (loss: Float, gradient: Tensor) {
        let w = weight.requiringGrad()
        let scores = rows[number][0] * w
        let loss = scores.exp().sum().log() - scores[number % 2]
        loss.backward()
        return (loss.item, w.grad!)
    }
    for count in [1, 2, 3, 4] {
        let callback = try accumulating(count)
        let (model, trace) = (TwoWeights(), EventTrace())
        let loop = TrainingLoop(
            rowLoaders(train: rows, valid: rows), model, callbacks: [callback.value, trace])
        var weight = Tensor([0.5, -1])
        var losses: [Float] = []
        // Two fits, of two epochs and of one: what is left of the first must not come into the second.
        for epochs in [2, 1] {
            try loop.fit(epochs, learningRate: 0.25)
            var waiting: [Tensor] = []
            for batch in 0..<5 * epochs {
                let (loss, gradient) = gradient(batch % 5, at: weight)
                losses.append(loss)
                waiting.append(gradient)
                if waiting.count == count {
                    weight = weight - 0.25 / Float(count) * waiting.dropFirst().reduce(waiting[0]) { $0 + $1 }
                    waiting = []
                }
            }
            let name = "after \(epochs == 2 ? "two epochs" : "a second fit of one epoch") of 5 batches"
            try expectClose(callback.its("weights \(name)") { _ in model.weight.value.detached() }, weight)
            try expectClose(callback.its("losses \(name)") { _ in loop.recorder.losses }, losses)
            let judged = rows.indices.map { gradient($0, at: weight).loss }.reduce(0, +) / 5
            try expectClose(
                callback.its("validation loss \(name)") { _ in [loop.recorder.rows.last!.validLoss] }, [judged])
        }
        let steps = 10 / count + 5 / count
        try expectEqual(callback.its("steps") { _ in trace.events.count { $0 == .afterStep } }, steps)
        let cancelled = callback.its("cancelled batches") { _ in trace.events.count { $0 == .afterCancelBatch } }
        try expectEqual(cancelled, 15 - steps)
    }
}
