// Nudge: Averages, count and unbiased mean are those of `dampedAverage`, `dampedSquare`, `countSteps` and `adamStep` on
//   the page of Adam, all in one stepper. Write these first, and then one `if`.
// Idea: t is the new count, 1 in the first step. With total = 1 − sᵗ you have sᵗ = 1 − total, which saves a power. Both
//   branches begin with the unbiased average; in the second it is multiplied by r · √total / (√square + epsilon).
// Almost: `let longest = 2 / (1 - s) - 1`, `let length = longest - 2 * t * (1 - total) / total`, all in Double. If
//   `length <= 5` the direction is `mean`, else `mean * Float((r² * total).squareRoot()) / (square.sqrt() + epsilon)`.
//   Then `p.update { value, _ in value.add(direction, times: -rate) }`.

import Foundation
import Layers
import Tensors

public func rAdam(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    let (g, zeros) = (p.grad!, Tensor.zeros(p.shape))
    let (momentum, squareMomentum) = (settings["momentum"]!, settings["squareMomentum"]!)
    let average = momentum * (stored["average"] ?? zeros) + (1 - momentum) * g
    let square = squareMomentum * (stored["square"] ?? zeros) + (1 - squareMomentum) * g.squared()
    let steps = (stored["steps"] ?? Tensor(0)) + 1

    let t = Double(steps.item)
    let mean = average / Float(1 - pow(Double(momentum), t))
    let total = 1 - pow(Double(squareMomentum), t)
    let longest = 2 / (1 - Double(squareMomentum)) - 1
    let length = longest - 2 * t * (1 - total) / total
    var direction = mean
    if length > 5 {
        let rectified = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)
        direction = mean * Float((rectified * total).squareRoot()) / (square.sqrt() + settings["epsilon"]!)
    }
    p.update { value, _ in value.add(direction, times: -settings["learningRate"]!) }
    return ["average": average, "square": square, "steps": steps]
}
