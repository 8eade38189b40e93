// # Activation functions as layers
//
// The function does the work (`x.relu()`); the layer is the same thing in a form that fits
// into a `Sequential`.

import Tensors

/// y = max(x, 0)
public final class ReLU: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.relu() }
}

/// y = max(x, 0), and 6 at most
public final class ReLU6: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.relu6() }
}

/// y = x where x > 0, else slope · x
public final class LeakyReLU: Module, Layer {
    public let slope: Float

    public init(slope: Float = 0.01) { self.slope = slope }

    public func forward(_ x: Tensor) -> Tensor { x.leakyReLU(slope: slope) }
}

/// y = x where x > 0, else slope · x, with slopes that are learned
///
/// K. He et al., "Delving Deep into Rectifiers" (2015).
public final class PReLU: Module, Layer {
    /// [1], or [channels]
    public let slopes: Parameter

    /// - Parameters:
    ///   - channels: how many slopes there are: one for each channel of an input [n, channels, ...], or 1 for all.
    ///   - slope: where all of them start.
    public init(channels: Int = 1, slope: Float = 0.25) {
        require(channels > 0, "PReLU of \(channels) channels", "it needs at least one slope", try: "1 for all channels")
        slopes = Parameter(.full(slope, [channels]))
    }

    public func forward(_ x: Tensor) -> Tensor {
        if slopes.count == 1 { return x.leakyReLU(slopes: slopes.value.reshaped([])) }
        require(
            x.rank >= 2 && x.shape[1] == slopes.count, "PReLU of \(x.shape)", "there are \(slopes.count) slopes",
            try: "an input [n, \(slopes.count), ...]")
        return x.leakyReLU(slopes: slopes.value.reshaped([slopes.count] + x.shape[2...].map { _ in 1 }))
    }
}

/// y = x where x > 0, else α (eˣ - 1)
public final class ELU: Module, Layer {
    public let alpha: Float

    public init(alpha: Float = 1) { self.alpha = alpha }

    public func forward(_ x: Tensor) -> Tensor { x.elu(alpha: alpha) }
}

/// y = x Φ(x), with Φ the bell curve's share below x
public final class GELU: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.gelu() }
}

/// y = x · sigmoid x, also called swish
public final class SiLU: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.silu() }
}

/// y = x tanh(ln(1 + eˣ))
public final class Mish: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.mish() }
}

/// y = x · (x + 3, kept in 0...6) / 6
public final class HardSwish: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.hardSwish() }
}

/// y = ln(1 + eˣ)
public final class Softplus: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.softplus() }
}

/// y = 1 / (1 + e⁻ˣ)
public final class Sigmoid: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.sigmoid() }
}

/// y = tanh x
public final class Tanh: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.tanh() }
}

/// y = eˣ / Σ eˣ along an axis: scores become probabilities.
public final class Softmax: Module, Layer {
    public let axis: Int

    public init(axis: Int = -1) { self.axis = axis }

    public func forward(_ x: Tensor) -> Tensor { x.softmax(axis: axis) }
}

/// y = x - ln Σ eˣ, the natural logarithm of the softmax along an axis.
public final class LogSoftmax: Module, Layer {
    public let axis: Int

    public init(axis: Int = -1) { self.axis = axis }

    public func forward(_ x: Tensor) -> Tensor { x.logSoftmax(axis: axis) }
}

/// x [batch, ...] → [batch, everything else in one axis]
public final class Flatten: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.flattened(from: 1) }
}
