// # Data, events and listeners
//
// Section 19.6 · After this page you know what a training loop is given, and whom it tells where it is.

import Tensors

// Besides a model and an optimizer, a training loop needs data: batches for training, and batches for validation. They
// go together, so they get a name together:

/// The batches that a model learns from, and those that it is judged by. (The book's `DataLoaders`.)
public struct DataLoaders {
    public let train, valid: DataLoader

    public init(train: DataLoader, valid: DataLoader) { (self.train, self.valid) = (train, valid) }
}

// The loop itself is always the same: predict, compute the loss, go back, take a step, for every batch of every epoch;
// and after each epoch once through the validation data, without learning. What people want beside it differs every
// time: print, keep numbers, change the rate, stop. So the loop will only say where it is. There are six events, in
// pairs:

/// Where training is at. (The names of the book's methods: `before_fit` is `beforeFit`.)
public enum Event: CaseIterable, Sendable {
    case beforeFit, beforeEpoch, beforeBatch, afterBatch, afterEpoch, afterFit
}

// Who wants to take part is a *listener*. It is told of every event and may do what it likes, and it knows the learner
// whose training it is. (`Learner` is the loop, on the next page.)

/// Takes part in training: it is told of every event.
public protocol Listener: AnyObject {
    var learner: Learner! { get set }
    func respond(to event: Event) throws
}

// And whoever is told may end what is going on: the batch, the epoch or the whole fit. In Swift as in Python, an error
// is how one gets out of the middle of something:

/// Thrown to end a part of training early. (The book's `CancelFitException`, and those that it leaves to the reader.)
public enum Cancel: Error { case fit, epoch, batch }
