// Nudge: Write down what the old convolution computes at one place, with (x - mean) / deviation in it, and multiply
//   out.
// Idea: w · (x - mean) / deviation = (w / deviation) · x - w · mean / deviation. The first part is a convolution with
//   other weights, the second does not depend on x: it belongs to the bias. (Padding puts a 0 where, for the new
//   convolution, the mean would have to stand.)
// Almost: The new weights are `weights / deviation.reshaped(1, c, 1, 1)`, and from the biases the sum of new weights
//   times `mean.reshaped(1, c, 1, 1)` is subtracted, over the axes 1, 2 and 3.

import Tensors

public func withStatistics(
    _ weights: Tensor, _ biases: Tensor, mean: Tensor, deviation: Tensor
) throws -> (Tensor, Tensor) {
    let scaled = weights / deviation.reshaped(1, deviation.count, 1, 1)
    let shift = (scaled * mean.reshaped(1, mean.count, 1, 1)).sum(axes: 1, 2, 3)
    return (scaled, biases - shift)
}
