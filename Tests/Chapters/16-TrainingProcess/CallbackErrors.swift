// A callback that fails leaves everything usable, and no error is lost.

import Chapter16
import Datasets
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// A loop in which much can be left behind.
private func loop(first: [LoopCallback] = [], _ more: [LoopCallback]) -> (
    loop: TrainingLoop, statistics: ActivationStatistics
) {
    let statistics = ActivationStatistics()
    let others: [LoopCallback] = [MixedPrecision(), GradientClip(to: 0.1), statistics, ModelReset()]
    let loop = tinyLoop(train: 3, valid: 2, callbacks: others + more)
    loop.callbacks = first + loop.callbacks
    return (loop, statistics)
}

private func weights(_ loop: TrainingLoop) -> [[Float]] { loop.model.parameters.map { $0.value.scalars } }

@Suite struct `A callback that fails` {
    /// Whether it is the last of the list, or the first, so that all others miss the event.
    @Test(arguments: Event.allCases.filter { !$0.isCancel }, [true, false])
    func `leaves no gradient, no batch, no hook and no half of a weight`(_ event: Event, _ isFirst: Bool) throws {
        let failing = [FailOnce(at: event)]
        let (loop, statistics) = isFirst ? loop(first: failing, []) : loop(failing)
        #expect(throws: FailOnce.Failure(event: event)) { try loop.fit(1, learningRate: 0.5) }
        #expect(loop.model.parameters.allSatisfy { $0.grad == nil })
        #expect(loop.x.count == 1 && loop.predictions.isEmpty && loop.loss.item == 0 && loop.loader == nil)
        #expect(!loop.isTraining && !loop.model.isTraining)
        #expect(loop.model.parameters.contains { roundedToHalf($0.value).scalars != $0.value.scalars })
        let entries = statistics.layers.map(\.count)
        try tinyLoop(train: 0, valid: 1, callbacks: []).fit(1, learningRate: 0)
        _ = (loop.model as! Sequential)(Tensor([[1]]))
        #expect(statistics.layers.map(\.count) == entries)
    }

    /// Before the first step nothing has been learned, and the next fit is the first.
    @Test(
        arguments: [
            Event.beginFit, .beginEpoch, .beginTrain, .beginBatch, .afterPrediction, .afterLoss, .afterBackward,
        ], [true, false])
    func `before the first step has never been there`(_ event: Event, _ isFirst: Bool) throws {
        let failing = [FailOnce(at: event)]
        let (never, once) = (loop([]).loop, (isFirst ? loop(first: failing, []) : loop(failing)).loop)
        let start = weights(once)
        _ = try? once.fit(1, learningRate: 0.5)
        #expect(weights(once) == start)
        for loop in [never, once] { try loop.fit(2, learningRate: 0.5) }
        #expect(weights(once) == weights(never))
        #expect(once.recorder.losses.suffix(6) == never.recorder.losses.suffix(6))
    }

    /// The optimizer's memory is that of the steps that were made.
    @Test func `leaves the optimizer as after its last step`() throws {
        func loop(_ callbacks: [LoopCallback]) -> TrainingLoop {
            let small = tinyLoop(train: 3, valid: 1, callbacks: [])
            return TrainingLoop(
                small.loaders, small.model as! Sequential, optimizer: { Adam($0, learningRate: $1) },
                callbacks: callbacks)
        }
        final class StopAfterTwo: LoopCallback {
            override func beginBatch() throws { if self.isTraining, self.batch == 2 { throw CancelPart(.fit) } }
        }
        final class FailAfterTwo: LoopCallback {
            override func afterBackward() throws {
                if self.batch == 2 { throw FailOnce.Failure(event: .afterBackward) }
            }
        }
        let (stopped, failed) = (loop([StopAfterTwo()]), loop([FailAfterTwo()]))
        try stopped.fit(1, learningRate: 0.1)
        #expect(throws: FailOnce.Failure.self) { try failed.fit(1, learningRate: 0.1) }
        for loop in [stopped, failed] {
            loop.callbacks.removeLast()
            try loop.fit(2, learningRate: 0.1)
        }
        #expect(weights(stopped) == weights(failed))
        #expect(failed.optimizer.state.memories[0].steps == 8)
    }

