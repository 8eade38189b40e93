// Nudge: One-hot rows times the table look up rows. What does a row with two ones do? And with two halves?
// Idea: For each list, a row as long as the table has rows, which has at each place the share of this number in the
//   list. Several lists are several such rows, a matrix.
// Almost: For each list begin with `[Float](repeating: 0, count: …)`, and add its share at each of its numbers; the sum
//   of a row is then 1. An empty list adds nothing, so its row stays zeros by itself. `Tensor` makes a matrix of all
//   these rows.

import Tensors

public func meansOfRows(_ lists: [[Int]], of table: Tensor) throws -> Tensor {
    let shares = lists.map { list in
        var row = [Float](repeating: 0, count: table.shape[0])
        for number in list { row[number] += 1 / Float(list.count) }
        return row
    }
    return Tensor(shares).matmul(table)
}
