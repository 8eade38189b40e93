// Nudge: Up to u it is Adam's step on the page, with the decay added. The rest is two lengths and a number.
// Idea: `x.norm()` is the root of the sum of squares. Take its `item`, and compute with plain numbers: a quotient, a
//   `min`, and the two cases in which it is 1. Take |p| before p changes.
// Almost: `let trust = length > 0 && wanted > 0 ? min(length / wanted, 10) : 1`, with `length` the norm of the old p.
//   For the unbiased averages divide by 1 − momentumᵗ and 1 − squareMomentumᵗ, powers in Double, t from 1. Then
//   `p.update { value, _ in value.add(u, times: -rate * trust) }`.

import Foundation
import Layers
import Tensors

public func lamb(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    let (g, weights) = (p.grad!, p.value.detached())
    let (momentum, squareMomentum) = (settings["momentum"]!, settings["squareMomentum"]!)
    let before = { (name: String) in stored[name] ?? .zeros(p.shape) }
    let average = momentum * before("average") + (1 - momentum) * g
    let square = squareMomentum * before("square") + (1 - squareMomentum) * g.squared()
    let steps = 1 + (stored["steps"]?.item ?? 0)

    func unbiased(_ x: Tensor, _ beta: Float) -> Tensor { x / Float(1 - pow(Double(beta), Double(steps))) }
    let divisor = unbiased(square, squareMomentum).sqrt() + settings["epsilon"]!
    let u = unbiased(average, momentum) / divisor + settings["weightDecay"]! * weights

    let (length, wanted) = (weights.norm().item, u.norm().item)
    let trust = length > 0 && wanted > 0 ? min(length / wanted, 10) : 1
    p.update { value, _ in value.add(u, times: -settings["learningRate"]! * trust) }
    return ["average": average, "square": square, "steps": Tensor(steps)]
}
