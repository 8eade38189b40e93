import Exercises16
import Practice
import Solutions16
import Training

let modelReset = Check(
    "16.13", answer("modelReset(_:)", namingOne(Exercises16.modelReset(_:)), namingOne(Solutions16.modelReset(_:)))
) { modelReset in
    for (epochs, train, valid) in [(2, 3, 2), (1, 1, 1), (3, 2, 0)] {
        var log: [String] = []
        let callback = try modelReset(Named("reset", { log.append("reset") }))
        let learner = scriptedLearner(
            train: train, valid: valid, callbacks: [callback.value],
            noting: { learner in
                log.append(learner.isTraining ? "learn" : "judge")
            })
        try EpochReporting.silently { try learner.fit(epochs, learningRate: 0.1) }
        let epoch =
            ["reset"] + Array(repeating: "learn", count: train) + ["reset"] + Array(repeating: "judge", count: valid)
        let found = callback.its("in \(epochs) · (\(train) + \(valid)) batches") { _ in log }
        try expectEqual(found, Array(repeating: epoch, count: epochs).flatMap(\.self))
    }
}
