// Nudge: Write down what one weight does to one number: w · (x − mean) / deviation + …. Which part depends on x, and
//   which does not?
// Idea: w · (x − mean) / deviation = (w / deviation) · x − w · mean / deviation. The first part is a weight, the second
//   a number that is the same at every place. (In the padding, x is 0 but was not normalized: there the second part
//   would be wrong.)
// Almost: Reshape mean and deviation to [1, channels, 1, 1]. The new weight is weight / deviation. From the bias,
//   subtract the sum over channels and taps of the new weight times mean: `.sum(axes: 1, 2, 3)`.

import Tensors

public func withNormalizationInside(
    _ weight: Tensor, bias: Tensor, mean: Tensor, deviation: Tensor
) throws -> (weight: Tensor, bias: Tensor) {
    let channels = mean.shape[0]
    let scaled = weight / deviation.reshaped(1, channels, 1, 1)
    return (scaled, bias - (scaled * mean.reshaped(1, channels, 1, 1)).sum(axes: 1, 2, 3))
}
