// Nudge: Which cycle is the step in, and how far is it from the top of that cycle?
// Idea: The cycle is `step / (2 * halfCycle)`. The place in it runs from 0 to 2 · halfCycle; the share of the way up is
//   1 less its distance from `halfCycle`, divided by `halfCycle`.
// Almost: `low + (high - low) * share * factor`. The factor is a product: 2 to the power of minus the cycle if
//   `halving`, and `pow(decay, Double(step))`.

import Foundation

// In the paper, `low` is where the accuracy begins to rise in a range test, and `high` where it becomes ragged or
// falls; a half-cycle takes 2 to 10 epochs. (There the rate rises linearly in the range test. The logarithmic axis came
// later.)
public func cyclicalRate(
    _ step: Int, halfCycle: Int, low: Double, high: Double, halving: Bool = false, decay: Double = 1
) throws -> Double? {
    guard step >= 0, halfCycle >= 1, high >= low, decay > 0, decay <= 1 else { return nil }
    let (cycle, place) = step.quotientAndRemainder(dividingBy: 2 * halfCycle)
    let share = 1 - abs(Double(place) / Double(halfCycle) - 1)
    let factor = (halving ? pow(2, -Double(cycle)) : 1) * pow(decay, Double(step))
    return low + (high - low) * share * factor
}
