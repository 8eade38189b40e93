// Nudge: First subtract the largest score, then divide by the temperature, or first divide? One of the two can
//   overflow.
// Idea: After the subtraction the largest is 0, and 0 divided by any temperature is 0. All others are below 0, and at
//   worst become -∞, whose power is 0. If the largest itself is -∞, all classes are ruled out.
// Almost: `scores.max(axes: [-1], keepingAxes: true)` works for [classes] as for [n, classes], and so does `sum` with
//   the same axis. Leave with nil if a largest score is -∞: -∞ - -∞ would be NaN. Otherwise subtract, divide, take the
//   powers, and make each row sum to 1.

import Tensors

public func softmax(_ scores: Tensor, temperature: Float) throws -> Tensor? {
    let largest = scores.max(axes: [-1], keepingAxes: true)
    guard temperature > 0, !largest.scalars.contains(-.infinity) else { return nil }
    let powers = ((scores - largest) / temperature).exp()
    return powers / powers.sum(axis: -1, keepingAxes: true)
}
