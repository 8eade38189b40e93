// Nudge: y · ln (1 + e⁻ˣ) + (1 - y) · (ln (1 + e⁻ˣ) + x) can be simplified. Where does what is left overflow?
// Idea: It is ln (1 + e⁻ˣ) + (1 - y) · x. For x far below 0, e⁻ˣ is infinite. There, use ln (1 + e⁻ˣ) = ln (1 + eˣ) -
//   x, which follows when eˣ is taken out of the logarithm.
// Almost: Write both cases below each other. The logarithm is ln (1 + e^(-|x|)) in both, and its exponent is never
//   above 0. Besides it stands (1 - y) · x in the one, and in the other x less: the difference can be written with
//   max(x, 0).

import Foundation

public func binaryLoss(ofScores scores: [Float], targets: [Float]) throws -> Float {
    let losses = zip(scores, targets).map { x, y in max(x, 0) - x * y + log(1 + exp(-abs(x))) }
    return losses.reduce(0, +) / Float(losses.count)
}
