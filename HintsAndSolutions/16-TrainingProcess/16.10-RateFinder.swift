// Nudge: It is the training loop, with a rate that changes and a condition that ends it. What has to be put back
//   afterwards must be kept before.
// Idea: `model.parameters.map { $0.value.detached() }` keeps the numbers: a tensor is a value, and a step does not
//   change a copy. `assign` puts them back. A `defer` at the beginning does it however the function ends.
// Almost: In step k take `batches[k % batches.count]`. Keep `average` and `weights`, both with beta 0.98; their
//   quotient is the smoothed loss. Note rate and loss, update the lowest, and leave the loop unless `smooth <= 4 *
//   lowest`, which is false for NaN as well.

import Foundation
import Layers
import Tensors
import Training

public func findRates(
    _ model: any Layer<Tensor, Tensor>, _ batches: [(x: Tensor, y: Tensor)], optimizer: any Optimizer,
    from lowest: Double, to highest: Double, steps: Int, loss: (Tensor, Tensor) -> Tensor
) throws -> (rates: [Float], losses: [Float]) {
    let before = model.parameters.map { $0.value.detached() }
    defer {
        for (parameter, value) in zip(model.parameters, before) {
            parameter.assign(value)
            parameter.grad = nil
        }
    }
    var (rates, losses) = ([Float](), [Float]())
    var (average, weights, best) = (0.0, 0.0, Double.infinity)
    for step in 0..<steps {
        optimizer.learningRate = Float(lowest * pow(highest / lowest, Double(step) / Double(steps)))
        let (x, y) = batches[step % batches.count]
        let batchLoss = loss(model(x), y)
        batchLoss.backward()
        optimizer.step()
        optimizer.zeroGrad()
        average = 0.98 * average + 0.02 * Double(batchLoss.item)
        weights = 0.98 * weights + 0.02
        let smooth = average / weights
        rates.append(optimizer.learningRate)
        losses.append(Float(smooth))
        best = min(best, smooth)
        if !(smooth <= 4 * best) { break }
    }
    return (rates, losses)
}
