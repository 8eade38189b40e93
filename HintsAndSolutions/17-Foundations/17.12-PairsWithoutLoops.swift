// Nudge: Write down the shape that you want in the end, and above it those that you have. Where is a 1 missing?
// Idea: For [m, n], a has to be [m, 1], and b [1, n], or just [n]. For the distances, all differences are a table [m,
//   n, d]: one axis for the points of a, one for those of b, one for the coordinates. Then the last axis is summed.
// Almost: `a[0..., .newAxis]` is [m, 1] for a vector, and [m, 1, d] for points. So both functions begin in the same
//   way, and differ in the operation, and in what is summed at the end: `sum(axis: -1)`.

import Tensors

public func outerProduct(_ a: Tensor, _ b: Tensor) throws -> Tensor { a[0..., .newAxis] * b }

public func squaredDistances(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let differences = a[0..., .newAxis] - b
    return (differences * differences).sum(axis: -1)
}
