// Nudge: -ln σ(x) is ln(1 + e⁻ˣ). For which x does that go wrong, and what is it there?
// Idea: The loss of one question is max(x, 0) - x·y + ln(1 + e^-|x|). The power is at most 1, whatever x is. Its slope
//   is σ(x) - y, as with softmax; the mean divides it by how many there are.
// Almost: `log1p(exp(-abs(x)))` keeps digits that `log(1 + …)` would lose. For the slope, take σ(x) as `1 / (1 +
//   exp(-x))`: where the power is infinite, that is 0, and right. Both the loss and the slopes are divided by the same
//   number.

import Foundation

public func lossAndGradient(_ activations: [Float], _ targets: [Float]) throws -> (Float, [Float])? {
    guard !activations.isEmpty, activations.count == targets.count else { return nil }
    let count = Float(activations.count)
    let losses = zip(activations, targets).map { x, y in max(x, 0) - x * y + log1p(exp(-abs(x))) }
    return (losses.reduce(0, +) / count, zip(activations, targets).map { x, y in (1 / (1 + exp(-x)) - y) / count })
}
