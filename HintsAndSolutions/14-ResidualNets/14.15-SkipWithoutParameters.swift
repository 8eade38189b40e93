// Nudge: Both halves are one call each. Which pooling of section 14.5 keeps what is left over at the edge?
// Idea: Average pooling with `ceilMode: true`, and then `padded`, which takes a pair (before, after) for each axis.
// Almost: `x.averagePooled(2, ceilMode: true).padded([(0, filters - x.shape[1]), (0, 0), (0, 0)])`: the margins belong
//   to the last three axes.

import Tensors

public func averagedSkip(_ x: Tensor, filters: Int) throws -> Tensor {
    x.averagePooled(2, ceilMode: true).padded([(0, filters - x.shape[1]), (0, 0), (0, 0)])
}
