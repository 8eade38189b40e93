// Nudge: The page's `standardized` needs an axis for the numbers that belong together. Can you give the groups an axis?
// Idea: Neighbouring channels are neighbours in memory. So [n, c, h, w] can be seen as [n, groups, c / groups, h, w],
//   or with everything of a group in one axis. Standardize there, and go back to the old shape.
// Almost: `x.reshaped(n, groups, -1)` has everything of a group in axis 2, over which mean and variance are taken with
//   `keepingAxes: true`. Gamma and beta come last, when the shape is that of x again; as [c] they would be aligned with
//   the columns, so they need two more axes.

import Tensors

public func groupNorm(_ x: Tensor, groups: Int, gamma: Tensor, beta: Tensor) throws -> Tensor {
    let grouped = x.reshaped(x.shape[0], groups, -1)
    let centred = grouped - grouped.mean(axes: 2, keepingAxes: true)
    let normal = centred / (centred.squared().mean(axes: 2, keepingAxes: true) + 1e-5).sqrt()
    return normal.reshaped(x.shape) * gamma.reshaped(-1, 1, 1) + beta.reshaped(-1, 1, 1)
}
