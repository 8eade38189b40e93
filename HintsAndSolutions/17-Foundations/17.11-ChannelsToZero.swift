// Nudge: Over which axes is the mean taken? Over all but one. And in which shape does it have to be to be subtracted?
// Idea: `mean(axes: …, keepingAxes: true)` leaves the axes that it folds as axes of length 1. Then the mean is
//   already [1, channels, 1, …], and no new axis is needed. The standard deviation is a mean as well, that of squared
//   distances.
// Almost: `let axes = [0] + Array(2..<images.rank)`. The distances are `images - images.mean(axes: axes, keepingAxes:
//   true)`, their deviation is `(distances * distances).mean(axes: axes, keepingAxes: true).sqrt()`. Where it is 0, the
//   distances are 0 too, so divide by 1 there: `Tensor.where(deviation .== 0, 1, deviation)`.

import Tensors

public func channelsToZero(_ images: Tensor) throws -> Tensor {
    let axes = [0] + Array(2..<images.rank)
    let distances = images - images.mean(axes: axes, keepingAxes: true)
    let deviation = (distances * distances).mean(axes: axes, keepingAxes: true).sqrt()
    return distances / Tensor.where(deviation .== 0, 1, deviation)
}
