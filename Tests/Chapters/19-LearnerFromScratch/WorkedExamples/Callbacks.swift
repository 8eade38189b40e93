// What callbacks see, keep and leave behind: section 19.7.

import Chapter19
import Tensors
import TestSupport
import Testing

private struct DiskIsFull: Error {}

@Suite struct `19.7 Callbacks` {
    @Test func `the mean loss of a pass counts every item once`() throws {
        let results = TrackResults()
        let learner = toyLearner(train: 10, valid: 9, batchSize: 4, callbacks: [results])
        try learner.fit(2)
        #expect(results.rows.map(\.epoch) == [0, 0, 1, 1])
        #expect(results.rows.map(\.isTraining) == [true, false, true, false])
        let points = try (0..<9).map { try learner.loaders.valid.dataset[$0] }
        let scores = noGrad { learner.model(.stack(points.map(\.x))) }
        let (loss, labels) = (crossEntropy(scores, points.map(\.y)), points.map(\.y))
        expectClose(Tensor(results.rows[3].loss), loss)
        let right = zip(scores.argmax(axis: 1).scalars, labels).count { $0 == $1 }
        #expect(results.rows[3].accuracy == Float(right) / 9)
        let row = results.rows[0]
        #expect("\(row)".wholeMatch(of: /0 true \d\.\d{4} \d\.\d{4}/) != nil)
    }

    @Test func `a pass without a batch has no row, and a cancelled batch does not count`() throws {
        let (results, losses) = (TrackResults(), BatchLosses())
        let skipping = Interrupting(with: Cancel.batch, at: .beforeBatch) { $0.model.isTraining && $0.number == 1 }
        try toyLearner(train: 6, valid: 0, callbacks: [results, losses, skipping]).fit(1)
        #expect(results.rows.map(\.isTraining) == [true] && losses.losses.count == 2)
        expectClose(Tensor(results.rows[0].loss), Tensor(losses.losses.reduce(0, +) / 2))
    }

    @Test func `pictures are flipped in training alone, each as a whole, and about half of them`() throws {
        var random = SplitMix64(seed: 1907)
        let flip = RandomFlip(using: &random)
        let learner = toyLearner(train: 2, valid: 2, callbacks: [flip])
        let x = Tensor.randn(200, 3, 4, 5, using: &random)
        learner.batch = Batch(x: x, y: [])
        try learner(.beforeBatch)
        #expect(learner.batch.x.scalars == x.scalars)
        learner.model.isTraining = true
        try learner(.beforeBatch)
        let isFlipped = (0..<200).map { learner.batch.x[$0].scalars == x[$0].flipped(2).scalars }
        #expect((0..<200).allSatisfy { isFlipped[$0] || learner.batch.x[$0].scalars == x[$0].scalars })
        #expect((70...130).contains(isFlipped.count { $0 }))
    }

    @Test func `inputs are prepared before the model sees them`() throws {
        let prepare = PrepareBatch(PrepareInputs(Normalize(mean: Tensor([1, 2, 3]), std: Tensor([1, 2, 4]))))
        let learner = toyLearner(train: 2, valid: 2, callbacks: [prepare])
        learner.batch = Batch(x: Tensor(shape: [1, 1, 2, 3], [1, 2, 3, 2, 4, 7]), y: [0])
        try learner(.beforeBatch)
        #expect(learner.batch.x.shape == [1, 3, 1, 2] && learner.batch.x.scalars == [0, 1, 0, 1, 0, 1])
    }

    @Test func `a pass may be short, and a broken batch left out`() throws {
        let (trace, short) = (Trace(), ShortEpochs(2))
        try toyLearner(train: 10, valid: 2, callbacks: [trace, short]).fit(1)
        #expect(trace.events.count { $0 == .beforeBatch } == 3)
        let skipping = SkipBrokenBatches()
        let learner = toyLearner(train: 4, valid: 2, callbacks: [Scaling(.nan), skipping])
        try learner.fit(1)
        #expect(skipping.skipped == 3 && learner.model.parameters.allSatisfy { $0.value.sum().item.isFinite })
    }