    @Test func `is heard although another one cancels the fit meanwhile`() {
        final class CancelAtTheEnd: LoopCallback {
            override func afterBatch() throws { throw CancelPart(.fit) }
        }
        for callbacks in [[CancelAtTheEnd(), FailOnce(at: .afterLoss)], [FailOnce(at: .afterLoss), CancelAtTheEnd()]] {
            let trace = EventTrace()
            let loop = tinyLoop(train: 2, valid: 1, callbacks: [trace] + callbacks)
            #expect(throws: FailOnce.Failure(event: .afterLoss)) { try loop.fit(1, learningRate: 0.1) }
            #expect(!trace.events.contains(.afterCancelFit) && trace.events.last == .afterFit)
        }
    }

    /// An event is an offer: the others miss that one, but none of the later ones.
    @Test func `keeps one event from those after it`() {
        let (before, after) = (EventTrace(), EventTrace())
        let loop = tinyLoop(train: 2, valid: 1, callbacks: [before, FailOnce(at: .afterBatch), after])
        #expect(throws: FailOnce.Failure.self) { try loop.fit(1, learningRate: 0.1) }
        #expect(before.events.suffix(4) == [.afterBatch, .afterTrain, .afterEpoch, .afterFit])
        #expect(after.events.suffix(4) == [.afterStep, .afterTrain, .afterEpoch, .afterFit])
    }

    /// Cleaning up is none: everybody does it, once for every part that has begun, from the inside out.
    @Test(arguments: Event.allCases.filter { !$0.isCancel }, [true, false])
    func `keeps nobody from cleaning up`(_ event: Event, _ cancels: Bool) {
        final class Canceller: LoopCallback {
            let event: Event
            init(at event: Event) { self.event = event }
            override func callAsFunction(_ event: Event) throws { if event == self.event { throw CancelPart(.fit) } }
        }
        final class CleanUps: LoopCallback {
            var parts: [TrainingPart] = []
            override func cleanUp(_ part: TrainingPart) { parts.append(part) }
        }
        let (before, after, trace) = (CleanUps(), CleanUps(), EventTrace())
        let failing: LoopCallback = cancels ? Canceller(at: event) : FailOnce(at: event)
        try? tinyLoop(train: 2, valid: 1, callbacks: [trace, before, failing, after]).fit(1, learningRate: 0.1)
        let ended = trace.events.compactMap { event in TrainingPart.allCases.first { $0.after == event } }
        #expect(after.parts == ended && before.parts == ended && ended.last == .fit)
    }

    /// Somebody who validates on one batch only keeps `MixedPrecision` from the end of that batch.
    @Test func `or cancels costs no digit of the weights`() throws {
        final class OneBatch: LoopCallback {
            override func afterBatch() throws { if !self.isTraining { throw CancelPart(.validate) } }
        }
        let loop = tinyLoop(train: 2, valid: 3, callbacks: [OneBatch(), MixedPrecision()])
        let start = weights(loop)
        try loop.fit(2, learningRate: 0)
        #expect(weights(loop) == start && start.joined().contains { roundedToHalf(Tensor([$0])).item != $0 })
    }
}

@Suite(.serialized) struct `A mistake with a loop` {
    @Test func `a callback without a loop is told so`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = StepSizes().loop
        }
        #expect(message(of: result).contains("StepSizes.loop: it takes part in no training"))
    }

    @Test func `a negative number of epochs is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            try tinyLoop(train: 1, valid: 1, callbacks: []).fit(-1, learningRate: 0)
        }
        #expect(message(of: result).contains("fit(-1, learningRate: 0.0): the number of epochs is negative"))
    }

    @Test func `a part that was not going on is named`() {
        let error = #expect(throws: CancelPart.self) {
            try tinyLoop(train: 1, valid: 1, callbacks: [CancelAtTheEnd(.batch)]).fit(1, learningRate: 0)
        }
        #expect(error.map { "\($0)" } == "cancelled batch, which was not going on")
    }

    @Test func `a loss of three predictions is refused, with the name of a callback that helps`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            try threePredictions().fit(1, learningRate: 0)
        }
        let words = message(of: result)
        #expect(
            words.contains("the loss of 3 predictions: a loss takes one tensor") && words.contains("RNNRegularizer"))
    }
}

/// A loop for a model of three outputs, with nobody to choose one.
private func threePredictions() -> TrainingLoop {
    var random = SplitMix64(seed: 3)
    let model = NumberModel(words: 30, hidden: 4, dropout: 0, using: &random)
    let batches = streams(HumanNumbers.tokens(to: 100), rows: 2, steps: 4)
    return TrainingLoop(LabelledBatches(batches, batches), model)
}
