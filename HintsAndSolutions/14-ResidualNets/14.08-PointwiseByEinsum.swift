// Nudge: Which axes does the result have, and over which one is summed? Give each axis a letter.
// Idea: x has the letters n, c, h, w, and a weight without its last two axes has f, c. The result has n, f, h, w. The
//   stride can be dealt with before: pixels that are left out need not be computed.
// Almost: `einsum("nchw,fc->nfhw", …, weight.flattened(from: 1))`, with `x[0..., 0..., rows, columns]`, where rows is
//   `stride(from: 0, to: h, by: step)`. (The parameter is called `stride` as well; `Swift.stride` is the function.) The
//   bias is added as [filters, 1, 1].

import Tensors

public func pointwiseByEinsum(_ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: Int) throws -> Tensor {
    let rows = Swift.stride(from: 0, to: x.shape[2], by: stride)
    let columns = Swift.stride(from: 0, to: x.shape[3], by: stride)
    let products = einsum("nchw,fc->nfhw", x[0..., 0..., rows, columns], weight.flattened(from: 1))
    return bias.map { products + $0.reshaped(-1, 1, 1) } ?? products
}
