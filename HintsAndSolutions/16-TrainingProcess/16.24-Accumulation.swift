// Nudge: Gradients are added up by themselves until somebody clears them. Who clears them, and how can a batch end
//   before that?
// Idea: `afterBackward` counts, and throws `CancelPart(.batch)` unless it is the turn of a step. A sum becomes a mean
//   if each loss is divided by `count` before the way back, in `afterLoss`. Then the loss must be put right for the
//   recorder.
// Almost: In `afterBackward`, first `loop.loss = self.loss.detached() * Float(count)`, then `waiting += 1`, and if
//   `waiting < count`, throw; otherwise `waiting = 0`. `beginFit` sets it to 0, too. In `afterLoss`, ask for
//   `isTraining`.

import Chapter16
import Tensors

final class Accumulation: LoopCallback {
    private let count: Int
    private var waiting = 0

    init(_ count: Int) { self.count = count }

    override func beginFit() { waiting = 0 }

    override func afterLoss() { if self.isTraining { loop.loss = self.loss / Float(count) } }

    override func afterBackward() throws {
        loop.loss = self.loss.detached() * Float(count)
        waiting += 1
        if waiting < count { throw CancelPart(.batch) }
        waiting = 0
    }
}

public func accumulating(_ count: Int) throws -> LoopCallback { Accumulation(count) }
