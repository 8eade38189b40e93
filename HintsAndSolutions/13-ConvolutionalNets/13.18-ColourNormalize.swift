// Nudge: Which axes of [n, channels, h, w] belong to one channel? All but one.
// Idea: Take mean and std over the axes 0, 2 and 3. Numbers of shape [channels] do not line up with [n, channels, h,
//   w]: broadcasting begins at the last axis. [channels, 1, 1] does, and it fits a single picture too.
// Almost: `Tensor.where(measured .== 0, 1, measured)` replaces a deviation of 0. The rest is `(x - mean.reshaped(-1, 1,
//   1)) / deviation.reshaped(-1, 1, 1)`, and the same backwards.

import Tensors

public func channelStatistics(_ batch: Tensor) throws -> (mean: Tensor, deviation: Tensor) {
    let measured = batch.std(axes: [0, 2, 3])
    return (batch.mean(axes: 0, 2, 3), Tensor.where(measured .== 0, 1, measured))
}

public func normalized(_ x: Tensor, mean: Tensor, deviation: Tensor) throws -> Tensor {
    (x - mean.reshaped(-1, 1, 1)) / deviation.reshaped(-1, 1, 1)
}

public func undone(_ x: Tensor, mean: Tensor, deviation: Tensor) throws -> Tensor {
    x * deviation.reshaped(-1, 1, 1) + mean.reshaped(-1, 1, 1)
}
