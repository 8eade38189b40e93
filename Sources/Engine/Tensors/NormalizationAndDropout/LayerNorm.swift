// # Layer norm: every item measured on its own
//
//     x̂ = (x - mean) / √(variance + ε)      y = γ x̂ + β
//
// as in batch norm, but mean and variance are those of one item, so it does not matter what else is in
// the batch. With g = dy γ, and Σ over the n numbers of an item:
//
//     dβ = Σ dy and dγ = Σ dy x̂ over all items      dx = (g - Σ g / n - x̂ Σ g x̂ / n) / √(variance + ε)

import Kernels

extension Tensor {
    /// Normalized over the last axes.
    ///
    /// x [..., shape] · gamma [shape] or nil for 1 · beta [shape] or nil for 0 → y like x
    ///
    /// - Parameter lastAxes: over how many of the last axes; as many as gamma has, or 1.
    public func layerNorm(
        _ gamma: Tensor? = nil, _ beta: Tensor? = nil, lastAxes: Int? = nil, epsilon: Float = 1e-5
    ) -> Tensor {
        let axes = lastAxes ?? gamma?.rank ?? beta?.rank ?? 1
        require(
            axes >= 1 && axes <= rank, "layerNorm of \(shape)", "it cannot be over the last \(axes) axes",
            try: "from 1 to \(rank)")
        let item = Array(shape.suffix(axes))
        for tensor in [gamma, beta] where tensor != nil {
            require(
                tensor!.shape == item, "layerNorm of \(shape)",
                "an item is \(item), but gamma or beta is \(tensor!.shape)",
                try: "an input [..., \(tensor!.shape.map(String.init).joined(separator: ", "))]")
        }
        return normalized(gamma, beta, item, epsilon)
    }

    private func normalized(_ gamma: Tensor?, _ beta: Tensor?, _ item: [Int], _ epsilon: Float) -> Tensor {
        let (x, y) = (array.contiguous(), NDArray<Float>(uninitialized: shape))
        let columns = item.reduce(1, *)
        let (scales, shifts) = ((gamma ?? .ones(item)).array.contiguous(), (beta ?? .zeros(item)).array.contiguous())
        let kernel = LayerNormKernel(
            rows: columns == 0 ? 0 : count / columns, columns: columns, gamma: scales.base, beta: shifts.base,
            epsilon: epsilon)
        withExtendedLifetime((scales, shifts)) { kernel.forward(y.memory.base, x.base) }
        let operands = [self, gamma, beta].compactMap { $0 }
        return Tensor(array: y).recorded("layerNorm", operands) { [shape, tracked = requiresGrad] dy in
            let dx = tracked ? NDArray<Float>(uninitialized: shape) : nil
            let (dGamma, dBeta) = (Tensor.zeros(item), Tensor.zeros(item))
            let dy = dy.array.contiguous()
            withExtendedLifetime((scales, shifts)) {
                kernel.backward(
                    dx?.memory.base, dGamma.array.memory.base, dBeta.array.memory.base, dy.base, x.base)
            }
            return [dx.map { Tensor(array: $0) }] + (gamma == nil ? [] : [dGamma]) + (beta == nil ? [] : [dBeta])
        }
    }
}
