// Nudge: The formula has three indices, y[i, j] = Σₖ x[i, k] · w[k, j] + b[j]. Before the sum over k is taken there is
//   a product for every i, k and j. What shape do all the products have, and how can x and w be broadcast to it?
// Idea: The products are [n, in, out]. w [in, out] is aligned at the right and fits as it is. x [n, in] needs a place
//   for the outputs: an axis of length 1 behind its last one.
// Almost: `unsqueezed(-1)` puts an axis of length 1 behind all others. Count the axis of the inputs from the end, since
//   it is not known how many come before it; and add b when the sum has been taken.

import Tensors

public func linearBySums(_ x: Tensor, _ w: Tensor, _ b: Tensor) throws -> Tensor {
    // All the products exist at once: n · in · out numbers, which a real matrix product never keeps.
    (x.unsqueezed(-1) * w).sum(axis: -2) + b
}
