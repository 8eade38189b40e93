import Chapter19
import Exercises19
import Practice
import Solutions19
import Tensors

/// What comes of some fits: the history after each, and how many validation passes there were.
private struct Outcome: Equatable { var history: [Float], passes: Int }

/// Trains with the callback on validation losses that are given, epoch by epoch and batch by batch.
private typealias Fits = @Sendable (Int, [[Float?]], Int) throws -> [Outcome]

private func fits(
    _ losses: [[Float?]], times: Int, _ callback: any Listener, history: () -> [Float]
) throws -> [Outcome] {
    var outcomes: [Outcome] = []
    let scripted = Scripted(losses)
    let learner = toyLearner(train: 2, valid: 2 * losses[0].count - 1, callbacks: [scripted, callback])
    learner.loss = { scores, labels in crossEntropy(scores, labels) * 0 + scripted.now }
    for _ in 0..<times {
        scripted.passes = 0
        try learner.fit(losses.count)
        outcomes.append(Outcome(history: history(), passes: scripted.passes))
    }
    return outcomes
}

/// Says which loss comes next, and cancels the batches that shall have none.
private final class Scripted: Chapter19.Callback {
    let losses: [[Float?]]
    var now: Float = 0
    var passes = 0

    init(_ losses: [[Float?]]) { self.losses = losses }

    override func beforeEpoch() { if !self.model.isTraining { passes += 1 } }
    override func beforeBatch() throws {
        guard !self.model.isTraining else { return now = 0.001 }
        guard let loss = losses[self.epoch][self.number] else { throw Chapter19.Cancel.batch }
        now = loss
    }
}

private let readers: Fits = { patience, losses, times in
    let callback = Exercises19.EarlyStopping(patience: patience)
    return try fits(losses, times: times, callback) { callback.history }
}
private let ours: Fits = { patience, losses, times in
    let callback = Solutions19.EarlyStopping(patience: patience)
    return try fits(losses, times: times, callback) { callback.history }
}

let earlyStopping = Check("19.23", Answer(readers, ours)) { fits in
    func expect(
        _ expected: [Float], passes: Int, _ losses: [[Float?]], patience: Int, times: Int = 1
    ) throws {
        let text =
            "EarlyStopping(patience: \(patience)), validation losses \(losses.map { $0.map { $0 ?? .infinity } })"
        let found = Found(text, try asking(text) { try fits(patience, losses, times) })
        for fit in 0..<times {
            try expectEqual(found.its("validation passes of fit \(fit + 1)") { $0[fit].passes }, passes)
            let isSame = found.value[fit].history.map { $0.isNaN ? -1 : $0 }
            try expectClose(found.its("history after fit \(fit + 1), -1 for NaN") { _ in isSame }, expected)
        }
    }
    func one(_ losses: [Float]) -> [[Float?]] { losses.map { [$0] } }
    try expect([3, 2, 1], passes: 3, one([3, 2, 1]), patience: 1)
    try expect([3, 2, 2], passes: 3, one([3, 2, 2, 1]), patience: 1)
    try expect([3, 2, 4, 1, 2, 3], passes: 6, one([3, 2, 4, 1, 2, 3, 0]), patience: 2)
    // Falling again is not enough: it must fall below the lowest.
    try expect([1, 3, 2.5, 2], passes: 4, one([1, 3, 2.5, 2, 0.5]), patience: 3)
    // Three points: a batch of two and a batch of one.
    try expect([2, 3], passes: 2, [[1, 4], [3, 3], [0, 0]], patience: 1)
    // Cancelled batches, and an epoch of nothing else.
    try expect([4, 4], passes: 3, [[nil, 4], [nil, nil], [4, nil], [1, 1]], patience: 1)
    try expect([-1, -1], passes: 2, one([.nan, .nan, 1]), patience: 2)
    // Another fit begins anew.
    try expect([2, 2], passes: 2, one([2, 2, 1]), patience: 1, times: 2)
}
