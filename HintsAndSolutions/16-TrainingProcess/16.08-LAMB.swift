// Nudge: Up to u it is Adam's step on the page, with the decay added. The rest is two lengths and a number.
// Idea: `x.norm()` is the root of the sum of squares. Take its `item`, and compute with plain numbers: a quotient, a
//   `min`, and the two cases in which it is 1.
// Almost: `let trust = length > 0 && wanted > 0 ? min(length / wanted, 10) : 1`, with `length` the norm of the old p.
//   For the unbiased averages divide by 1 − momentumᵗ and 1 − squareMomentumᵗ, powers in Double, t from 1.

import Foundation
import Tensors

public func lambStep(
    _ p: Tensor, _ g: Tensor, _ stored: [String: Tensor], learningRate: Float, momentum: Float, squareMomentum: Float,
    epsilon: Float, weightDecay: Float
) throws -> (p: Tensor, stored: [String: Tensor]) {
    let before = { (name: String) in stored[name] ?? .zeros(p.shape) }
    let average = momentum * before("average") + (1 - momentum) * g
    let square = squareMomentum * before("square") + (1 - squareMomentum) * g.squared()
    let steps = 1 + (stored["steps"]?.item ?? 0)

    func unbiased(_ x: Tensor, _ beta: Float) -> Tensor { x / Float(1 - pow(Double(beta), Double(steps))) }
    let u = unbiased(average, momentum) / (unbiased(square, squareMomentum).sqrt() + epsilon) + weightDecay * p

    let (length, wanted) = (p.norm().item, u.norm().item)
    let trust = length > 0 && wanted > 0 ? min(length / wanted, 10) : 1
    let new: [String: Tensor] = ["average": average, "square": square, "steps": Tensor(steps)]
    return (p - learningRate * trust * u, new)
}
