// Exercise 4.8 · A gradient by nudging
// Section 4.6, question 18: Chapters/04-DigitClassifier/06-Gradients.swift
//
// Nudge: Take the sentence "how much does f rise when this number grows a little?" and write it down for one number.
// Idea: Go through `x.scalars` by index. Each time copy them all, change one, and put them into a tensor of x's shape.
//   The slope is rise over run.
// Almost: `(f(moved) - f(x)).item / nudge`, with a nudge of about 0.01. A smaller one is not better: a Float has seven
//   digits, and the difference of two nearly equal ones loses most of them. More exact is to go up and down from x and
//   divide by twice the nudge.

import Tensors

/// The gradient of `f` at x by trying: for each number of x, how fast f rises when that number alone grows.
/// f takes a tensor to a single number; the result has the shape of x. No `backward` here!
/// For f(x) = x₀ · x₁ at [3, 5] → about [5, 3].
public func slopes(of f: (Tensor) -> Tensor, at x: Tensor) throws -> Tensor {
    let nudge: Float = 0.01
    let numbers = x.scalars
    let slopes = numbers.indices.map { k in
        func value(_ change: Float) -> Float {
            // A copy for each try: the number before this one must stand where it was.
            var moved = numbers
            moved[k] += change
            return f(Tensor(shape: x.shape, moved)).item
        }
        // From below to above: what the curve bends away on one side, it makes good on the other.
        return (value(nudge) - value(-nudge)) / (2 * nudge)
    }
    return Tensor(shape: x.shape, slopes)
}
