// Nudge: Take the sentence "how much does f rise when this number grows a little?" and write it down for one number.
// Idea: Go through `x.scalars` by index. Each time copy them all, change one, and put them into a tensor of x's shape.
//   The slope is rise over run.
// Almost: `(f(moved) - f(x)).item / nudge`, with a nudge of about 0.01. A smaller one is not better: a Float has seven
//   digits, and the difference of two nearly equal ones loses most of them. It is more exact to go up and down from x
//   and divide by twice the nudge.

import Tensors

public func slopes(of f: (Tensor) -> Tensor, at x: Tensor) throws -> Tensor {
    let nudge: Float = 0.01
    let numbers = x.scalars
    let slopes = numbers.indices.map { k in
        func value(_ change: Float) -> Float {
            // A fresh copy each time, so that the numbers nudged before have their old values again.
            var moved = numbers
            moved[k] += change
            return f(Tensor(shape: x.shape, moved)).item
        }
        // From below x to above it: the errors of the two sides, which come from the curve's bend, cancel out.
        return (value(nudge) - value(-nudge)) / (2 * nudge)
    }
    return Tensor(shape: x.shape, slopes)
}
