// # Cancelling
//
// Section 16.9 · After this page you can end any part of a training from a callback, and say which events still come.

import Figures
import Notebook
import Tensors

// A callback can read and change everything. The third power that it needs is to *stop* something: this batch, the rest
// of the training part or of the validation part, this epoch, or the whole training. In the book it raises one of five
// exceptions; here it throws `CancelPart` with one of the five parts. What is thrown flies up through `during` of
// section 16.7: first out of the batch, then out of the training part, and so on. Every part on the way sends its last
// event. The part that is meant catches it; just before its last event, it sends `afterCancel…`, so that others can
// find out.
//
// (In print, the book's list of the five is out of step: `CancelFitException`, for one, stands beside the words for
// skipping the rest of a *batch*. And it says that `after_cancel_train` and `after_cancel_valid` are followed by
// `after_epoch`. Its own code is right, and later versions of the notebook are, too: `after_train` and `after_validate`
// come next.)
//
// A callback to try it with throws once, at the first `afterLoss`. To cancel the validation part, it has to wait until
// then:

/// Cancels a part once: at the first loss of the training part, or for `.validate`, of the validation part.
public final class CancelOnce: LoopCallback {
    private let part: TrainingPart
    private var isDone = false

    public init(_ part: TrainingPart) { self.part = part }

    override public func afterLoss() throws {
        if isDone || self.isTraining != (part != .validate) { return }
        isDone = true
        throw CancelPart(part)
    }
}

// `traceOfTwoEpochs` gives all events of a training in which it takes part:

extension TrainingProcess {
    /// Two epochs of two training batches and one validation batch, in which one part is cancelled. nil: none.
    func traceOfTwoEpochs(cancelling part: TrainingPart?) throws -> [Event] {
        let trace = EventTrace()
        let callbacks: [LoopCallback] = [trace] + (part.map { [CancelOnce($0)] } ?? [])
        try tinyLoop(train: 2, valid: 1, callbacks: callbacks).fit(2, learningRate: 0.1)
        return trace.events
    }

    func fiveCancels() throws {
        // What comes after the `afterLoss` at which it was thrown:
        let complete = try traceOfTwoEpochs(cancelling: nil)
        var table = TextTable(["cancelled", "the next events", "steps", "events"])
        table.add("nothing", "", complete.count { $0 == .afterStep }, complete.count)
        for part in [TrainingPart.batch, .train, .validate, .epoch, .fit] {
            let events = try traceOfTwoEpochs(cancelling: part)
            let start = events.firstIndex(of: part.afterCancel)!
            let thrown = events[..<start].lastIndex(of: .afterLoss)!
            let next = events[(thrown + 1)...].prefix(5).map(\.rawValue)
            table.add(part.rawValue, next.joined(separator: ", "), events.count { $0 == .afterStep }, events.count)
        }
        show(table, "two epochs of two training batches and one validation batch")

        // Read the row of the epoch: the batch ends, the training part ends, then the epoch finds out that it was
        // cancelled, ends, and the second epoch begins. Nothing was validated. All `after…` events of the parts that
        // were open came, from the inside out.
        let steps = try traceOfTwoEpochs(cancelling: .epoch).count { $0 == .afterStep }
        show(
            steps, "steps when the first epoch is cancelled in its first batch",
            ask: "4 steps without a cancellation. How many if the first epoch is cancelled at its first loss?"
        )
        let validations = try traceOfTwoEpochs(cancelling: .train).count { $0 == .afterValidate }
        show(
            validations, "validation parts when the first training part was cancelled",
            ask: "The first training part is cancelled. How many of the two epochs have a validation?")
    }

    func drawnCancel() throws {
        // The same as a picture, for one epoch. The dots are what is left of it when a part is cancelled at the first
        // loss. (The events `afterCancel…` have no row, since the complete training has none of them.)
        func eventsOfOneEpoch(_ callbacks: [LoopCallback]) throws -> [Event] {
            let trace = EventTrace()
            try tinyLoop(train: 1, valid: 1, callbacks: [trace] + callbacks).fit(1, learningRate: 0.1)
            return trace.events
        }
        let complete = try eventsOfOneEpoch([])
        let columns = try [TrainingPart.batch, .train, .epoch, .fit].map { part in
            EventDiagram.Column(
                "\(part.rawValue) cancelled", left: try eventsOfOneEpoch([CancelOnce(part)]), of: complete)
        }
        show(
            EventDiagram("What is left after a cancellation", complete, columns: columns),
            "A training of one batch and one epoch, cancelled at its first loss")
    }
}
