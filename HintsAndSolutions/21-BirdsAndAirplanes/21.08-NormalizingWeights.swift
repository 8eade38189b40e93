// Nudge: Write the score of the normalized picture with the numbers of the picture itself: a sum of weight · (v -
//   mean) / deviation. Which part of each term depends on v, and which does not?
// Idea: weight · (v - mean) / deviation = (weight / deviation) · v - weight · mean / deviation. The first is a term
//   with another weight. The second is a number that is known beforehand, so it belongs to the bias.
// Almost: `weight.reshaped(out, c, -1)` has an axis for the channels, and mean and deviation meet it with the shape
//   [c, 1]. The new weight goes back to [out, c · h · w]; from the bias, subtract the sum of new weight · mean over
//   the last two axes.

import Tensors

public func normalizingWeights(
    _ weight: Tensor, bias: Tensor, mean: Tensor, deviation: Tensor
) throws -> (weight: Tensor, bias: Tensor) {
    let divided = weight.reshaped(weight.shape[0], mean.count, -1) / deviation.reshaped(-1, 1)
    return (divided.reshaped(weight.shape), bias - (divided * mean.reshaped(-1, 1)).sum(axes: 1, 2))
}
