// Nudge: Two events. At one of them the three tensors are there, at the other one the loss is.
// Idea: `afterPrediction` keeps two of the tensors and leaves the scores in the loop. `afterLoss` adds to the loop's
//   loss. Reading goes through `self`, writing only through `loop`.
// Almost: `loop.predictions = [self.predictions[0]]`. Steps are axis 1, so the differences are
//   `raw[0..., 1...] - raw[0..., ..<(-1)]`, if `raw.shape[1] > 1`. In `afterLoss`: `guard self.isTraining`.

import Chapter16
import Tensors

final class PenaltiesFromMemory: LoopCallback {
    private let alpha, beta: Float
    private var raw = Tensor(0), dropped = Tensor(0)

    init(_ alpha: Float, _ beta: Float) { (self.alpha, self.beta) = (alpha, beta) }

    override func afterPrediction() {
        (raw, dropped) = (self.predictions[1], self.predictions[2])
        loop.predictions = [self.predictions[0]]
    }

    override func afterLoss() {
        guard self.isTraining else { return }
        if alpha != 0 { loop.loss = self.loss + alpha * dropped.squared().mean() }
        if beta != 0, raw.shape[1] > 1 {
            loop.loss = self.loss + beta * (raw[0..., 1...] - raw[0..., ..<(-1)]).squared().mean()
        }
    }
}

public func rnnRegularizer(alpha: Float, beta: Float) throws -> LoopCallback { PenaltiesFromMemory(alpha, beta) }
