// Nudge: Over which axes is the mean taken? Over all but one. And in which shape does it have to be to be subtracted?
// Idea: `mean(axes: …, keepingAxes: true)` leaves the axes that it folds as axes of length 1. Then the mean is
//   already [1, channels, 1, …], and no new axis is needed. The standard deviation is a mean as well, that of squared
//   distances.
// Almost: `let axes = [0] + Array(2..<images.rank)`. The distances are `images - mean`, their deviation is
//   `(distances * distances).mean(axes: axes, keepingAxes: true).sqrt()`. A mask says where a channel is constant:
//   `deviation .<= mean.abs() * 1e-5`. There the result is 0, and the deviation that you divide by is 1.

import Tensors

public func channelsToZero(_ images: Tensor) throws -> Tensor {
    let axes = [0] + Array(2..<images.rank)
    let mean = images.mean(axes: axes, keepingAxes: true)
    let distances = images - mean
    let deviation = (distances * distances).mean(axes: axes, keepingAxes: true).sqrt()
    let isConstant = deviation .<= mean.abs() * 1e-5
    return Tensor.where(isConstant, 0, distances / Tensor.where(isConstant, 1, deviation))
}
