// Exercise 8.8 · The gradient of looking up
// Section 8.3, question 8.11: Chapters/08-CollaborativeFiltering/03f-EmbeddingByHand.swift

import Practice
import Tensors

/// The gradient of a table from which rows were looked up. Row i of `dy` [n, d] is the gradient of what was looked up
/// by `numbers[i]`; the table has `rows` rows. A row that was looked up several times gets all its gradients, added
/// up, and a row that was not looked up gets zeros.
///
/// One number may mean "nothing here", such as the `#na#` of a person who left a question open: the row `padding`
/// gets no gradient, however often it was looked up. nil: there is no such row.
///
/// numbers [3, 1, 3], dy [[1, 1], [2, 2], [5, 5]], 4 rows → [[0, 0], [2, 2], [0, 0], [6, 6]]; the same with padding 3
/// → [[0, 0], [2, 2], [0, 0], [0, 0]]
///
/// Write the loop yourself, without autograd and without `scatterAdded`. numbers are from 0 to rows - 1, and there
/// may be none of them.
/// - Returns: [rows, d]
public func gradientOfLookingUp(_ numbers: [Int], dy: Tensor, rows: Int, padding: Int?) throws -> Tensor {
    throw Unanswered("8.8")
}
