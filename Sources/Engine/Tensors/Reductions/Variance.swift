// # Variance: how far numbers lie from their mean
//
// Mean and variance are measured together, in one pass without cancellation, by the kernel of batch norm:
// it treats the folded axes as items and inner axes, and the remaining ones as channels.

import Kernels

extension Tensor {
    /// y = Σ (x - mean)² / (n - 1), or / n if not `unbiased`   ⇒   dx = dy · 2 (x - mean) / (n - 1)
    public func variance(axes: [Int], unbiased: Bool = true, keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "variance")
        let n = Float(axes.reduce(1) { $0 * shape[$1] })
        let divisor = unbiased ? n - 1 : n
        let kept = foldedShape(axes, true)
        let (mean, variance) = moments(axes)
        let y = (variance * (n / divisor)).reshaped(foldedShape(axes, keepingAxes))
        return y.recorded("variance", self) { dy in
            dy.reshaped(kept) * (2 / divisor) * (detached() - mean.reshaped(kept))
        }
    }
    public func variance(axis: Int, unbiased: Bool = true, keepingAxes: Bool = false) -> Tensor {
        variance(axes: [axis], unbiased: unbiased, keepingAxes: keepingAxes)
    }
    public func variance(unbiased: Bool = true) -> Tensor { variance(axes: Array(0..<rank), unbiased: unbiased) }

    /// y = √variance   ⇒   dx = dy / 2y through the root, and 0 where y is 0
    ///
    /// Around equal numbers y grows in every direction, like |x| around 0, and like there its slope is taken as 0.
    public func std(axes: [Int], unbiased: Bool = true, keepingAxes: Bool = false) -> Tensor {
        let variance = variance(axes: axes, unbiased: unbiased, keepingAxes: keepingAxes)
        let y = variance.each(.squareRoot)
        return y.recorded("std", variance) { dy in Tensor.where(y .== 0, 0, dy / (2 * y)) }
    }
    public func std(axis: Int, unbiased: Bool = true, keepingAxes: Bool = false) -> Tensor {
        std(axes: [axis], unbiased: unbiased, keepingAxes: keepingAxes)
    }
    public func std(unbiased: Bool = true) -> Tensor { std(axes: Array(0..<rank), unbiased: unbiased) }

    /// Mean and biased variance over the given axes, as flat vectors of the other axes' elements.
    private func moments(_ axes: [Int]) -> (mean: Tensor, variance: Tensor) {
        let others = shape.indices.filter { !axes.contains($0) }
        let isRun = others.isEmpty || others.last! - others.first! == others.count - 1
        let dense = isRun ? array.contiguous() : array.permuted(others + axes).contiguous()
        let channels = others.reduce(1) { $0 * shape[$1] }
        var inner = isRun ? shape[((others.last ?? -1) + 1)...].reduce(1, *) : axes.reduce(1) { $0 * shape[$1] }
        if others.isEmpty, count % 4_096 == 0, count > 0 { inner = 4_096 }  // pieces, to be shared by the threads
        let (mean, variance) = (Tensor.zeros(channels), Tensor.zeros(channels))
        if channels == 0 { return (mean, variance) }
        BatchNormKernel(
            items: inner == 0 ? 0 : count / channels / inner, channels: channels, inner: inner, gamma: nil, beta: nil,
            mean: mean.array.memory.base, variance: variance.array.memory.base, epsilon: 0, relu: false
        ).measure(dense.base)
        return withExtendedLifetime(dense) { (mean, variance) }
    }
}
