// Nudge: One event, and one word about the order.
// Idea: `afterBatch` throws. Those who are called later at this event are not called any more, so the recorder has to
//   be one of them.
// Almost: `override class var runsBefore: [LoopCallback.Type] { [LossRecorder.self] }`, and `throw CancelPart(.fit)` if
//   `!self.loss.item.isFinite`.

import Chapter16

final class TerminatingFromMemory: LoopCallback {
    override class var runsBefore: [LoopCallback.Type] { [LossRecorder.self] }

    override func afterBatch() throws {
        if !self.loss.item.isFinite { throw CancelPart(.fit) }
    }
}

public func terminatingOnNaN() throws -> LoopCallback { TerminatingFromMemory() }
