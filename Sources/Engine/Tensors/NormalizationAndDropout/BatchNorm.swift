// # Batch norm: every channel measured over the whole batch
//
//     x̂ = (x - mean) / √(variance + ε)      y = γ x̂ + β
//
// Mean and variance (the biased one, Σ (x - mean)² / n) are those of a channel in this batch while a
// net learns, and fixed ones when it is used. With Σ over a channel of n numbers the derivative is
//
//     dβ = Σ dy      dγ = Σ dy x̂      dx = γ / √(variance + ε) · (dy - dβ / n - x̂ dγ / n)
//
// where the last two terms say that every x also moves mean and variance; fixed ones do not move.

import Kernels

/// What is done to the result of a normalization before it is written.
public enum NormActivation: Sendable {
    case none
    /// max(y, 0), at no cost: nothing is kept for the backward pass.
    case relu
    /// max(y, 0), and 6 at most.
    case relu6

    /// What the results are kept in.
    package var bounds: ClosedRange<Float>? {
        switch self {
        case .none: nil
        case .relu: 0...Float.infinity
        case .relu6: 0...6
        }
    }
}

extension Tensor {
    /// Normalized by the batch's own mean and variance, which are returned too, untracked. Those of an empty batch are
    /// NaN, and the gradients that it gives are 0.
    ///
    /// x [n, c, ...] · gamma [c] or nil for 1 · beta [c] or nil for 0 → y like x, mean [c], variance [c]
    public func batchNorm(
        _ gamma: Tensor? = nil, _ beta: Tensor? = nil, epsilon: Float = 1e-5, activation: NormActivation = .none
    ) -> (y: Tensor, mean: Tensor, variance: Tensor) {
        requireChannels(gamma, beta)
        require(
            count / Swift.max(shape[1], 1) != 1, "batchNorm of \(shape)", "one number per channel has no variance",
            try: "more than one item while training, or the running statistics (eval())")
        let (mean, variance) = (Tensor.full(.nan, [shape[1]]), Tensor.full(.nan, [shape[1]]))
        return (normalized(gamma, beta, mean, variance, epsilon, activation, measuring: true), mean, variance)
    }

    /// Normalized by a given mean and variance.
    ///
    /// x [n, c, ...] · gamma, beta, mean, variance [c] → y like x
    public func batchNorm(
        _ gamma: Tensor? = nil, _ beta: Tensor? = nil, mean: Tensor, variance: Tensor, epsilon: Float = 1e-5,
        activation: NormActivation = .none
    ) -> Tensor {
        requireChannels(gamma, beta, mean, variance)
        return normalized(gamma, beta, mean.detached(), variance.detached(), epsilon, activation, measuring: false)
    }

    private func requireChannels(_ perChannel: Tensor?...) {
        require(rank >= 2, "batchNorm of \(shape)", "there is no axis of channels", try: "an input [n, channels, ...]")
        for tensor in perChannel {
            require(
                tensor == nil || tensor!.shape == [shape[1]], "batchNorm of \(shape)",
                "there are \(shape[1]) channels, but gamma, beta, mean or variance is \(tensor!.shape)",
                try: "an input [n, \(tensor!.count), ...]")
        }
    }

    private func normalized(
        _ gamma: Tensor?, _ beta: Tensor?, _ mean: Tensor, _ variance: Tensor, _ epsilon: Float,
        _ activation: NormActivation, measuring: Bool
    ) -> Tensor {
        let x = array.contiguous()
        let y = NDArray<Float>(uninitialized: shape)
        let channels = ChannelNumbers(gamma, beta, mean, variance, epsilon, activation)
        channels.with(shape) { $0.forward(y.memory.base, x.base, measuring: measuring) }
        let operands = [self, gamma, beta].compactMap { $0 }
        return Tensor(array: y).recorded("batchNorm", operands) { [shape, tracked = requiresGrad] dy in
            let dx = tracked ? NDArray<Float>(uninitialized: shape) : nil
            let (dGamma, dBeta) = (Tensor.zeros(shape[1]), Tensor.zeros(shape[1]))
            let dy = dy.array.contiguous()
            channels.with(shape) {
                $0.backward(
                    dx?.memory.base, dGamma.array.memory.base, dBeta.array.memory.base, dy.base, x.base,
                    measured: measuring)
            }
            return [dx.map { Tensor(array: $0) }] + (gamma == nil ? [] : [dGamma]) + (beta == nil ? [] : [dBeta])
        }
    }
}

/// The numbers of every channel, dense and alive while a kernel reads them.
private struct ChannelNumbers {
    let gamma, beta: NDArray<Float>?
    let mean, variance: NDArray<Float>
    let epsilon: Float
    let activation: NormActivation

    init(
        _ gamma: Tensor?, _ beta: Tensor?, _ mean: Tensor, _ variance: Tensor, _ epsilon: Float,
        _ activation: NormActivation
    ) {
        (self.gamma, self.beta) = (gamma?.array.contiguous(), beta?.array.contiguous())
        (self.mean, self.variance) = (mean.array.contiguous(), variance.array.contiguous())
        (self.epsilon, self.activation) = (epsilon, activation)
    }

    /// An empty batch has nothing to normalize or to learn from: then `body` is not called.
    func with(_ shape: [Int], _ body: (BatchNormKernel) -> Void) {
        if shape.contains(0) { return }
        withExtendedLifetime(self) {
            body(
                BatchNormKernel(
                    items: shape[0], channels: shape[1], inner: shape[2...].reduce(1, *), gamma: gamma?.base,
                    beta: beta?.base, mean: mean.memory.base + mean.offset,
                    variance: variance.memory.base + variance.offset, epsilon: epsilon, relu: activation != .none,
                    ceiling: activation == .relu6 ? 6 : .infinity))
        }
    }
}
