// Exercise 17.29 · Two operands, one of them for all rows
// Section 17.11: Chapters/17-Foundations/11b-NetOfFunctions.swift

import Practice
import Tensors

/// The dot product of every row of a with the same row of b, as an operation of your own: y[i] = Σₖ a[i,k] · b[i,k]. If
/// b is a vector, it counts as every row.
///
/// a [n, k] · b [n, k] or [k] → [n]
///
/// Write an `AutogradFunction` and call it here. Each gradient has the shape of its operand. So the vector's gradient
/// is the sum over all rows. With a = [[1, 2], [3, 4]] and b = [10, 1]: y = [12, 34], and the gradient of its sum is
/// [[10, 1], [10, 1]] for a and [4, 6] for b.
public func rowDots(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    throw Unanswered("17.29")
}
