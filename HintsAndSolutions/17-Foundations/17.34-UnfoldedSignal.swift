// Nudge: Without dilation it is `unfold` with one axis less. With dilation, a patch reaches over more numbers than it
//   takes.
// Idea: Take windows as long as a patch reaches, dilation · (kernel − 1) + 1, and then every dilation-th number of
//   each. Indices with a step do that.
// Almost: `x.windows(axis: 2, size: reach, step: stride)` is [n, channels, places, reach]; `windows[0..., 0..., 0...,
//   Swift.stride(from: 0, to: reach, by: dilation)]` is [n, channels, places, kernel]. Then the last two axes are
//   swapped, and channels and kernel become one axis.

import Tensors

public func unfoldedSignal(_ x: Tensor, kernel: Int, stride: Int, dilation: Int) throws -> Tensor {
    let reach = dilation * (kernel - 1) + 1
    let windows = x.windows(axis: 2, size: reach, step: stride)
    let patches = windows[0..., 0..., 0..., Swift.stride(from: 0, to: reach, by: dilation)]
    return patches.transposed().reshaped(x.shape[0], x.shape[1] * kernel, -1)
}
