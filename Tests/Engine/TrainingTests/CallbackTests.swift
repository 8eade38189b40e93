// Callbacks: when they are called, and how they end a phase early.

import Tensors
import Testing
import Training

struct `Phases` {
    @Test func `each phase is inside the one before`() throws {
        let diary = Diary()
        try regression(batchSize: 32, callbacks: [diary]).trained(1)
        let judged = "predict{;}loss{;}"
        let batch = "batch{\(judged)backward{;}step{;};}"
        #expect(diary.story == "fit{epoch{train{\(batch);}validate{batch{\(judged);};};};}")
    }

    @Test func `callbacks are called in their order`() throws {
        var calls: [String] = []
        let (first, second) = (Noted { calls.append($0 + " 1") }, Noted { calls.append($0 + " 2") })
        try regression(callbacks: [first, second]).trained(0)
        #expect(calls == ["before 1", "before 2", "after 1", "after 2", "cleanUp 1", "cleanUp 2"])
    }

    @Test func `after an epoch, every callback can see its row`() throws {
        var rows: [Int] = []
        let watcher = Watcher(after: .epoch) { rows.append($0.recorder.rows.count) }
        try regression(callbacks: [watcher]).trained(3)
        #expect(rows == [1, 2, 3])
    }

    @Test func `a callback sees where training is at`() throws {
        var seen: [String] = []
        let watcher = Watcher { seen.append("\($0.epoch) of \($0.epochs) \($0.isTraining) \($0.predictions.shape)") }
        try regression(batchSize: 32, callbacks: [watcher]).trained(2)
        #expect(seen == ["0 of 2 true [32, 1]", "0 of 2 false [10, 1]", "1 of 2 true [32, 1]", "1 of 2 false [10, 1]"])
    }

    @Test func `a callback can change the learning rate from step to step`() throws {
        let still = regression()
        let before = still.weights
        still.callbacks = [Rate { _ in 0 }]
        #expect(try still.trained(2).weights == before)
    }

    @Test func `a callback can change the loss before it is differentiated`() throws {
        let doubled = try regression(callbacks: [Scale(2)]).trained(1, 0.05).weights
        #expect(try doubled == regression().trained(1, 0.1).weights)
    }

    @Test func `a callback can change predictions before they are judged, and the loss of a validation batch`() throws {
        let judge = Judge(prediction: 0, loss: 7)
        let learner = try regression(callbacks: [judge]).trained(1)
        #expect(learner.recorder.rows[0].validLoss == 7)
        #expect(judge.lossesBefore.allSatisfy { $0 == 0 } && judge.losses.allSatisfy { $0 > 0 })
        #expect(judge.losses == judge.expected)
    }

    @Test func `predictions of a callback's own take the place of the model's`() throws {
        let own = OwnPredictions()
        let learner = regression(callbacks: [own])
        var calls = 0
        let hook = learner.model.onForward { _, _ in calls += 1 }
        try hook.during { _ = try learner.trained(1) }
        #expect(calls == 0 && own.batches == learner.loaders.train.count + learner.loaders.valid.count)
        #expect(learner.recorder.batchLosses == Array(repeating: 0, count: learner.loaders.train.count))
    }

    @Test func `after fit the last batch is released`() throws {
        let learner = try regression().trained(1)
        #expect(learner.inputs == nil && learner.targets == nil)
        #expect(learner.predictions.count == 1 && !learner.batchLoss.requiresGrad)
    }
}

/// How often each phase is completed in 2 epochs of 2 batches and 1 for validation, if the first
/// phase of one kind is cancelled.
private let cancellations: [(Phase, completed: [Phase: Int])] = [
    (.fit, [:]),
    (.epoch, counts(epoch: 1, train: 1, validate: 1, batch: 3, judged: 3, backward: 2, step: 2)),
    (.train, counts(epoch: 2, train: 1, validate: 2, batch: 4, judged: 4, backward: 2, step: 2)),
    (.validate, counts(epoch: 2, train: 2, validate: 1, batch: 5, judged: 5, backward: 4, step: 4)),
    (.batch, counts(epoch: 2, train: 2, validate: 2, batch: 5, judged: 5, backward: 3, step: 3)),
    (.backward, counts(epoch: 2, train: 2, validate: 2, batch: 6, judged: 6, backward: 3, step: 4)),
    (.step, counts(epoch: 2, train: 2, validate: 2, batch: 6, judged: 6, backward: 4, step: 3)),
]

/// One fit, and so many of the other phases.
private func counts(
    epoch: Int, train: Int, validate: Int, batch: Int, judged: Int, backward: Int, step: Int
) -> [Phase: Int] {
    [
        .fit: 1, .epoch: epoch, .train: train, .validate: validate, .batch: batch, .predict: judged, .loss: judged,
        .backward: backward, .step: step,
    ]
}

