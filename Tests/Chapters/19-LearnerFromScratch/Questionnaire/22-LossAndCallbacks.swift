import Chapter19
import Tensors
import TestSupport
import Testing

// MARK: Losses and callbacks: sections 19.5 to 19.7

extension `19 Questionnaire` {
    /// 19.22 · What is LogSumExp?
    ///
    /// The logarithm of a sum of powers, ln Σ eˣ, computed in such a way that no power overflows: with a the largest of
    /// the x, it is a + ln Σ eˣ⁻ᵃ. Every exponent is then at most 0 and one of them is 0, so the sum is at least 1. The
    /// plain formula gives up as soon as an x is above about 88, or all of them are far below 0.
    ///
    /// - Shown by: `logSumExp` in Chapters/19-LearnerFromScratch/05b-LogSumExp.swift
    /// - Shown by: `logSumExp` in Sources/Engine/Tensors/Reductions/CumsumAndLogSumExp.swift
    @Test func `19.22 the logarithm of a sum of powers, without overflow`() {
        let small = Tensor([[0, 1, 2], [-1, 0.5, 3]])
        expectClose(logSumExp(small), small.exp().sum(axis: 1).log())
        let (large, low) = (Tensor([1000, 1001, 1002]), Tensor([-1000, -1001, -1002]))
        #expect(large.exp().sum().log().item == .infinity && low.exp().sum().log().item == -.infinity)
        expectClose(logSumExp(large), Tensor(1002.4076))
        expectClose(logSumExp(low), Tensor(-999.5924))
        // The largest exponent that is taken is 0: a single number comes back as it was.
        #expect(logSumExp(Tensor([12345])).item == 12345)
    }

    /// 19.23 · What is log-softmax good for? Why not take the logarithm of softmax?
    ///
    /// It gives the logarithms of probabilities, which is what the loss needs: the negative log-likelihood of
    /// log-softmax is cross-entropy. Computed in one, as x − logSumExp(x), it is stable: a probability that is too
    /// small for a float, or a power that is too large, never occurs. And it takes less work, since dividing and taking
    /// the logarithm of every quotient falls away.
    ///
    /// - Shown by: `logSoftmax` in Chapters/19-LearnerFromScratch/05b-LogSumExp.swift
    /// - Shown by: `crossEntropy` in Chapters/19-LearnerFromScratch/05c-CrossEntropy.swift
    @Test func `19.23 stable where the logarithm of softmax is not, and half of cross-entropy`() {
        let far = Tensor([[-110, 0, 0], [1000, 1001, 1002]])
        #expect(logOfSoftmax(far)[0, 0].item == -.infinity && logOfSoftmax(far)[1, 0].item.isNaN)
        expectClose(logSoftmax(far)[0], Tensor([-110.6931, -0.6931472, -0.6931472]))
        expectClose(logSoftmax(far)[1], Tensor([-2.4076, -1.4076, -0.4076]), absolute: 1e-4)
        let scores = Tensor([[2, 1, 0.1], [0.5, 2.5, 0.3]])
        expectClose(logSoftmax(scores), logOfSoftmax(scores))
        expectClose(logSoftmax(scores).exp().sum(axis: 1), Tensor([1, 1]))
        #expect(crossEntropy(scores, [0, 2]).item == nll(logSoftmax(scores), [0, 2]).item)
        expectClose(crossEntropy(scores, [0, 2]), scores.softmaxCrossEntropy(IntTensor([0, 2])).mean())
    }

