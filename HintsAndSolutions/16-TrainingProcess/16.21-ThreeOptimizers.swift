// Nudge: All three begin in the same way (decay, and the gradient) and end in the same way (a direction, times the
//   rate, is taken away). What differs is the direction. Write what is alike once.
// Idea: momentum: the average. RMSProp: g / (√square + epsilon). Adam: mean / (√meanSquare + epsilon), where both are
//   divided by 1 − betaᵗ, the total of their weights after t steps.
// Almost: `p.update { value, _ in value *= 1 - rate * (settings["weightDecay"] ?? 0) }` first, and `p.update { value, _
//   in value.add(direction, times: -rate) }` at the end. The count is `(stored["steps"] ?? Tensor(0)) + 1`; take the
//   powers in Double.

import Foundation
import Layers
import Tensors

public func momentum(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    let average = settings["momentum"]! * (stored["average"] ?? .zeros(p.shape)) + p.grad!
    walk(p, along: average, settings)
    return ["average": average]
}

public func rmsProp(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    let square = damped("square", p.grad!.squared(), settings["squareMomentum"]!, stored)
    walk(p, along: p.grad! / (square.sqrt() + settings["epsilon"]!), settings)
    return ["square": square]
}

public func adam(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    let (beta, squareBeta) = (settings["momentum"]!, settings["squareMomentum"]!)
    let average = damped("average", p.grad!, beta, stored)
    let square = damped("square", p.grad!.squared(), squareBeta, stored)
    let steps = (stored["steps"] ?? Tensor(0)) + 1
    func total(_ beta: Float) -> Float { Float(1 - pow(Double(beta), Double(steps.item))) }
    let divisor = (square / total(squareBeta)).sqrt() + settings["epsilon"]!
    walk(p, along: average / total(beta) / divisor, settings)
    return ["average": average, "square": square, "steps": steps]
}

private func damped(_ name: String, _ new: Tensor, _ beta: Float, _ stored: [String: Tensor]) -> Tensor {
    beta * (stored[name] ?? .zeros(new.shape)) + (1 - beta) * new
}

private func walk(_ p: Parameter, along direction: Tensor, _ settings: [String: Float]) {
    let rate = settings["learningRate"]!
    p.update { value, _ in
        value *= 1 - rate * (settings["weightDecay"] ?? 0)
        value.add(direction, times: -rate)
    }
}
