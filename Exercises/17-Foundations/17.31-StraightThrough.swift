// Exercise 17.31 · Learning through a step
// Section 17.11: Chapters/17-Foundations/11c-TamperingWithGradients.swift

import Practice
import Tensors

/// Rounds to whole numbers, but lets the gradient pass as if nothing had been done, where x is from −limit to limit;
/// elsewhere the gradient is 0. (A step has slope 0 nearly everywhere, so with its true gradient nothing before it
/// would ever learn. This is called the straight-through estimator: Y. Bengio and others, 2013.)
///
/// An operation of your own. `rounded()` rounds. With limit 2, x = [0.7, −1.2, 2.6] → y = [1, −1, 3], and the gradient
/// of its sum is [1, 1, 0].
public func roundedStraightThrough(_ x: Tensor, limit: Float) throws -> Tensor {
    throw Unanswered("17.31")
}

/// Finds whole numbers by gradient descent. Starts from w [k]. In each of `steps` steps, w becomes w − rate · the
/// gradient of the sum of (roundedStraightThrough(w) − target)², with limit 100. Returns the rounded w of the end.
/// From w = [0, 0] to the targets [3, −2], with rate 0.1 and 50 steps: [3, −2].
public func wholeNumbers(
    from w: Tensor, to target: Tensor, rate: Float, steps: Int
) throws -> Tensor {
    throw Unanswered("17.31")
}
