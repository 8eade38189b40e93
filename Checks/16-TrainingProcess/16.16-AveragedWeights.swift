import Exercises16
import Practice
import Solutions16
import Tensors
import Training

/// Fails, or cancels, in the middle of the validation part.
private final class Interruption: Callback {
    struct Failure: Error {}
    let error: any Error
    init(_ error: any Error) { self.error = error }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        if phase == .batch, !learner.isTraining { throw error }
    }
}

/// The weight of a scripted learner, in training and in validation, batch by batch; and at the end.
private func weights(_ callbacks: [any Callback], epochs: Int) -> (learning: [Float], judging: [Float], end: Float) {
    var (learning, judging): ([Float], [Float]) = ([], [])
    let learner = scriptedLearner(
        train: 3, valid: 2, callbacks: callbacks,
        noting: { learner in
            let weight = learner.model.parameters[0].value.item
            if learner.isTraining { learning.append(weight) } else { judging.append(weight) }
        })
    _ = try? EpochReporting.silently { try learner.fit(epochs, learningRate: 0.125) }
    return (learning, judging, learner.model.parameters[0].value.item)
}

let averagedWeights = Check(
    "16.16",
    answer(
        "averagingWeights(decay:)", Exercises16.averagingWeights(decay:), Solutions16.averagingWeights(decay:))
) { averagingWeights in
    let plain = weights([], epochs: 3)
    for decay: Float in [0.5, 0.75, 0, 1] {
        let callback = try averagingWeights(decay)
        let found = weights([callback.value], epochs: 3)
        try expectEqual(callback.its("weights in training") { _ in found.learning }, plain.learning)
        try expectEqual(callback.its("weight at the end") { _ in found.end }, plain.end)
        // Steps of 0.125 · 1, 2 and 3 from 1 on.
        var (weight, average, expected) = (Float(1), Float(1), [Float]())
        for _ in 0..<3 {
            for number: Float in [1, 2, 3] {
                weight -= 0.125 * number
                average = decay * average + (1 - decay) * weight
            }
            expected += [average, average]
        }
        try expectClose(callback.its("weight in validation, batch by batch") { _ in found.judging }, expected)
    }
    let first = weights([], epochs: 1)
    let interruptions: [(String, any Error)] = [("fails", Interruption.Failure()), ("is cancelled", Cancel(.validate))]
    for (name, error) in interruptions {
        let callback = try averagingWeights(0.5)
        let found = weights([callback.value, Interruption(error)], epochs: 1)
        try expectEqual(callback.its("weight at the end when validation \(name)") { _ in found.end }, first.end)
    }
    // A second fit begins with the weights as they are then.
    let callback = try averagingWeights(0.5)
    _ = weights([callback.value], epochs: 2)
    let again = weights([callback.value], epochs: 1)
    try expectClose(callback.its("weight in validation, in a second fit") { _ in again.judging }, [0.515625, 0.515625])
}
