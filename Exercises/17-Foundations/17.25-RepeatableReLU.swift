// Exercise 17.25 · A ReLU that remembers every call
// Section 17.10: Chapters/17-Foundations/10b-ModelAsAClass.swift

import Practice
import Tensors

/// A ReLU as an object that may be used in several places of a net. It remembers every call, not only the last: the
/// first `backward` goes back through the last call, the next one through the call before it, and so on. It may be
/// called again at any time, and its inputs may have any shape. Add properties as you like.
public final class RepeatableReLU {
    public init() {}

    /// max(x, 0) of every number.
    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        throw Unanswered("17.25")
    }

    /// From the gradient of what the call returned to the gradient of what it was given; nil if every call has been
    /// gone back through. At 0 the slope counts as 0.
    public func backward(_ dy: Tensor) throws -> Tensor? {
        throw Unanswered("17.25")
    }
}
