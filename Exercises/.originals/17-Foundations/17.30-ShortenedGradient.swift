// Exercise 17.30 · A shorter gradient in the same direction
// Section 17.11: Chapters/17-Foundations/11c-TamperingWithGradients.swift

import Practice
import Tensors

/// y = x, and on the way back the gradient is shortened: if its length, the root of the sum of the squares of all its
/// numbers, is above `limit`, it is multiplied so that its length is `limit`. A shorter one passes as it is, and so
/// does a gradient of zeros. Its direction stays the same, which is not so if each number is cut by itself.
///
/// An operation of your own. With limit 1, the gradient [3, 4] becomes [0.6, 0.8].
public func shorteningGradient(of x: Tensor, to limit: Float) throws -> Tensor {
    throw Unanswered("17.30")
}
