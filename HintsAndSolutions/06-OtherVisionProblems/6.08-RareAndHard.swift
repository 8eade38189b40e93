// Nudge: Turn the sign of an activation where the thing is not there. What is q then, in all cases?
// Idea: 1 - σ(x) is σ(-x). With s = x or -x, q is σ(s) and 1 - q is σ(-s), and both can be computed without loss. -ln q
//   is ln(1 + e⁻ˢ), in the stable way of exercise 6.2.
// Almost: `max(-s, 0) + log1p(exp(-abs(s)))` is -ln q. Compute 1 - q as σ(-s), not by a subtraction, which leaves
//   nothing of it where q is nearly 1; `pow` raises it to gamma. The weight is not for all questions.

import Foundation

public func focalLoss(_ activations: [Float], _ isThere: [Bool], weight: Float, gamma: Float) throws -> Float? {
    guard !activations.isEmpty, activations.count == isThere.count else { return nil }
    let losses = zip(activations, isThere).map { x, there in
        let s = there ? x : -x
        let loss = max(-s, 0) + log1p(exp(-abs(s)))
        return (there ? weight : 1) * pow(1 / (1 + exp(s)), gamma) * loss
    }
    return losses.reduce(0, +) / Float(losses.count)
}
