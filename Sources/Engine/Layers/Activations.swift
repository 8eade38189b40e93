// # Activation functions as layers
//
// The function does the work (`x.relu()`); the layer is the same thing in a form that fits
// into a `Sequential`.

import Tensors

/// y = max(x, 0)
public final class ReLU: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.relu() }
}

/// y = 1 / (1 + e⁻ˣ)
public final class Sigmoid: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.sigmoid() }
}

/// y = tanh x
public final class Tanh: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.tanh() }
}

/// y = x - ln Σ eˣ, the natural logarithm of the softmax along the last axis.
public final class LogSoftmax: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.logSoftmax() }
}

/// x [batch, ...] → [batch, everything else in one axis]
public final class Flatten: Module, Layer {
    public func forward(_ x: Tensor) -> Tensor { x.flattened(from: 1) }
}
