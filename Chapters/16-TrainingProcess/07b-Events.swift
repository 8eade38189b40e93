// # Fourteen events
//
// Section 16.7 · After this page you can list the moments of a training at which a callback can act, and write one.

import Figures
import Notebook
import Tensors

// A *callback* is a piece of code that you hand to other code, which calls it at certain moments. Training loops had
// callbacks long before fastai. But there were few such moments, and a callback could do little: look on, mostly. To be
// as good as pasting, it must be able to read all that the loop knows, to change all of it, and to end a batch, an
// epoch or the whole training. And there must be a moment between any two steps of the loop. Such a moment is an
// *event*.
//
// There are fourteen of them. Five more are sent when a part of the training was cancelled, which is the subject of
// section 16.9.

/// The moments of a training at which callbacks are called. (The book's `event`.)
public enum Event: String, CaseIterable, Sendable {
    case beginFit, beginEpoch, beginTrain, beginBatch, afterPrediction, afterLoss, afterBackward, afterStep, afterBatch
    case afterTrain, beginValidate, afterValidate, afterEpoch, afterFit
    case afterCancelBatch, afterCancelTrain, afterCancelValidate, afterCancelEpoch, afterCancelFit

    /// True for the five that are sent only when something was cancelled.
    public var isCancel: Bool { rawValue.hasPrefix("afterCancel") }

    /// Its name in the book: `after_pred` for `afterPrediction`.
    public var bookName: String {
        rawValue.replacing(#/[A-Z]/#) { "_" + $0.output.lowercased() }
            .replacing("prediction", with: "pred").replacing("cancel_validate", with: "cancel_valid")
    }
}

// In Python, you type `event.` and press Tab to see them. In Swift you type `Event.` and your editor lists them; and a
// program can list them too, since an `enum` without values knows all its cases.

extension TrainingProcess {
    func listOfEvents() {
        let events = Event.allCases.filter { !$0.isCancel }
        record("events/in-every-training", events.count, book: 14)
        record("events/when-cancelled", Event.allCases.count { $0.isCancel }, book: 5)

        // What they are good for, with the examples that you will meet in the next two sections:
        let uses: [Event: String] = [
            .beginFit: "set up what lasts for the whole training: attach hooks, start to count",
            .beginEpoch: "start anew what belongs to one epoch: its sums",
            .beginTrain: "prepare the training part: training mode, reset a model with a memory",
            .beginBatch: "change inputs and labels before the model sees them: Mixup; set the learning rate",
            .afterPrediction: "change what the model has said, or keep a part of it",
            .afterLoss: "add a penalty to the loss; multiply it",
            .afterBackward: "change the gradients: clip them",
            .afterStep: "look at weights that are new and gradients that are still there",
            .afterBatch: "record the loss, move the progress bar",
            .afterTrain: "put an end to the training part",
            .beginValidate: "prepare the validation part: evaluation mode, reset, better weights",
            .afterValidate: "put back what was only for validation",
            .afterEpoch: "write a row of the table; stop early",
            .afterFit: "say how it went; save the model",
        ]
        var table = TextTable(["event", "in the book", "good for"])
        for event in events { table.add(event.rawValue, event.bookName, uses[event]!) }
        show(table, "The events of a training without incidents, in the book's order")
    }
}

// Now the callback itself: a class with one method per event. All of them do nothing, so that you write only the ones
// that you need. You *override* them. That is worth something: in Python, a method with a misspelt name is never
// called, and nobody tells you; in Swift, `override func afterBach()` does not compile. (Read `pass()` as "do nothing".
// It comes from `EventNotes`, which notes who has methods for what, for a picture in section 16.10. The attribute in
// front belongs to section 16.8, and the last three members to pages that follow.)

/// Something that takes part in a training. (The book's `Callback`; the engine has a protocol of this name.)
@dynamicMemberLookup
open class LoopCallback: EventNotes {
    /// The training that it takes part in, from the beginning of `fit` on.
    weak var attached: TrainingLoop?

    override public init() {}

    open func beginFit() throws { pass() }
    open func beginEpoch() throws { pass() }
    open func beginTrain() throws { pass() }
    open func beginBatch() throws { pass() }
    open func afterPrediction() throws { pass() }
    open func afterLoss() throws { pass() }
    open func afterBackward() throws { pass() }
    open func afterStep() throws { pass() }
    open func afterBatch() throws { pass() }
    open func afterTrain() throws { pass() }
    open func beginValidate() throws { pass() }
    open func afterValidate() throws { pass() }
    open func afterEpoch() throws { pass() }
    open func afterFit() throws { pass() }
    open func afterCancelBatch() throws { pass() }
    open func afterCancelTrain() throws { pass() }
    open func afterCancelValidate() throws { pass() }
    open func afterCancelEpoch() throws { pass() }
    open func afterCancelFit() throws { pass() }

    /// Calls the method of an event. (The book's `self('begin_fit')` does it by its name.)
    open func callAsFunction(_ event: Event) throws {
        defer { note(event) }
        switch event {
        case .beginFit: try beginFit()
        case .beginEpoch: try beginEpoch()
        case .beginTrain: try beginTrain()
        case .beginBatch: try beginBatch()
        case .afterPrediction: try afterPrediction()
        case .afterLoss: try afterLoss()
        case .afterBackward: try afterBackward()
        case .afterStep: try afterStep()
        case .afterBatch: try afterBatch()
        case .afterTrain: try afterTrain()
        case .beginValidate: try beginValidate()
        case .afterValidate: try afterValidate()
        case .afterEpoch: try afterEpoch()
        case .afterFit: try afterFit()
        case .afterCancelBatch: try afterCancelBatch()
        case .afterCancelTrain: try afterCancelTrain()
        case .afterCancelValidate: try afterCancelValidate()
        case .afterCancelEpoch: try afterCancelEpoch()
        case .afterCancelFit: try afterCancelFit()
        }
    }

    /// Comes at the end of every part of a training, whatever has happened in it. (The book has no such method.)
    open func cleanUp(_ part: TrainingPart) {}

    /// Which classes of callbacks it must be called before, and after. (The book's `run_before` and `run_after`.)
    open class var runsBefore: [LoopCallback.Type] { [] }
    open class var runsAfter: [LoopCallback.Type] { [] }
}

// The compiler also sees to it that the `switch` forgets no event. Who sends them? The loop, on the next page.
