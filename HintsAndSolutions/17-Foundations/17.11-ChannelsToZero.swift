// Nudge: Over which axes is the mean taken? Over all but one. And in which shape does it have to be to be subtracted?
// Idea: `mean(axes: …, keepingAxes: true)` leaves the axes that it folds as axes of length 1. Then the mean is
//   already [1, channels, 1, …], and no new axis is needed. The standard deviation is a mean as well, that of squared
//   distances.
// Almost: `let axes = [0] + Array(2..<images.rank)` are the axes to fold. Keep the distances from the mean in a
//   variable: the result and the deviation are both made of them. A channel is constant where `.<=` says so of its
//   deviation and `mean.abs() * 1e-5`, and that mask chooses between 0 and the quotient.

import Tensors

public func channelsToZero(_ images: Tensor) throws -> Tensor {
    let axes = [0] + Array(2..<images.rank)
    let mean = images.mean(axes: axes, keepingAxes: true)
    let distances = images - mean
    let deviation = (distances * distances).mean(axes: axes, keepingAxes: true).sqrt()
    let isConstant = deviation .<= mean.abs() * 1e-5
    return Tensor.where(isConstant, 0, distances / Tensor.where(isConstant, 1, deviation))
}
