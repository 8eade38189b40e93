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
// trains once more:

extension TrainingProcess {
    /// A training in the company of all that changes something, in which a callback fails; and then the same loop
    /// again.
    func failing(at event: Event?) throws -> (thrown: Event?, isClean: Bool, loop: TrainingLoop) {
        var random = run.random
        let (digits, net) = (try fewTrainDigits, smallNet(width: 8, using: &random))
        let batches = DataLoader(TensorDataset(digits.inputs[..<20], digits.targets[..<20]), batchSize: 10)
        let statistics = ActivationStatistics()
        let callbacks: [LoopCallback] = [MixedPrecision(), GradientClip(to: 1), statistics]
        let loop = TrainingLoop(
            LabelledBatches(batches, batches), net, callbacks: callbacks + (event.map { [FailOnce(at: $0)] } ?? []))
        var thrown: Event?
        do {
            if event != nil { try loop.fit(1, learningRate: 0.1) }
        } catch let failure as FailOnce.Failure { thrown = failure.event }
        let entries = statistics.layers.first?.count
        _ = loop.callModel(digits.inputs[..<2])
        let isClean =
            net.parameters.allSatisfy { $0.grad == nil } && statistics.layers.first?.count == entries
            && loop.predictions.isEmpty && !loop.isTraining && !net.isTraining
        try loop.fit(1, learningRate: 0.1)
        return (thrown, isClean, loop)
    }

    func failures() throws {
        // In each line a callback fails at the first event of that kind. The error reaches us; no gradient, no hook and
        // no batch is left, and the model is in evaluation mode. Then the same loop trains again. If no step was made
        // before the failure, its weights are, to the last bit, those of a loop that has never failed:
        let never = try failing(at: nil).loop.model.parameters.map { $0.value.scalars }
        var table = TextTable(["fails at", "the error came out", "nothing is left", "as if never failed"])
        for event in Event.allCases where !event.isCancel {
            let (thrown, isClean, loop) = try failing(at: event)
            table.add(
                event.rawValue, thrown == event, isClean, loop.model.parameters.map { $0.value.scalars } == never)
        }
        show(table, "fourteen failures")

        // From `afterStep` on there is one step more in the weights, or a whole epoch. That is not damage, it is
        // training.
    }
}

// One subtle case is left. A callback fails, the error is on its way out, and another callback cancels the training in
// `afterBatch`, as `TerminateOnNaN` may well do. Which of the two arrives? In Python, an exception that is raised in a
// `finally` takes the place of the one that was on its way, so the error would be forgotten: `CancelFitException` is
// caught, the training ends politely, and nobody hears of the full disk. That is why `during` prefers an error that is
// no cancellation:

/// Cancels the training at the end of the first batch.
final class CancelFitAtTheEnd: LoopCallback {
    override func afterBatch() throws { throw CancelPart(.fit) }
}

extension TrainingProcess {
    func twoErrors() throws {
        let trace = EventTrace()
        let loop = tinyLoop(
            train: 2, valid: 1, callbacks: [trace, CancelFitAtTheEnd(), FailOnce(at: .afterLoss)])
        do {
            try loop.fit(1, learningRate: 0.1)
            show("nothing was thrown")
        } catch { show("\(error)", "what reaches the caller") }
        show(
            trace.events.contains(.afterCancelFit), "afterCancelFit was sent",
            predict: .yesNo("An error came first, a cancellation second. Does the training count as cancelled?", false))

        // One weakness remains, and it is the book's, too: if a callback throws at an event, those after it in the list
        // miss that event, even if it is one in which they clean up. `MixedPrecision` therefore cleans up in
        // `afterBatch` and again in `afterFit`. The engine's Learner has an answer to this, in section 16.10.
    }
}
