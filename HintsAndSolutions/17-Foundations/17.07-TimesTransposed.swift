// Nudge: The page multiplies a row by a column. Here b lies the other way round. What do you take out of it?
// Idea: Both `a[i]` and `b[j]` are rows. Their product, number by number, has the length of a row, and its sum is one
//   number of the result. The lengths of the rows are the last numbers of the two shapes.
// Almost: After a `guard` for the lengths of the rows, begin with `Tensor.zeros` of as many rows as a has, and as many
//   columns as b has rows. Two loops, one over the rows of a and one over those of b, fill in `c[i, j]`.

import Tensors

public func timesTransposed(_ a: Tensor, _ b: Tensor) throws -> Tensor? {
    guard a.shape[1] == b.shape[1] else { return nil }
    var c = Tensor.zeros(a.shape[0], b.shape[0])
    for i in 0..<a.shape[0] {
        for j in 0..<b.shape[0] { c[i, j] = (a[i] * b[j]).sum() }
    }
    return c
}
