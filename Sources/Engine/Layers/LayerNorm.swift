// # Layer norm: items that are normalized one by one

import Tensors

/// y = γ · (x - mean) / √(variance + ε) + β, mean and variance over the last axes of each item
///
/// x [..., shape] → y of the same shape. γ starts as 1, β as 0. Training and evaluation are the same.
public final class LayerNorm: Module, Layer {
    /// γ [shape]
    public let gamma: Parameter
    /// β [shape]
    public let beta: Parameter
    public let epsilon: Float

    /// - Parameter shape: the last axes, which are normalized together.
    public init(_ shape: [Int], epsilon: Float = 1e-5) {
        (gamma, beta, self.epsilon) = (Parameter(.ones(shape)), Parameter(.zeros(shape)), epsilon)
    }

    /// - Parameter count: length of the last axis.
    public convenience init(_ count: Int, epsilon: Float = 1e-5) { self.init([count], epsilon: epsilon) }

    public func forward(_ x: Tensor) -> Tensor { x.layerNorm(gamma.value, beta.value, epsilon: epsilon) }
}
