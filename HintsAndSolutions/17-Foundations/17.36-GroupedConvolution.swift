// Nudge: The patches of all channels stand below each other in one matrix, channel by channel. So each group has its
//   own rows of it.
// Idea: Give the groups an axis of their own: the matrix [n, groups, rows of a group, places], and the weight
//   [groups, filters of a group, rows of a group]. `matmul` multiplies batches of matrices.
// Almost: Windows along both axes make [n, channels, down, across, kh, kw]; `permuted(0, 1, 4, 5, 2, 3)` and
//   `reshaped(n, groups, channels / groups · kh · kw, down · across)` make the matrix. The product is [n, groups,
//   filters / groups, down · across], and one more `reshaped` makes images of it.

import Tensors

public func groupedConvolution(_ x: Tensor, _ weight: Tensor, groups: Int) throws -> Tensor {
    let (n, channels, filters) = (x.shape[0], x.shape[1], weight.shape[0])
    let (height, width) = (weight.shape[2], weight.shape[3])
    let patches = x.windows(axis: 2, size: height).windows(axis: 3, size: width)
    let (down, across) = (patches.shape[2], patches.shape[3])
    let columns = patches.permuted(0, 1, 4, 5, 2, 3)
        .reshaped(n, groups, channels / groups * height * width, down * across)
    let rows = weight.reshaped(groups, filters / groups, -1)
    return rows.matmul(columns).reshaped(n, filters, down, across)
}
