// # When something really goes wrong
//
// Section 16.9 · After this page you can say what becomes of a training if a callback fails, and why everything can be
// used afterwards.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Cancelling is an error that is meant. Others are not: a disk is full, a server does not answer. An error that is no
// `CancelPart` is caught by nobody. It flies through all parts, which send their last events, and reaches whoever
// called `fit`. What must not happen is that it leaves a model behind that is half of something: with hooks, with
// weights of half precision, with gradients of a batch that was never finished, which the next step would follow as
// well. `FailOnce` tries it, at any event:

/// Fails once, at the first of certain events.
public final class FailOnce: LoopCallback {
    /// What it throws.
    public struct Failure: Error, Equatable {
        public let event: Event
        public init(event: Event) { self.event = event }
    }

    private let event: Event
    private var isDone = false

    public init(at event: Event) { self.event = event }

    override public func callAsFunction(_ event: Event) throws {
        if isDone || event != self.event { return }
        isDone = true
        throw Failure(event: event)
    }
}

// `failing` trains in the company of all callbacks that change something, lets one fail, looks at what is left, and
// trains once more. The one that fails is the last in the list, or the first, so that all others miss the event:

extension TrainingProcess {
    /// A training in the company of all that changes something, in which a callback fails; and then the same loop
    /// again.
    func failing(at event: Event?, first: Bool = false) throws -> (thrown: Event?, isClean: Bool, weights: [[Float]]) {
        var random = run.random
        let (digits, net) = (try fewTrainDigits, smallNet(width: 8, using: &random))
        let count = min(20, digits.count)
        let batches = DataLoader(TensorDataset(digits.inputs[..<count], digits.targets[..<count]), batchSize: 10)
        let statistics = ActivationStatistics()
        let loop = TrainingLoop(
            LabelledBatches(batches, batches), net, callbacks: [MixedPrecision(), GradientClip(to: 1), statistics])
        var thrown: Event?
        if let event {
            loop.callbacks.insert(FailOnce(at: event), at: first ? 0 : loop.callbacks.count)
            do { try loop.fit(1, learningRate: 0.1) } catch let failure as FailOnce.Failure { thrown = failure.event }
        }
        let entries = statistics.layers.first?.count
        _ = loop.callModel(digits.inputs[..<2])
        let isClean =
            net.parameters.allSatisfy { $0.grad == nil } && statistics.layers.first?.count == entries
            && loop.predictions.isEmpty && !loop.isTraining && !net.isTraining
        try loop.fit(1, learningRate: 0.1)
        return (thrown, isClean, net.parameters.map { $0.value.scalars })
    }

    func failures() throws {
        // In each line a callback fails at the first event of that kind. The error reaches us; no gradient, no hook and
        // no batch is left, and the model is in evaluation mode. Then the same loop trains again. If no step was made
        // before the failure, its weights are, to the last bit, those of a loop that has never failed:
        let never = try failing(at: nil).weights
        var table = TextTable(
            ["fails at", "the error came out", "nothing is left", "if it is the first", "as if never failed"])
        for event in Event.allCases where !event.isCancel {
            let (last, first) = (try failing(at: event), try failing(at: event, first: true))
            table.add(
                event.rawValue, last.thrown == event && first.thrown == event, last.isClean, first.isClean,
                last.weights == never && first.weights == never)
        }
        show(table, "fourteen failures, by the last callback of the list and by the first")

        // From `afterStep` on there is one step more in the weights, or a whole epoch. That is not damage, it is
        // training.
    }
}

// In the fourth column everybody has missed the event, and yet nothing is left, since all of them put things back in
// `cleanUp`. In the book there is no such method, and its callbacks do it in an event. `HookUntilAfterFit` is made like
// that. It counts the calls of a model, from `beginFit` to `afterFit`:

/// Counts the calls of a model by a hook, which it removes in an event.
final class HookUntilAfterFit: LoopCallback {
    private(set) var calls = 0
    private var hook: Hook?

    override func beginFit() {
        hook = (self.model as? Sequential)?.onForward { [unowned self] _, _ in self.calls += 1 }
    }

    override func afterFit() { hook?.remove() }
}

extension TrainingProcess {
    func hooksThatStay() throws {
        // Let a callback fail at `afterFit`, after it in the list or before it. Does the model still call the hook?
        func callsAfterwards(_ callbacks: [LoopCallback], _ counter: HookUntilAfterFit) throws -> Int {
            let loop = tinyLoop(train: 1, valid: 1, callbacks: callbacks)
            do { try loop.fit(1, learningRate: 0.1) } catch is FailOnce.Failure {}
            let before = counter.calls
            _ = loop.callModel(Tensor([[1]]))
            return counter.calls - before
        }
        let (lucky, unlucky) = (HookUntilAfterFit(), HookUntilAfterFit())
        show(try callsAfterwards([lucky, FailOnce(at: .afterFit)], lucky), "calls counted after the fit, failing last")
        show(
            try callsAfterwards([FailOnce(at: .afterFit), unlucky], unlucky), "failing first",
            ask: "Now the one that fails is before it. How many calls does the hook count after the fit, of one?")

        // Why does the loop not simply call everybody at the last events, and throw at the end what was thrown? Because
        // then `TerminateOnNaN` could not keep the recorder from a loss that is none. An event is something that others
        // may call off. Cleaning up is not.
    }
}

// One subtle case is left. A callback fails, the error is on its way out, and another callback cancels the training in
// `afterBatch`, as `TerminateOnNaN` may well do. Which of the two arrives? In Python, an exception that is raised in a
// `finally` takes the place of the one that was on its way, so the error would be forgotten: `CancelFitException` is
// caught, the training ends politely, and nobody hears of the full disk. That is why `during` prefers an error that is
// no cancellation. (`CancelAtTheEnd(.fit)` throws in `afterBatch`.)

extension TrainingProcess {
    func twoErrors() throws {
        let trace = EventTrace()
        let loop = tinyLoop(
            train: 2, valid: 1, callbacks: [trace, CancelAtTheEnd(.fit), FailOnce(at: .afterLoss)])
        do {
            try loop.fit(1, learningRate: 0.1)
            show("nothing was thrown")
        } catch { show("\(error)", "what reaches the caller") }
        show(
            trace.events.contains(.afterCancelFit), "afterCancelFit was sent",
            predict: .yesNo("An error came first, a cancellation second. Does the training count as cancelled?", false))
    }
}
