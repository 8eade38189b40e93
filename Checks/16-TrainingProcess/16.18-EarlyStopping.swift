import Exercises16
import Practice
import Solutions16
import Training

let earlyStopping = Check(
    "16.18",
    answer(
        "stoppingEarly(patience:margin:)", Exercises16.stoppingEarly(patience:margin:),
        Solutions16.stoppingEarly(patience:margin:))
) { stoppingEarly in
    /// Trains with validation losses from a list, and expects so many epochs of each fit.
    func judge(_ patience: Int, _ margin: Float, _ losses: [Float], fits expected: [Int]) throws {
        let callback = try stoppingEarly(patience, margin)
        var script = losses[...]
        // The weight stays 0, so that what is added is the whole loss.
        let learner = scriptedLearner(
            train: 1, valid: 1, callbacks: [callback.value],
            adding: { learner in learner.isTraining ? 0 : script.popFirst() ?? 0 })
        learner.model.parameters[0].assign(.init([0]))
        var epochs: [Int] = []
        for _ in expected {
            let before = learner.recorder.rows.count
            try EpochReporting.silently { try learner.fit(losses.count, learningRate: 0) }
            epochs.append(learner.recorder.rows.count - before)
        }
        try expectEqual(callback.its("epochs of each fit, with losses \(losses)") { _ in epochs }, expected)
    }
    try judge(2, 0, [5, 4, 3, 2, 1], fits: [5])
    try judge(2, 0, [5, 4, 4, 4, 1], fits: [4])
    try judge(1, 0, [5, 6, 1, 1], fits: [2])
    try judge(3, 0, [5, 6, 7, 4, 5, 6, 7, 1], fits: [7])
    // Not by more than the margin.
    try judge(2, 0.5, [5, 4.75, 4.5, 1], fits: [3])
    try judge(2, 0.5, [5, 4.75, 4.25, 4, 3.75, 1], fits: [5])
    try judge(2, 0, [.nan, .nan, 1], fits: [2])
    try judge(2, 0, [.nan, 5, .nan, .nan, 1], fits: [4])
    // Each fit begins anew: a loss of 9 is its first.
    try judge(2, 0, [3, 4, 5, 9, 10, 11, 1], fits: [3, 3])
}
