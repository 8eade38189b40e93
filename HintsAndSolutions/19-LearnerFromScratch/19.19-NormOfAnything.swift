// Nudge: Only two things depend on the rank: over which axes the mean goes, and how [c] is laid against x.
// Idea: The mean goes over all axes but axis 1. To lay [c] against x, give it the shape [1, c, 1, …], as many axes as
//   x has.
// Almost: `[0] + Array(2..<x.rank)` are the axes, and `var shape = [Int](repeating: 1, count: x.rank); shape[1] = c`
//   the shape. The running averages take `mean.detached()`, or they would keep the graph of every batch alive.

import Tensors

public final class NormOfAnything {
    public var gamma, beta: Tensor
    public private(set) var runningMean, runningVariance: Tensor

    public init(_ channels: Int) {
        (gamma, beta) = (.ones(channels), .zeros(channels))
        (runningMean, runningVariance) = (.zeros(channels), .ones(channels))
    }

    public func forward(_ x: Tensor, isTraining: Bool) throws -> Tensor {
        let axes = [0] + Array(2..<x.rank)
        var shape = [Int](repeating: 1, count: x.rank)
        shape[1] = x.shape[1]
        var (mean, variance) = (runningMean.reshaped(shape), runningVariance.reshaped(shape))
        if isTraining {
            mean = x.mean(axes: axes, keepingAxes: true)
            variance = (x - mean).squared().mean(axes: axes, keepingAxes: true)
            let n = Float(x.count / x.shape[1])
            let unbiased = variance.detached() * (n / (n - 1))
            runningMean = 0.9 * runningMean + 0.1 * mean.detached().reshaped(-1)
            runningVariance = 0.9 * runningVariance + 0.1 * unbiased.reshaped(-1)
        }
        let normalized = (x - mean) / (variance + 1e-5).sqrt()
        return normalized * gamma.reshaped(shape) + beta.reshaped(shape)
    }
}
