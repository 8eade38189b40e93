// # Batch norm: layers that keep their numbers near 0 and 1
//
// While the model learns, each channel is normalized by its own mean and variance in the batch, and
// the layer keeps a running average of both. When the model is used (`eval()`), a single item may come
// without a batch around it, so the running averages are used instead.

import Tensors

/// y = γ · (x - mean) / √(variance + ε) + β, for every channel
///
/// x [n, c, ...] → y of the same shape. γ starts as 1, β as 0. Use `BatchNorm1d` or `BatchNorm2d`, which say
/// what they normalize.
public class BatchNorm: Module, Layer {
    /// γ [c]
    public final let gamma: Parameter
    /// β [c]
    public final let beta: Parameter
    /// [c]: the average of the batches' means
    public final let runningMean: Buffer
    /// [c]: the average of the batches' unbiased variances
    public final let runningVariance: Buffer
    /// How far a batch moves the running averages, 0...1.
    public final let momentum: Float
    public final let epsilon: Float
    public final let activation: NormActivation

    /// - Parameters:
    ///   - channels: c.
    ///   - momentum: how far a batch moves the running averages, 0...1.
    ///   - activation: `.relu` to get max(y, 0), in the same pass.
    public init(
        _ channels: Int, epsilon: Float = 1e-5, momentum: Float = 0.1, activation: NormActivation = .none
    ) {
        (gamma, beta) = (Parameter(.ones(channels)), Parameter(.zeros(channels)))
        (runningMean, runningVariance) = (Buffer(.zeros(channels)), Buffer(.ones(channels)))
        (self.epsilon, self.momentum, self.activation) = (epsilon, momentum, activation)
    }

    public final func forward(_ x: Tensor) -> Tensor {
        requireShape(x.shape)
        if !isTraining {
            return x.batchNorm(
                gamma.value, beta.value, mean: runningMean.value, variance: runningVariance.value, epsilon: epsilon,
                activation: activation)
        }
        let (y, mean, variance) = x.batchNorm(gamma.value, beta.value, epsilon: epsilon, activation: activation)
        if x.count == 0 { return y }  // an empty batch has measured nothing
        let n = Float(x.count / x.shape[1])
        runningMean.move(by: momentum, to: mean)
        runningVariance.move(by: momentum, to: variance * (n / (n - 1)))
        return y
    }

    /// Stops the program if x has a shape that the layer cannot normalize.
    func requireShape(_ shape: [Int]) {}
}

extension Buffer {
    /// value = (1 - share) · value + share · target: with a share of 1 it is the target, to the last bit.
    fileprivate func move(by share: Float, to target: Tensor) { assign((1 - share) * value + share * target) }
}

/// Batch norm of lists of numbers: x [n, c], or of sequences: x [n, c, length].
public final class BatchNorm1d: BatchNorm {
    override func requireShape(_ shape: [Int]) {
        require(
            shape.count == 2 || shape.count == 3, "BatchNorm1d of \(shape)", "its rank is \(shape.count)",
            try: "an input [n, \(gamma.count)] or [n, \(gamma.count), length]")
    }
}

/// Batch norm of images: x [n, c, height, width].
public final class BatchNorm2d: BatchNorm {
    override func requireShape(_ shape: [Int]) {
        require(
            shape.count == 4, "BatchNorm2d of \(shape)", "its rank is \(shape.count)",
            try: "an input [n, \(gamma.count), height, width]")
    }
}