    /// 19.24 · What is `GetAttr`, and how does it help callbacks?
    ///
    /// A class of fastai that forwards an attribute which the object does not have to another object, by default the
    /// one in its attribute `learner`. So a callback writes `self.model` and gets `self.learner.model`, and need not
    /// mention the learner all the time. It works for reading only: an assignment to `self.batch` makes a new attribute
    /// of the callback; to change the learner's, write `self.learner.batch`. In Swift it is `@dynamicMemberLookup` with
    /// a key path, and the wrong assignment does not compile.
    ///
    /// - Shown by: `Callback` in Chapters/19-LearnerFromScratch/07-Callbacks.swift
    /// - Shown by: `Scaling` in Chapters/19-LearnerFromScratch/07-Callbacks.swift
    @Test func `19.24 what a callback does not have is read from its learner`() throws {
        final class Looking: Callback {
            let epochs = -7  // its own property comes first
            var seen: [Int] = []
            override func beforeBatch() { seen += [self.number, self.batch.y.count, self.epochs] }
        }
        let looking = Looking()
        let learner = toyLearner(train: 3, valid: 0, callbacks: [looking])
        try learner.fit(1)
        #expect(looking.seen == [0, 2, -7, 1, 1, -7])
        #expect(looking.model === learner.model && looking.learningRate == learner.learningRate)
        // Reading is forwarded at the moment of reading; what is read is no copy that stays.
        learner.learningRate = 0.7
        #expect(looking.learningRate == 0.7)
        // Writing goes through the learner, and reaches it.
        learner.batch = Batch(x: Tensor([2]), y: [0])
        let scaling = Scaling(3)
        scaling.learner = learner
        scaling.beforeBatch()
        #expect(learner.batch.x.scalars == [6])
    }

    /// 19.25 · Write one of the chapter's callbacks again, without inheriting from `Callback` or `GetAttr`.
    ///
    /// A listener needs two things: a place for its learner, and a method that is told of each event. Everything that
    /// the callback takes from the learner is then asked of `learner`, and the events that do not matter are passed
    /// over. Here it is the one-cycle schedule; the page has `TrackResults`.
    ///
    /// - Shown by: `PlainTracker` in Chapters/19-LearnerFromScratch/07h-WithoutCallback.swift
    /// - Shown by: `Listener` in Chapters/19-LearnerFromScratch/06b-EventsAndListeners.swift
    @Test func `19.25 one cycle from the protocol alone`() throws {
        final class PlainOneCycle: Listener {
            weak var learner: Learner!
            var rates: [Float] = []
            func respond(to event: Event) {
                guard event == .beforeBatch, learner.model.isTraining else { return }
                let batches = learner.loaders.train.count
                let done = Double(learner.epoch * batches + learner.number) / Double(learner.epochs * batches)
                let rate = done < 0.25 ? 0.01 + 0.09 * done / 0.25 : 0.1 * (1 - (done - 0.25) / 0.75)
                learner.optimizer.learningRate = Float(rate)
                rates.append(Float(rate))
            }
        }
        let (plain, cycle) = (PlainOneCycle(), OneCycle(0.1))
        let (first, second) = (
            toyLearner(train: 20, valid: 4, callbacks: [plain]), toyLearner(train: 20, valid: 4, callbacks: [cycle])
        )
        try first.fit(4)
        try second.fit(4)
        #expect(plain.rates.count == 40)
        expectClose(Tensor(plain.rates), Tensor(cycle.rates))
        expectClose(first.model.parameters[0].value, second.model.parameters[0].value)
        let (results, tracker) = (TrackResults(), PlainTracker())
        try toyLearner(train: 5, valid: 3, callbacks: [results, tracker]).fit(2)
        #expect(tracker.rows == results.rows && tracker.rows.count == 4)
    }

    /// 19.26 · What does `Learner.__call__` do?
    ///
    /// It is given the name of an event and calls the method of that name on every callback, in the order of the list;
    /// one that has no such method is passed over. So `self('before_fit')` in the loop tells everybody. In Swift it is
    /// `callAsFunction(_ event:)`, and a callback that does not override an event's method has one that does nothing.
    ///
    /// - Shown by: `callAsFunction` in Chapters/19-LearnerFromScratch/06c-Learner.swift
    @Test func `19.26 the event is told to every callback, in their order`() throws {
        final class Log { var lines: [String] = [] }
        final class Named: Callback {
            let name: String, log: Log
            init(_ name: String, _ log: Log) { (self.name, self.log) = (name, log) }
            override func beforeFit() { log.lines.append("\(name): before") }
        }
        final class Ending: Callback {
            let log: Log
            init(_ log: Log) { self.log = log }
            override func afterFit() { log.lines.append("ending: after") }
        }
        let log = Log()
        let learner = toyLearner(train: 2, valid: 2, callbacks: [Named("a", log), Ending(log), Named("b", log)])
        try learner(.beforeFit)
        #expect(log.lines == ["a: before", "b: before"])
        try learner(.afterFit)
        try learner(.beforeEpoch)  // nobody has a method for it
        #expect(log.lines == ["a: before", "b: before", "ending: after"])
    }

