// # Callbacks
//
// Section 19.7 · After this page you can write a callback in a few lines, and say why it can read all that its learner
// has, and why it must say so when it changes something.

import Figures
import Notebook
import Tensors

// A listener that implements `respond(to:)` has to sort the events itself. The book finds a method by the event's name
// instead: `getattr(cb, name, noop)` asks an object for its attribute of that name, and takes a function that does
// nothing if there is none. Swift does not look up methods by strings. A class with six empty methods, of which you
// override those that you need, comes to the same; and the compiler checks the names. In Python a callback with a
// method `after_bach` is never called, and nobody says why. Here you read
//
//     error: method does not override any method from its superclass
//
// The second convenience is reading. Most of what a callback does is about the learner: its model, its batch, its loss.
// The book's `Callback` inherits from `GetAttr`, which forwards an attribute that the object does not have to another
// object, by default the one in `learner`. So `self.model` means `self.learner.model`. In Swift this is
// `@dynamicMemberLookup`: a property that the class does not have becomes a key path, which a subscript gets to see.
// (`learner` is weak, since the learner holds its callbacks. If each held the other, neither would ever be released;
// Python has a garbage collector for that.)

/// A listener with a method for each event, and with a view of its learner: `self.model` is `learner.model`.
@dynamicMemberLookup
open class Callback: Listener {
    public weak var learner: Learner!

    public init() {}

    /// What the callback itself does not have is read from its learner. (The book's `GetAttr`.)
    public subscript<Value>(dynamicMember path: KeyPath<Learner, Value>) -> Value {
        guard let learner else {
            stop("\(type(of: self))", "it reads from its learner, and has none", try: "Learner(…, callbacks: [it])")
        }
        return learner[keyPath: path]
    }

    open func beforeFit() throws {}
    open func beforeEpoch() throws {}
    open func beforeBatch() throws {}
    open func afterBatch() throws {}
    open func afterEpoch() throws {}
    open func afterFit() throws {}

    public final func respond(to event: Event) throws {
        switch event {
        case .beforeFit: try beforeFit()
        case .beforeEpoch: try beforeEpoch()
        case .beforeBatch: try beforeBatch()
        case .afterBatch: try afterBatch()
        case .afterEpoch: try afterEpoch()
        case .afterFit: try afterFit()
        }
    }
}

// With this, a callback that keeps the loss of every training batch is as long as its description:

/// Keeps the loss of every training batch.
public final class BatchLosses: Callback {
    public private(set) var losses: [Float] = []

    public override func afterBatch() {
        if self.model.isTraining, let loss = self.batchLoss { losses.append(loss.item) }
    }
}

extension LearnerFromScratch {
    func aFirstCallback() throws {
        let losses = BatchLosses()
        try toyLearner(train: 100, valid: 2, callbacks: [losses]).fit(2)
        show(
            Chart("What the callback has seen: the loss, batch by batch", x: "batch", y: "loss") {
                Line(losses.losses, "loss of the batch")
                Rule(y: Tensor(2).log().item, "equal scores, ln 2")
            },
            "Two epochs of fifty batches, two points each")

        // `self.model` and `self.batchLoss` are the learner's. The `self.` has to be there, in Swift because what is
        // forwarded is not a property of the class, in Python because no attribute is found without it. (A bare
        // `learner` works in Swift, since that is a property of the class.)
    }
}

// Reading is forwarded; writing is not. A key path of the kind `KeyPath` reads, and the subscript has no setter. Assume
// that a callback wants to double all pictures:
//
//     override func beforeBatch() { self.batch.x = self.batch.x * 2 }
//     error: cannot assign to property: 'self' is immutable
//
// The book calls this a trap, since in Python the same line is accepted. There it makes a *new* attribute `batch` of
// the callback, which hides the learner's. Nothing fails and nothing is doubled. What is meant has to be said in both
// languages, with the learner before what is written to. What is read may stay as it is:

/// Multiplies all inputs by a number.
public final class Scaling: Callback {
    let factor: Float

    public init(_ factor: Float) { self.factor = factor }

    public override func beforeBatch() { learner.batch.x = self.batch.x * factor }
}

extension LearnerFromScratch {
    func aCallbackThatWrites() throws {
        // An event can be sent by hand, as the Learner does it. That shows what a callback does to a batch:
        let learner = toyLearner(train: 2, valid: 2, callbacks: [Scaling(2), Scaling(10)])
        learner.batch = Batch(x: Tensor([1, 0.5]), y: [0])
        try learner(.beforeBatch)
        show(
            learner.batch.x, "after two callbacks that scale",
            predict: .numbers(
                "The batch is [1, 0.5], and two callbacks multiply by 2 and by 10. What comes out?", [20, 10]))

        // They are called in the order of the list. That matters as soon as one builds on what another did.
    }
}
