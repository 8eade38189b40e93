import Chapter19
import Exercises19
import Practice
import Solutions19
import Tensors

/// What comes of some fits: the best epoch of each, and the epoch in whose validation pass the model had the weights
/// that it has at the end; nil if it had them in none.
private struct Outcome: Equatable { var best: Int?, weightsOf: Int? }

/// Trains with the callback on validation losses that are given, epoch by epoch and batch by batch; the last number
/// is the validation pass in which the fit is cancelled, or -1.
private typealias Fits = @Sendable ([[[Float?]]], Int) throws -> [Outcome]

private func fits(
    _ losses: [[[Float?]]], cancelling pass: Int, _ callback: any Listener, best: () -> Int?
) throws -> [Outcome] {
    let scripted = Scripted(cancelling: pass)
    // The script comes first, so it is told of a pass before the callback is.
    let learner = toyLearner(train: 2, valid: 2 * losses[0][0].count - 1, callbacks: [scripted, callback])
    learner.loss = { scores, labels in
        // In training, weights move by the slopes of the scores; in validation only the script counts.
        scripted.isTraining ? scores.sum() : crossEntropy(scores, labels) * 0 + scripted.now
    }
    return try losses.map { losses in
        (scripted.losses, scripted.weights) = (losses, [])
        try learner.fit(losses.count)
        let now = learner.model.parameters.map(\.value.scalars)
        return Outcome(best: best(), weightsOf: scripted.weights.firstIndex(of: now))
    }
}

/// Says which loss comes next, cancels the batches that shall have none, and notes the weights of each validation pass.
private final class Scripted: Chapter19.Callback {
    var losses: [[Float?]] = []
    var weights: [[[Float]]] = []
    var now: Float = 0
    var isTraining: Bool { self.model.isTraining }
    private let pass: Int

    init(cancelling pass: Int) { self.pass = pass }

    override func beforeEpoch() {
        if !self.model.isTraining { weights.append(self.model.parameters.map(\.value.scalars)) }
    }
    override func beforeBatch() throws {
        guard !self.model.isTraining else { return }
        if self.epoch == pass { throw Chapter19.Cancel.fit }
        guard let loss = losses[self.epoch][self.number] else { throw Chapter19.Cancel.batch }
        now = loss
    }
}

private let readers: Fits = { losses, pass in
    let callback = Exercises19.BestWeights()
    return try fits(losses, cancelling: pass, callback) { callback.best }
}
private let ours: Fits = { losses, pass in
    let callback = Solutions19.BestWeights()
    return try fits(losses, cancelling: pass, callback) { callback.best }
}

let bestWeights = Check("19.23", Answer(readers, ours)) { fits in
    /// Expects the best epoch of each fit, and its weights; without a best one, those of the epoch `last`.
    func expect(_ expected: [Int?], _ losses: [[[Float?]]], cancelling pass: Int = -1, last: Int = -1) throws {
        let shown = losses.map { $0.map { $0.map { $0.map { "\($0)" } ?? "none" } } }
        let end = pass < 0 ? "" : ", cancelled in validation pass \(pass)"
        let text = "BestWeights(), validation losses \(shown)\(end)"
        let found = Found(text, try asking(text) { try fits(losses, pass) })
        for (fit, best) in expected.enumerated() {
            try expectEqual(found.its("best of fit \(fit + 1)") { $0[fit].best }, best)
            try expectEqual(
                found.its("epoch whose weights the model has after fit \(fit + 1)") { $0[fit].weightsOf }, best ?? last)
        }
    }
    func one(_ losses: [Float]) -> [[Float?]] { losses.map { [$0] } }
    try expect([2], [one([3, 2, 1])])
    try expect([1], [one([3, 1, 2])])
    try expect([0], [one([1, 2, 3])])
    // The first of several.
    try expect([1], [one([3, 2, 4, 2])])
    // Three points: a batch of two and a batch of one. The means are 3.33, 3 and 4.
    try expect([1], [[[4, 2], [1, 7], [5, 2]]])
    // Cancelled batches do not count, and a pass of nothing else is never the best.
    try expect([2], [[[nil, 4], [nil, nil], [3, nil], [5, 1]]])
    // Neither is a loss that is not a number.
    try expect([2], [one([.nan, 4, 3, .nan])])
    try expect([nil], [one([.nan, .nan])], last: 1)
    // The fit was cancelled in its third validation pass.
    try expect([0], [one([1, 2, 0])], cancelling: 2)
    // Another fit begins anew, although its losses are all higher.
    try expect([1, 0], [one([3, 1, 2]), one([5, 6])])
    try expect([1, nil], [one([3, 1, 2]), one([.nan, .nan])], last: 1)
}
