import Exercises16
import Practice
import Solutions16
import Training

let terminateOnNaN = Check(
    "16.20", answer("terminating(above:)", Exercises16.terminating(above:), Solutions16.terminating(above:))
) { terminating in
    /// Trains on three batches per epoch, with the losses of a list, and expects so many of them to be recorded.
    func judge(_ limit: Float, learning: [Float], judging: Float = 0, recorded expected: Int) throws {
        let callback = try terminating(limit)
        var script = learning[...]
        let learner = scriptedLearner(
            train: 3, valid: 1, callbacks: [callback.value],
            adding: { learner in
                // The weight's own part of the loss is taken away again.
                let own = learner.predictions.mean().item
                return (learner.isTraining ? script.popFirst() ?? 0 : judging) - own
            })
        let start = learner.model.parameters[0].value.item
        try EpochReporting.silently { try learner.fit(2, learningRate: 0.0625) }
        let found = callback.its("recorded losses, with losses \(learning)") { _ in learner.recorder.batchLosses }
        try expectClose(found, Array(learning.prefix(expected)))
        // The slopes of the batches are 1, 2 and 3.
        let steps = (0..<expected).reduce(Float(0)) { $0 + Float($1 % 3 + 1) }
        let weight = callback.its("weight after \(expected) steps, with losses \(learning)") { _ in
            learner.model.parameters[0].value.item
        }
        try expectClose(weight, start - 0.0625 * steps)
    }
    try judge(10, learning: [1, 2, 3, 4, 5, 6], recorded: 6)
    try judge(10, learning: [1, 2, .nan, 4, 5, 6], recorded: 2)
    try judge(10, learning: [1, 2, 3, 4, .infinity, 6], recorded: 4)
    try judge(10, learning: [-.infinity, 2, 3, 4, 5, 6], recorded: 0)
    try judge(4, learning: [1, 2, 3, 4, 4.5, 6], recorded: 4)
    try judge(.infinity, learning: [1e30, .infinity, 3, 4, 5, 6], recorded: 1)
    try judge(10, learning: [1, -20, 3, 4, 5, 6], judging: .nan, recorded: 6)
    try judge(10, learning: [1, 2, 3, 4, 5, 6], judging: 99, recorded: 6)
}
