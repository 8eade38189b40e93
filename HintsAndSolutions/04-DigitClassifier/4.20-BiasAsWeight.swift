// Nudge: A bias is added to every score as it is, whatever the pixels are. Which pixel would make a weight do that?
// Idea: A pixel that is always 1. So each image gets one pixel more, and its weight is the bias.
// Almost: `Tensor.cat([…, …], axis: 1)` puts a column of ones, `Tensor.ones(n, 1)`, beside x. `cat` along axis 0 puts
//   the bias below the weights; for that it has to be a row [1, k]: `bias.unsqueezed(0)`.

import Tensors

public func withOnes(_ x: Tensor) throws -> Tensor {
    Tensor.cat([x, .ones(x.shape[0], 1)], axis: 1)
}

public func withBias(_ weights: Tensor, _ bias: Tensor) throws -> Tensor {
    // In the place that the ones have among the inputs: the last.
    Tensor.cat([weights, bias.unsqueezed(0)], axis: 0)
}
