// Nudge: Column k of a has m numbers, row k of b has n. In which shapes do they have to be, so that `*` gives [m, n]?
// Idea: The column has to stand upright, [m, 1], and the row lies, [n]. Then each is repeated along the axis of the
//   other.
// Almost: Begin with `Tensor.zeros(m, n)`, and in a loop over k add `a[0..., k].unsqueezed(1) * b[k]`. (Or `a[0...,
//   k, .newAxis]`.)

import Tensors

public func sumOfOuterProducts(_ a: Tensor, _ b: Tensor) throws -> Tensor? {
    guard a.shape[1] == b.shape[0] else { return nil }
    var c = Tensor.zeros(a.shape[0], b.shape[1])
    for k in 0..<a.shape[1] { c += a[0..., k, .newAxis] * b[k] }
    return c
}