struct `Cancelling` {
    @Test(arguments: cancellations)
    func `a cancel ends the phase that it names, and nothing else`(_ phase: Phase, _ completed: [Phase: Int]) throws {
        let diary = Diary()
        try regression(batchSize: 16, callbacks: [diary, Thrower(Cancel(phase), before: phase)]).trained(2)
        #expect(count(diary.completed) == completed)
        #expect(count(diary.ended) == completed.merging([phase: 1], uniquingKeysWith: +))
    }

    @Test func `a batch can be cancelled from inside, before its step`() throws {
        let diary = Diary()
        let learner = regression(batchSize: 16, callbacks: [diary, Thrower(Cancel(.batch), before: .step)])
        try learner.trained(1)
        #expect(count(diary.completed)[.step] == 1 && count(diary.completed)[.batch] == 2)
        #expect(learner.recorder.batchLosses.count == 1)
    }

    @Test func `a batch cancelled before its step hands its gradient to the next one`() throws {
        let halves = regression(batchSize: 16, callbacks: [Thrower(Cancel(.batch), before: .step), Scale(0.5)])
        let whole = try regression(batchSize: 32).trained(1)
        let difference = zip(try halves.trained(1).weights, whole.weights).map { abs($0 - $1) }
        #expect(difference.max()! < 1e-6)
    }

    @Test func `a fit cancelled in the middle keeps the epochs before`() throws {
        let learner = regression(callbacks: [Watcher { if $0.epoch == 2 { throw Cancel(.fit) } }])
        #expect(try learner.trained(10).recorder.rows.map(\.epoch) == [0, 1])
    }

    @Test func `a cancel of a phase that is not running is an error`() {
        let learner = regression(callbacks: [Thrower(Cancel(.train), before: .validate)])
        #expect(throws: Cancel.self) { try learner.trained(1) }
    }

    @Test func `another error ends the fit, and every callback still cleans up`() {
        let diary = Diary()
        let learner = regression(callbacks: [Thrower(Oops(), before: .step), diary])
        #expect(throws: Oops.self) { try learner.trained(1) }
        #expect(diary.completed == [.predict, .loss, .backward])
        #expect(diary.ended == [.predict, .loss, .backward, .step, .batch, .train, .epoch, .fit])
    }

    @Test func `after an error the learner can be fitted again`() throws {
        let learner = regression(callbacks: [Thrower(Oops(), before: .step)])
        #expect(throws: Oops.self) { try learner.trained(1) }
        #expect(try learner.trained(1).weights == regression().trained(1).weights)
    }

    private func count(_ phases: [Phase]) -> [Phase: Int] {
        Dictionary(phases.map { ($0, 1) }, uniquingKeysWith: +)
    }
}

// MARK: Callbacks

/// Records the calls for the fit phase.
private final class Noted: Callback {
    let note: (String) -> Void
    init(_ note: @escaping (String) -> Void) { self.note = note }

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) { if phase == .fit { note("before") } }
    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) { if phase == .fit { note("after") } }
    func cleanUp<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) { if phase == .fit { note("cleanUp") } }
}

/// Looks at the learner after every batch, or another phase.
private final class Watcher: Callback {
    let phase: Phase
    let look: (TensorLearner) throws -> Void

    init(after phase: Phase = .batch, _ look: @escaping (TensorLearner) throws -> Void) {
        (self.phase, self.look) = (phase, look)
    }

    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) throws {
        if phase == self.phase { try look(learner as! TensorLearner) }
    }
}

/// Sets the learning rate before each step.
private final class Rate: Callback {
    let rate: (_ epoch: Int) -> Float
    init(_ rate: @escaping (Int) -> Float) { self.rate = rate }

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        if phase == .step { learner.optimizer.learningRate = rate(learner.epoch) }
    }
}

/// Multiplies the loss.
private final class Scale: Callback {
    let factor: Float
    init(_ factor: Float) { self.factor = factor }

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        if phase == .backward { learner.batchLoss = learner.batchLoss * factor }
    }
}

/// Puts a constant in the place of every prediction, and another in the place of every validation batch's loss.
private final class Judge: Callback {
    let prediction, loss: Float
    /// Of training batches: the loss before the phase, after it, and what it should be.
    private(set) var lossesBefore: [Float] = [], losses: [Float] = [], expected: [Float] = []

    init(prediction: Float, loss: Float) { (self.prediction, self.loss) = (prediction, loss) }

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        if phase == .loss && learner.isTraining { lossesBefore.append(learner.batchLoss.item) }
    }

    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) {
        if phase == .predict { learner.predictions = learner.predictions * 0 + prediction }
        guard phase == .loss else { return }
        if !learner.isTraining { learner.batchLoss = Tensor(loss); return }
        losses.append(learner.batchLoss.item)
        expected.append(learner.loss(learner.predictions.detached() * 0 + prediction, learner.targets!).item)
    }
}

/// Predicts on its own, and the model is not asked.
private final class OwnPredictions: Callback {
    private(set) var batches = 0

    func before<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) throws {
        guard phase == .predict, let targets = learner.targets as? Tensor else { return }
        batches += 1
        let parameter = learner.model.parameters[0].value
        learner.predictions = targets + 0 * parameter.sum()
        throw Cancel(.predict)
    }
}
