// Questions 16.19 to 16.27: the training loop and its callbacks.

import Chapter16
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `16 Questionnaire` {
    /// 16.19 · What are the four steps of a training loop?
    ///
    /// For each batch: predict and compute the loss; go backward, which gives the gradients; take a step with the
    /// optimizer; clear the gradients. Without the last one, the next gradients would be added to these.
    ///
    /// - Shown by: `basicEpoch` in Chapters/16-TrainingProcess/07-Callbacks.swift
    /// - Shown by: `oneBatch` in Chapters/16-TrainingProcess/07c-TrainingLoop.swift
    @Test func `16.19 predict, backward, step, clear`() {
        var random = SplitMix64(seed: 1619)
        let (x, labels) = (Tensor.randn(6, 3, using: &random), IntTensor([0, 1, 1, 0, 1, 0]))
        let (model, byHand) = (Linear(3, 2, using: &random), Linear(3, 2, using: &random))
        for (own, other) in zip(byHand.parameters, model.parameters) { own.assign(other.value) }
        let batches = DataLoader(TensorDataset(x, labels), batchSize: 2)
        basicEpoch(batches, model, SGD(model.parameters, learningRate: 0.5))
        func walk(clearing: Bool) -> [[Float]] {
            for (images, targets) in batches {
                crossEntropy(byHand(images), targets).backward()
                for parameter in byHand.parameters {
                    parameter.update { value, grad in value -= grad * 0.5 }
                    if clearing { parameter.grad = nil }
                }
            }
            return byHand.parameters.map { $0.value.scalars }
        }
        let start = byHand.parameters.map { $0.value.detached() }
        #expect(walk(clearing: true) == model.parameters.map { $0.value.scalars })
        for (parameter, value) in zip(byHand.parameters, start) { parameter.assign(value) }
        #expect(walk(clearing: false) != model.parameters.map { $0.value.scalars })
        #expect(model.parameters.allSatisfy { $0.grad == nil })
    }

    /// 16.20 · Why is a callback better than a new training loop for each change that you want?
    ///
    /// Changes combine: n of them, each in or out, would be 2ⁿ loops, and even more if their order matters; as
    /// callbacks they are n pieces. Each is written once, knows nothing of the others, works in every training, and is
    /// taken out by deleting it from a list, so that one can see what it is worth. What it has to come before or after
    /// it says itself; pasted into a loop, two changes that meet go wrong without a word.
    ///
    /// - Shown by: `loops` in Chapters/16-TrainingProcess/07-Callbacks.swift
    /// - Shown by: `ablation` in Chapters/16-TrainingProcess/10-Ablation.swift
    @Test func `16.20 pieces combine, whatever the order of the list`() throws {
        #expect(loops(withChanges: 3) == 8 && loops(withChanges: 30) > 1_000_000_000 && orders(ofChanges: 4) == 24)
        func weights(_ callbacks: [LoopCallback]) throws -> [Float] {
            let loop = tinyLoop(train: 5, valid: 1, callbacks: callbacks)
            try loop.fit(2, learningRate: 0.5)
            return loop.model.parameters[0].value.scalars
        }
        let (plain, both) = (try weights([]), try weights([MixedPrecision(), GradientClip(to: 0.1)]))
        #expect(try weights([GradientClip(to: 0.1), MixedPrecision()]) == both)  // the scale is divided out first
        #expect(both != plain)
        #expect(try weights([MixedPrecision()]) != both && weights([GradientClip(to: 0.1)]) != both)
        #expect(try weights([GradientClip(to: 1000)]) == plain)  // nothing to do, nothing changed
    }

    /// 16.21 · What makes the callback system as flexible as pasting code into the loop?
    ///
    /// There is an event between any two steps of the loop. A callback can read everything that the loop knows, and
    /// change everything: the batch, the predictions, the loss, the gradients, the weights, the learning rate. And it
    /// can end a batch, an epoch, a part of it, or the whole training.
    ///
    /// - Shown by: `TrainingLoop` in Chapters/16-TrainingProcess/07c-TrainingLoop.swift
    /// - Shown by: `stateOfTheLoop` in Chapters/16-TrainingProcess/08b-ReadingAndWriting.swift
    @Test func `16.21 everything can be read, changed and ended`() throws {
        final class Meddler: LoopCallback {
            var seen: [Float] = [], lossesAsTheyWere: [Float] = []
            override func beginBatch() { loop.x = self.x * 0 }
            override func afterPrediction() { loop.predictions = [self.predictions[0] * 0] }
            override func afterLoss() {
                lossesAsTheyWere.append(self.loss.item)
                loop.loss = self.loss + 10
            }
            override func afterBackward() { for p in self.model.parameters { p.grad = .ones(p.shape) } }
            override func afterStep() { seen += self.model.parameters[0].value.scalars }
            override func afterBatch() throws { if self.batch == 1 { throw CancelPart(.fit) } }
        }
        let meddler = Meddler()
        let loop = tinyLoop(train: 5, valid: 1, callbacks: [meddler])
        let start = loop.model.parameters[0].value.scalars
        try loop.fit(9, learningRate: 0.5)
        #expect(meddler.seen == start.map { $0 - 0.5 } + start.map { $0 - 1 })  // two steps of 0.5 · 1, then the end
        #expect(meddler.lossesAsTheyWere.map { rounded($0) } == [0.6931, 0.6931])  // scores of 0: ln 2
        #expect(loop.recorder.losses.map { rounded($0) } == [10.6931, 10.6931] && loop.recorder.rows.isEmpty)
    }

    /// 16.22 · How do you get the list of the events that a callback can use?
    ///
    /// In the book they are the attributes of `event`: type `event.` and press Tab. Here they are cases of an `enum`:
    /// type `Event.`, or have the program list `Event.allCases`. There are fourteen, and five more for cancelled parts.
    ///
    /// - Shown by: `Event` in Chapters/16-TrainingProcess/07b-Events.swift
    @Test func `16.22 Event knows all its cases`() {
        let names = Event.allCases.filter { !$0.isCancel }.map(\.bookName)
        let book = [
            "begin_fit", "begin_epoch", "begin_train", "begin_batch", "after_pred", "after_loss", "after_backward",
            "after_step", "after_batch", "after_train", "begin_validate", "after_validate", "after_epoch", "after_fit",
        ]
        #expect(names == book)
        let cancels = Event.allCases.filter(\.isCancel).map(\.bookName)
        #expect(cancels == ["batch", "train", "valid", "epoch", "fit"].map { "after_cancel_\($0)" })
    }

    /// 16.23 · Write the `ModelResetter` callback without looking.
    ///
    /// Two methods that call the model's `reset`: at the beginning of the training part and at the beginning of the
    /// validation part. (Not after them, as the book's text says: before.)
    ///
    /// - Shown by: `ModelReset` in Chapters/16-TrainingProcess/08-ModelReset.swift
    @Test func `16.23 reset before training and before validation`() throws {
        final class FromMemory: LoopCallback {
            override func beginTrain() { (self.model as? any Resettable)?.reset() }
            override func beginValidate() { (self.model as? any Resettable)?.reset() }
        }
        final class Log: Module, Layer, Resettable {
            let weight = Parameter(Tensor([1, 2]))
            var lines: [String] = []
            func forward(_ x: Tensor) -> Tensor {
                lines.append(isTraining ? "learn" : "judge")
                return x * weight.value
            }
            func reset() { lines.append("reset") }
        }
        func lines(_ callback: LoopCallback) throws -> [String] {
            let log = Log()
            let loaders = tinyLoop(train: 2, valid: 1, callbacks: []).loaders
            try TrainingLoop(loaders, log, callbacks: [callback]).fit(2, learningRate: 0.1)
            return log.lines
        }
        let epoch = ["reset", "learn", "learn", "reset", "judge"]
        #expect(try lines(FromMemory()) == epoch + epoch)
        #expect(try lines(ModelReset()) == epoch + epoch)
    }

    /// 16.24 · How do you get at the state of the training loop in a callback, and when may you use the shortcuts?
    ///
    /// Through the learner: `self.learn.model` in the book, `loop.model` here. What a callback does not have itself is
    /// looked up there, so for reading, `self.model` will do. For writing it will not: in Python, `self.loss = …` makes
    /// a new attribute of the callback, and the loop never hears of it. You have to write `self.learn.loss = …`. In
    /// Swift the shortcut cannot be written at all, and `loop.loss = …` is the only way.
    ///
    /// - Shown by: `PythonObject` in Chapters/16-TrainingProcess/08b-ReadingAndWriting.swift
    /// - Shown by: `loop` in Chapters/16-TrainingProcess/08b-ReadingAndWriting.swift
    @Test func `16.24 read through the callback, write through the loop`() throws {
        let learner = PythonObject(["loss": 2])
        let callback = PythonObject(learn: learner)
        #expect(callback.loss == 2 && callback.accuracy == nil)
        callback.loss = 5
        #expect(callback.loss == 5 && learner.loss == 2)
        learner.loss = 7
        #expect(callback.loss == 5)  // hidden from now on
        let (through, direct): (AnyKeyPath, AnyKeyPath) = (\LoopCallback.loss, \TrainingLoop.loss)
        #expect(through is KeyPath<LoopCallback, Tensor> && !(through is WritableKeyPath<LoopCallback, Tensor>))
        #expect(direct is ReferenceWritableKeyPath<TrainingLoop, Tensor>)

        final class Penalty: LoopCallback {
            override func afterLoss() { loop.loss = self.loss + 1 }
        }
        let plain = tinyLoop(train: 3, valid: 1, callbacks: [])
        let punished = tinyLoop(train: 3, valid: 1, callbacks: [Penalty()])
        for loop in [plain, punished] { try loop.fit(1, learningRate: 0.1) }
        expectClose(Tensor(punished.recorder.losses), Tensor(plain.recorder.losses) + 1)
    }

    /// 16.25 · How can a callback influence the control flow of the training loop?
    ///
    /// By throwing: one of five `Cancel…Exception`s in the book, `CancelPart` with one of five parts here. What is
    /// thrown at any event flies up to the part that it names and ends it. On the way, the inner parts send their last
    /// events; the part itself sends `afterCancel…` and then its own last event.
    ///
    /// - Shown by: `CancelPart` in Chapters/16-TrainingProcess/07c-TrainingLoop.swift
    /// - Shown by: `fiveCancels` in Chapters/16-TrainingProcess/09-Cancelling.swift
    @Test(
        arguments: [
            (.batch, [.afterCancelBatch, .afterBatch, .beginBatch]),
            (.train, [.afterBatch, .afterCancelTrain, .afterTrain, .beginValidate]),
            (.validate, [.afterBatch, .afterCancelValidate, .afterValidate, .afterEpoch, .beginEpoch]),
            (.epoch, [.afterBatch, .afterTrain, .afterCancelEpoch, .afterEpoch, .beginEpoch]),
            (.fit, [.afterBatch, .afterTrain, .afterEpoch, .afterCancelFit, .afterFit]),
        ] as [(TrainingPart, [Event])])
    func `16.25 by throwing a cancellation`(_ part: TrainingPart, _ next: [Event]) throws {
        let trace = EventTrace()
        try tinyLoop(train: 2, valid: 1, callbacks: [trace, CancelOnce(part)]).fit(2, learningRate: 0.1)
        let thrown = part == .validate ? trace.events.firstIndex(of: .beginValidate)! + 3 : 5
        #expect(trace.events[thrown] == .afterLoss)
        #expect(Array(trace.events[(thrown + 1)...].prefix(next.count)) == next)
    }

    /// 16.26 · Write the `TerminateOnNaN` callback, without looking if possible.
    ///
    /// In `afterBatch`, cancel the fit if the loss is infinite or not a number. It has to run before the recorder, so
    /// that this loss is not recorded.
    ///
    /// - Shown by: `TerminateOnNaN` in Chapters/16-TrainingProcess/09b-TerminateOnNaN.swift
    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func `16.26 cancel the fit before the recorder records`(_ bad: Float) throws {
        final class FromMemory: LoopCallback {
            override class var runsBefore: [LoopCallback.Type] { [LossRecorder.self] }
            override func afterBatch() throws { if !self.loss.item.isFinite { throw CancelPart(.fit) } }
        }
        final class Saboteur: LoopCallback {
            let bad: Float
            init(_ bad: Float) { self.bad = bad }
            override func afterStep() { if self.trainedBatches == 2 { loop.loss = Tensor(bad) } }
        }
        for callback in [FromMemory(), TerminateOnNaN()] as [LoopCallback] {
            let loop = tinyLoop(train: 4, valid: 1, callbacks: [Saboteur(bad), callback])
            try loop.fit(3, learningRate: 0.1)
            #expect(loop.recorder.losses.count == 2 && loop.recorder.losses.allSatisfy(\.isFinite))
            #expect(loop.recorder.rows.isEmpty && loop.smoothLoss.isFinite)
        }
        let loop = tinyLoop(train: 4, valid: 1, callbacks: [Saboteur(bad)])
        try loop.fit(3, learningRate: 0.1)
        #expect(loop.recorder.losses.count == 12 && !loop.recorder.losses[2].isFinite)
    }

    /// 16.27 · How do you make sure that your callback runs before or after another one?
    ///
    /// The class names the other's class: `run_before` or `run_after` in the book, `runsBefore` or `runsAfter` here.
    /// Either of the two may say so. The list of callbacks is sorted before the training begins; those without wishes
    /// stay in its order, and wishes that contradict each other are an error.
    ///
    /// - Shown by: `sortedByOrder` in Chapters/16-TrainingProcess/09c-SortedCallbacks.swift
    /// - Shown by: `runsBefore` in Chapters/16-TrainingProcess/07b-Events.swift
    @Test func `16.27 runsBefore and runsAfter`() throws {
        final class Plain: LoopCallback {}
        final class Early: LoopCallback {
            override class var runsBefore: [LoopCallback.Type] { [Plain.self] }
        }
        final class Late: LoopCallback {
            override class var runsAfter: [LoopCallback.Type] { [Plain.self] }
        }
        func names(_ list: [LoopCallback]) throws -> [String] { try sortedByOrder(list).map { "\(type(of: $0))" } }
        #expect(try names([Late(), Plain(), Early()]) == ["Early", "Plain", "Late"])
        #expect(try names([Late(), Early()]) == ["Late", "Early"])  // they know nothing of each other
        final class Both: LoopCallback {
            override class var runsBefore: [LoopCallback.Type] { [Plain.self] }
            override class var runsAfter: [LoopCallback.Type] { [Plain.self] }
        }
        #expect(throws: CallbackCycle.self) { try names([Plain(), Both()]) }
    }
}
