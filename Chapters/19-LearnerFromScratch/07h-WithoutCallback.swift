// # A callback without Callback
//
// Section 19.7 · After this page you can say what `Callback` does for you, since you have done without it.

import Notebook
import Tensors

// Nothing in the Learner knows the class `Callback`. It asks for a `Listener`. Here is `TrackResults` once more, from
// nothing but that: without six methods to override, and without a view of the learner. The event has to be looked at,
// and everything that belongs to the learner is asked of the learner:

/// `TrackResults`, from the protocol alone.
public final class PlainTracker: Listener {
    public weak var learner: Learner!
    public private(set) var rows: [TrackResults.Row] = []
    private var count = 0, correct = 0, lossSum = 0.0

    public init() {}

    public func respond(to event: Event) {
        switch event {
        case .beforeEpoch: (count, correct, lossSum) = (0, 0, 0)
        case .afterBatch: add(learner.scores, learner.batchLoss, learner.batch.y)
        case .afterEpoch where count > 0: rows.append(row)
        default: break
        }
    }

    private func add(_ scores: Tensor?, _ loss: Tensor?, _ labels: [Int]) {
        guard let scores, let loss else { return }
        count += labels.count
        correct += (scores.argmax(axis: 1) .== IntTensor(labels)).trueCount
        lossSum += Double(loss.item) * Double(labels.count)
    }

    private var row: TrackResults.Row {
        TrackResults.Row(
            epoch: learner.epoch, isTraining: learner.model.isTraining, loss: Float(lossSum / Double(count)),
            accuracy: Float(correct) / Float(count))
    }
}

extension LearnerFromScratch {
    func sameWithoutCallback() throws {
        // Both in one list, on the same training:
        let (results, plain) = (TrackResults(), PlainTracker())
        try toyLearner(train: 30, valid: 9, batchSize: 4, callbacks: [results, plain]).fit(3)
        show(
            plain.rows.count, "rows after three epochs",
            ask: "Three epochs, each with two passes: how many rows are there?")
        show(plain.rows == results.rows, "the same rows")

        // So what does `Callback` save? The switch, and a word in front of each thing that is read. It is no more than
        // a convenience, and the Learner needs nothing of it. This is what makes the two easy to change: whoever
        // dislikes forwarding writes another base class.
    }
}
