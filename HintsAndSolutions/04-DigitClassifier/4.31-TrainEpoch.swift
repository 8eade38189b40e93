// Nudge: The page describes the epoch in five lines. You have built each of them by now.
// Idea: For every batch: scores from the linear model, `mnistLoss`, `backward()`, `takeStep`. Remember the loss.
// Almost: Scores are `x.matmul(parameters[0]) + parameters[1]`. The step comes inside the loop, after every batch, and
//   the loss to remember is the one before it: `loss.item`.

import Tensors

public func trainEpoch(
    _ batches: [(x: Tensor, y: Tensor)], _ parameters: inout [Tensor], learningRate: Float
) throws -> [Float] {
    var losses: [Float] = []
    for (x, y) in batches {
        let scores = x.matmul(parameters[0]) + parameters[1]
        let loss = try mnistLoss(scores, y)
        loss.backward()
        // After every batch, not after all: an epoch has many steps, each starting where the last one ended.
        try takeStep(&parameters, learningRate: learningRate)
        losses.append(loss.item)
    }
    return losses
}