    /// 19.27 · What is `getattr`, in small letters?
    ///
    /// A function that is built into Python: it fetches an attribute of an object by the attribute's name, a string,
    /// and may be given a default for the case that there is none. The Learner uses it to find a callback's method by
    /// the name of the event. (`GetAttr` is a class of fastai, see question 19.24.) Swift finds nothing by a string.
    /// What is to be chosen at run time is a value: a case of an enum with a `switch`, a key path, or an entry of a
    /// dictionary.
    ///
    /// - Shown by: `respond` in Chapters/19-LearnerFromScratch/07-Callbacks.swift
    @Test func `19.27 fetching by a name that is known only at run time`() throws {
        // With a dictionary, as Python keeps attributes itself: a name, and a default.
        let attributes: [String: Float] = ["momentum": 0.9]
        func getattr(_ name: String, _ value: Float) -> Float { attributes[name] ?? value }
        #expect(getattr("momentum", 0) == 0.9 && getattr("decay", 0) == 0)
        // With key paths, which the compiler has checked.
        let cycle = OneCycle(0.75)
        let columns: [String: KeyPath<OneCycle, Double>] = ["highest": \.highest]
        #expect(columns["highest"].map { cycle[keyPath: $0] } == 0.75 && columns["speed"] == nil)
        // With an enum: each of the six events reaches the method of its name, and only that.
        final class Counting: Callback {
            var calls: [Event] = []
            override func beforeFit() { calls.append(.beforeFit) }
            override func beforeEpoch() { calls.append(.beforeEpoch) }
            override func beforeBatch() { calls.append(.beforeBatch) }
            override func afterBatch() { calls.append(.afterBatch) }
            override func afterEpoch() { calls.append(.afterEpoch) }
            override func afterFit() { calls.append(.afterFit) }
        }
        let counting = Counting()
        for event in Event.allCases { try counting.respond(to: event) }
        #expect(counting.calls == Event.allCases)
    }

    /// 19.28 · Why is there a `try` block in `fit`?
    ///
    /// So that a callback can end training early: it raises a `CancelFitException`, wherever the loop is, and the block
    /// around the epochs catches it. What comes after the block, the event `after_fit`, happens in any case, so that
    /// callbacks can finish what they have begun. Ours catches `Cancel.fit` in a `do`, and tells `afterFit` even when
    /// another error ends the training, which it then throws on.
    ///
    /// - Shown by: `fit` in Chapters/19-LearnerFromScratch/06c-Learner.swift
    /// - Shown by: `threeWaysOut` in Chapters/19-LearnerFromScratch/07e-Cancelling.swift
    @Test func `19.28 cancelled in the middle, and afterFit still comes`() throws {
        struct DiskIsFull: Error {}
        func events(throwing error: any Error) throws -> (events: [Event], isThrownOn: Bool) {
            let trace = Trace()
            let interruption = Interrupting(with: error, at: .afterBatch) { $0.epoch == 1 && $0.number == 0 }
            do {
                try toyLearner(train: 4, valid: 2, callbacks: [trace, interruption]).fit(9)
            } catch is DiskIsFull {
                return (trace.events, true)
            }
            return (trace.events, false)
        }
        let batch: [Event] = [.beforeBatch, .afterBatch]
        let expected =
            [.beforeFit, .beforeEpoch] + batch + batch + [.afterEpoch, .beforeEpoch] + batch
            + [.afterEpoch, .beforeEpoch] + batch + [.afterFit]
        let (cancelled, failed) = try (events(throwing: Cancel.fit), events(throwing: DiskIsFull()))
        #expect(cancelled.events == expected && !cancelled.isThrownOn)
        #expect(failed.events == expected && failed.isThrownOn)
    }
}
