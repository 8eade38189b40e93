import Chapter16
import Exercises16
import Layers
import Practice
import Solutions16
import Tensors

/// Notes which batches of the last fit, counted through all epochs, had a backward pass, and which a step.
private final class Work: LoopCallback {
    var backward: [Int] = [], steps: [Int] = []
    override func beginFit() { (backward, steps) = ([], []) }
    override func afterBackward() { backward.append(self.trainedBatches) }
    override func afterStep() { steps.append(self.trainedBatches) }
}

let easyBatches = Check(
    "16.23",
    answer(
        "skippingEasyBatches(below:atMost:)", Exercises16.skippingEasyBatches(below:atMost:),
        Solutions16.skippingEasyBatches(below:atMost:))
) { skipping in
    /// A loop with three training batches and one for validation in each epoch. The losses are those of a script, the
    /// gradients those of the mean score. In validation the loss is tiny.
    func loop<Net: Layer>(_ net: Net, _ row: [Float], _ losses: [Float]) -> TrainingLoop
    where Net.Input == Tensor, Net.Output: ModelOutput {
        var script = losses[...]
        return TrainingLoop(
            rowLoaders(train: [row, row, row], valid: [row]), net,
            loss: { scores, _ in
                let own = scores.mean()
                return own - own.item + (net.isTraining ? script.popFirst() ?? 0 : 1e-6)
            })
    }

    /// Trains as many epochs as the losses suffice for, and expects steps in these batches.
    func judge(_ share: Float, atMost most: Int, _ losses: [Float], steps expected: [Int]) throws {
        let callback = try skipping(share, most)
        let (net, work, trace) = (TwoWeights(), Work(), EventTrace())
        let start = net.weight.value.detached()
        let loop = loop(net, [1], losses)
        loop.callbacks += [callback.value, work, trace]
        try loop.fit(losses.count / 3, learningRate: 0.25)
        let name = "with the losses \(losses)"
        try expectEqual(callback.its("batches with a step, \(name)") { _ in work.steps }, expected)
        try expectEqual(callback.its("batches with a backward pass, \(name)") { _ in work.backward }, expected)
        let cancelled = callback.its("cancelled batches, training and validation, \(name)") { _ in
            trace.events.count { $0 == .afterCancelBatch }
        }
        try expectEqual(cancelled, losses.count - expected.count)
        try expectClose(callback.its("recorded losses, \(name)") { _ in loop.recorder.losses }, losses)
        let rows = callback.its("validated epochs, \(name)") { _ in loop.recorder.rows.count }
        try expectEqual(rows, losses.count / 3)
        // The mean of two scores: each weight has the slope ½.
        let weight = callback.its("weights, \(name)") { _ in net.weight.value.detached() }
        try expectClose(weight, start - 0.125 * Float(expected.count))
    }
    try judge(0.5, atMost: 10, [4, 1, 3, 4, 1.2, 3], steps: [0, 2, 3, 5])
    // The smoothed loss is 2.485 here; the plain mean, 2.5, would make the third batch easy.
    try judge(0.5, atMost: 10, [4, 1, 1.245], steps: [0, 2])
    // Just at the bound, and just below it.
    try judge(0.5, atMost: 10, [2, 1, 2], steps: [0, 1, 2])
    try judge(0.5, atMost: 10, [2, 0.99, 2], steps: [0, 2])
    // Two in a row and not more, also across the end of an epoch; and a step in between begins anew.
    try judge(0.5, atMost: 2, [40, 1, 1, 1, 1, 1, 1, 1, 1], steps: [0, 3, 6])
    try judge(0.5, atMost: 2, [40, 40, 1, 40, 1, 1, 1, 40, 1], steps: [0, 1, 3, 6, 7])
    try judge(0.5, atMost: 0, [40, 1, 1], steps: [0, 1, 2])
    // With a share above 1, a batch that is a little worse than usual is easy, too.
    try judge(1.5, atMost: 1, [2, 2.5, 2.5, 4, 2, 3], steps: [0, 2, 3, 5])

    // A second fit knows nothing of the first.
    let again = try skipping(0.5, 10)
    let (net, work) = (TwoWeights(), Work())
    let twice = loop(net, [1], [4, 1, 1, 0.5, 0.1, 1])
    twice.callbacks += [again.value, work]
    for (fit, expected) in [("first", [0]), ("second", [0, 2])] {
        try twice.fit(1, learningRate: 0.25)
        try expectEqual(again.its("batches with a step in the \(fit) of two fits") { _ in work.steps }, expected)
    }

    // Penalties far above the losses: who counts them finds nothing easy.
    for isFirst in [true, false] {
        let callback = try skipping(0.5, 10)
        let (regularizer, work) = (RNNRegularizer(alpha: 200), Work())
        let loop = loop(ThreeOutputs(), [1, 2], [400, 1, 300])
        loop.callbacks += (isFirst ? [callback.value, regularizer] : [regularizer, callback.value]) + [work]
        try loop.fit(1, learningRate: 0)
        let place = "\(isFirst ? "before" : "after") an RNNRegularizer in the list"
        try expectEqual(callback.its("batches with a step, \(place)") { _ in work.steps }, [0, 2])
        // raw is x · [0.5, −1], the output 1.5 times that: the mean of the squares is 2.25 · 6.25 / 4.
        let penalty: Float = 200 * 2.25 * 6.25 / 4
        try expectClose(
            callback.its("recorded losses, \(place)") { _ in loop.recorder.losses }, [400 + penalty, 1, 300 + penalty])
    }
}
