// Nudge: Column k of a has m numbers, row k of b has n. In which shapes do they have to be, so that `*` gives [m, n]?
// Idea: The column has to stand upright, [m, 1], and the row lies, [n]. Then each is repeated along the axis of the
//   other.
// Almost: Begin with `Tensor.zeros` of the result's shape, and add a table for every k; then nothing needs to be done
//   for an axis k without numbers. `a[0..., k]` is column k, but lying down: `unsqueezed(1)`, or `.newAxis` as a third
//   index, makes it stand.

import Tensors

public func sumOfOuterProducts(_ a: Tensor, _ b: Tensor) throws -> Tensor? {
    guard a.shape[1] == b.shape[0] else { return nil }
    var c = Tensor.zeros(a.shape[0], b.shape[1])
    for k in 0..<a.shape[1] { c += a[0..., k, .newAxis] * b[k] }
    return c
}
