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
// find out. (A part that is not going on cannot be cancelled: the validation part while the model is trained, or a part
// that is at its own last event. A `CancelPart(.batch)` that is thrown in `afterBatch` finds no batch that it could
// end, and comes out of `fit` as an error.)
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

// And `CancelAtTheEnd` throws at the end of every batch:

/// Cancels a part at the end of a batch.
public final class CancelAtTheEnd: LoopCallback {
    private let part: TrainingPart
    public init(_ part: TrainingPart) { self.part = part }
    override public func afterBatch() throws { throw CancelPart(part) }
}

// `traceOfTwoEpochs` gives all events of a training in which the first takes part, `traceOfALateCancel` of one with the
// second:

extension TrainingProcess {
    /// Two epochs of two training batches and one validation batch, in which one part is cancelled. nil: none.
    func traceOfTwoEpochs(cancelling part: TrainingPart?) throws -> [Event] {
        let trace = EventTrace()
        let callbacks: [LoopCallback] = [trace] + (part.map { [CancelOnce($0)] } ?? [])
        try tinyLoop(train: 2, valid: 1, callbacks: callbacks).fit(2, learningRate: 0.1)
        return trace.events
    }

    /// The same, with a cancellation at the part's own last event: the events, and whether `fit` threw it.
    func traceOfALateCancel(of part: TrainingPart) throws -> (events: [Event], thrown: Bool) {
        let trace = EventTrace()
        let loop = tinyLoop(train: 2, valid: 1, callbacks: [trace, CancelAtTheEnd(part)])
        do { try loop.fit(2, learningRate: 0.1) } catch is CancelPart { return (trace.events, true) }
        return (trace.events, false)
    }

    func fiveCancels() throws {
        // What comes after the `afterLoss` at which it was thrown:
        let complete = try traceOfTwoEpochs(cancelling: nil)
        var table = TextTable(["cancelled", "in the book", "the next events", "steps", "events"])
        table.add("nothing", "", "", complete.count { $0 == .afterStep }, complete.count)
        let exceptions: [(TrainingPart, String)] = [
            (.batch, "CancelBatchException"), (.train, "CancelTrainException"), (.validate, "CancelValidException"),
            (.epoch, "CancelEpochException"), (.fit, "CancelFitException"),
        ]
        for (part, exception) in exceptions {
            let events = try traceOfTwoEpochs(cancelling: part)
            let start = events.firstIndex(of: part.afterCancel)!
            let thrown = events[..<start].lastIndex(of: .afterLoss)!
            let next = events[(thrown + 1)...].prefix(5).map(\.rawValue)
            table.add(
                part.rawValue, exception, next.joined(separator: ", "), events.count { $0 == .afterStep }, events.count)
        }
        let late = try traceOfALateCancel(of: .batch)
        let end = late.events[(late.events.firstIndex(of: .afterBatch)! + 1)...].map(\.rawValue)
        table.add(
            "batch, in afterBatch", "", end.joined(separator: ", ") + (late.thrown ? ", and fit throws" : ""),
            late.events.count { $0 == .afterStep }, late.events.count)
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
        // The same as a picture. The dots are what is left when a part is cancelled: at the first loss, or, for the
        // validation part, at the first loss of that part. (The events `afterCancel…` have no row, since the complete
        // training has none of them.)
        let complete = try traceOfTwoEpochs(cancelling: nil)
        let columns = try [TrainingPart.batch, .train, .validate, .epoch, .fit].map { part in
            EventDiagram.Column(
                "\(part.rawValue) cancelled", left: try traceOfTwoEpochs(cancelling: part), of: complete)
        }
        show(
            EventDiagram("What is left after a cancellation", complete, columns: columns),
            "Two epochs of two training batches and one validation batch, with one cancellation in the first epoch")
    }
}
