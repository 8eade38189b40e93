// Nudge: Averages, count and unbiased mean are Adam's. Write these first, and then one `if`.
// Idea: t is the new count, 1 in the first step. With total = 1 − sᵗ you have sᵗ = 1 − total, which saves a power. Both
//   branches begin with the unbiased average; in the second it is multiplied by r · √total / (√square + epsilon).
// Almost: `let long = 2 / (1 - s) - 1`, `let length = long - 2 * t * (1 - total) / total`, all in Double. If `length <=
//   5` the step is `mean`, else `mean * Float((r² * total).squareRoot()) / (square.sqrt() + epsilon)`.

import Foundation
import Tensors

public func rAdamStep(
    _ p: Tensor, _ g: Tensor, _ stored: [String: Tensor], learningRate: Float, momentum: Float, squareMomentum: Float,
    epsilon: Float
) throws -> (p: Tensor, stored: [String: Tensor]) {
    let zeros = Tensor.zeros(p.shape)
    let average = momentum * (stored["average"] ?? zeros) + (1 - momentum) * g
    let square = squareMomentum * (stored["square"] ?? zeros) + (1 - squareMomentum) * g.squared()
    let steps = (stored["steps"] ?? Tensor(0)) + 1
    let new: [String: Tensor] = ["average": average, "square": square, "steps": steps]

    let t = Double(steps.item)
    let mean = average / Float(1 - pow(Double(momentum), t))
    let total = 1 - pow(Double(squareMomentum), t)
    let longest = 2 / (1 - Double(squareMomentum)) - 1
    let length = longest - 2 * t * (1 - total) / total
    if length <= 5 { return (p - learningRate * mean, new) }

    let rectified = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)
    let scale = Float((rectified * total).squareRoot())
    return (p - learningRate * scale * mean / (square.sqrt() + epsilon), new)
}