    @Test func `progress names every batch, and leaves nothing`() throws {
        var sent: [String] = []
        try toyLearner(train: 4, valid: 2, callbacks: [ShowProgress { sent.append($0) }]).fit(2)
        let seen = sent.indices.map { screen(after: Array(sent[...$0])) }.filter { !$0.isEmpty }
        #expect(
            seen
                == [1, 2].flatMap { epoch in
                    [
                        "epoch \(epoch) of 2, training: batch 1 of 2", "epoch \(epoch) of 2, training: batch 2 of 2",
                        "epoch \(epoch) of 2, validation: batch 1 of 1",
                    ]
                })
        #expect(screen(after: sent).isEmpty && sent.allSatisfy { !$0.contains("\n") })
        #expect(screen(after: ["abc", "d"]) == "abcd")  // without the codes, it would be there
    }

    @Test(arguments: [DiskIsFull(), Cancel.fit, Cancel.epoch] as [any Error])
    func `and nothing even if training breaks off`(_ error: any Error) {
        var sent: [String] = []
        let callbacks: [any Listener] = [
            ShowProgress { sent.append($0) }, Interrupting(with: error, at: .afterBatch) { $0.number == 1 },
        ]
        try? toyLearner(train: 6, valid: 6, callbacks: callbacks).fit(1)
        #expect(sent.count > 2 && screen(after: sent).isEmpty)
    }
}

@Suite struct `19.7 A callback that fails` {
    @Test(arguments: Event.allCases)
    func `leaves model and optimizer usable`(_ event: Event) throws {
        let trace = Trace()
        var isBroken = true
        let failing = Interrupting(with: DiskIsFull(), at: event) { learner in
            isBroken && (event == .beforeFit || learner.epoch == 1)
        }
        let learner = toyLearner(train: 10, valid: 4, callbacks: [failing, trace])
        #expect(throws: DiskIsFull.self) { try learner.fit(2) }
        #expect(learner.model.parameters.allSatisfy { $0.grad == nil && $0.value.requiresGrad })
        #expect(!learner.model.isTraining)
        #expect(trace.events.last == .afterFit)  // it stands behind the one that failed

        // By hand, with the optimizer that is left: one step moves the weights, and leaves no gradient.
        let before = learner.model.parameters.map { $0.value.detached() }
        crossEntropy(learner.model(Tensor([[1, 2], [0, -3]])), [0, 1]).backward()
        learner.optimizer.step()
        let moved = zip(before, learner.model.parameters).contains { $0.scalars != $1.value.scalars }
        #expect(moved || event == .beforeFit)

        // And by another fit, from these weights, bit for bit what it is with a learner that never failed.
        isBroken = false
        let (fresh, clone) = (toyLearner(train: 10, valid: 4, seed: 7), toyLearner(train: 10, valid: 4, seed: 7))
        for (mine, its) in zip(clone.model.parameters, learner.model.parameters) { mine.value = its.value.detached() }
        let again = Learner(learner.model, fresh.loaders, learningRate: 0.1, callbacks: [failing])
        try again.fit(2)
        try clone.fit(2)
        for (mine, its) in zip(clone.model.parameters, learner.model.parameters) {
            #expect(mine.value.scalars == its.value.scalars)
        }
    }

    @Test func `everybody is told afterFit, even behind one that fails or cancels there`() throws {
        for error in [DiskIsFull(), Cancel.fit] as [any Error] {
            let trace = Trace()
            let callbacks: [any Listener] = [
                AveragedWeights(), Interrupting(with: Cancel.fit, at: .beforeBatch) { !$0.model.isTraining },
                Interrupting(with: error, at: .afterFit), trace,
            ]
            let learner = toyLearner(train: 4, valid: 2, callbacks: callbacks)
            // A fit that is over cannot be cancelled, and need not be: that is no error.
            do { try learner.fit(1) } catch is DiskIsFull { #expect(error is DiskIsFull) }
            #expect(trace.events.count { $0 == .afterFit } == 1 && trace.events.last == .afterFit)
        }
    }

    @Test func `averages are given back behind a callback that fails in afterFit`() throws {
        func weights(_ callbacks: [any Listener]) throws -> [[Float]] {
            let ending = Interrupting(with: Cancel.fit, at: .beforeBatch) { !$0.model.isTraining }
            let learner = toyLearner(train: 20, valid: 4, callbacks: [ending] + callbacks)
            do { try learner.fit(1) } catch is DiskIsFull {}
            return learner.model.parameters.map(\.value.scalars)
        }
        let failing = Interrupting(with: DiskIsFull(), at: .afterFit)
        #expect(try weights([failing, AveragedWeights()]) == weights([]))
    }

    @Test func `of several errors, the first comes out`() {
        struct Second: Error {}
        let callbacks = [
            Interrupting(with: DiskIsFull(), at: .afterBatch), Interrupting(with: Second(), at: .afterFit),
        ]
        #expect(throws: DiskIsFull.self) { try toyLearner(train: 4, valid: 2, callbacks: callbacks).fit(1) }
    }

    @Test func `a callback without a learner says so`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            TrackResults().beforeEpoch()
            TrackResults().afterEpoch()
            _ = BatchLosses().model
        }
        #expect(message(of: result).contains("BatchLosses: it reads from its learner, and has none"))
    }
}
