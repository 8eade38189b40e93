// Nudge: When is the loss known, and nothing has been done with it yet?
// Idea: The recorder records in `after(.batch)`, which is left out for a batch that did not end properly. So throw
//   within the batch: at the beginning of a phase that only training batches have.
// Almost: `before(.backward)`, with `learner.batchLoss.item`. `!(loss <= limit)` is true for NaN as well; minus
//   infinity has to be asked for by itself: `!loss.isFinite`.

import Training

final class Terminating: Callback {
    private let limit: Float

    init(above limit: Float) { self.limit = limit }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .backward else { return }
        let loss = learner.batchLoss.item
        if !loss.isFinite || loss > limit { throw Cancel(.fit) }
    }
}

public func terminating(above limit: Float) throws -> any Callback { Terminating(above: limit) }
