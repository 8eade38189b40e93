// Exercise 8.7 · Somebody by what they like
// Section 8.3, question 8.10: Chapters/08-CollaborativeFiltering/03d-OneHot.swift

import Practice
import Tensors

/// The mean of some rows of a table, for several lists of numbers at once, as *one* matrix product: a person about
/// whom nothing is known but which films they like could get the mean of these films' factors. A number that is twice
/// in a list counts twice. The mean of an empty list is zeros.
///
/// lists [[0, 2], [1]], table [[1, 2], [3, 4], [5, 6]] → [[3, 4], [3, 4]]
///
/// Gradients flow into the table through the product: do not take its numbers out. There is at least one list, all
/// numbers are rows of the table.
/// - Returns: [lists, d] for a table [rows, d]
public func meansOfRows(_ lists: [[Int]], of table: Tensor) throws -> Tensor {
    throw Unanswered("8.7")
}
