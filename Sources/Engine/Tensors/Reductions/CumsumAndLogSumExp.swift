// # Running totals, and sums of powers

import Kernels

extension Tensor {
    /// y[i] = Σ x[j] over j ≤ i along an axis   ⇒   dx[j] = Σ dy[i] over i ≥ j
    public func cumsum(axis: Int) -> Tensor {
        let axis = axisIndex(axis, shape, "cumsum")
        return runningSum(axis, backwards: false).recorded("cumsum", self) { dy in
            dy.runningSum(axis, backwards: true)
        }
    }

    private func runningSum(_ axis: Int, backwards: Bool) -> Tensor {
        let dense = array.contiguous()
        let y = NDArray<Float>(uninitialized: shape)
        Kernels.runningSum(
            out: y.memory.base, dense.base, outer: shape[..<axis].reduce(1, *), count: shape[axis],
            inner: shape[(axis + 1)...].reduce(1, *), backwards: backwards)
        return Tensor(array: y)
    }

    /// y = ln Σ eˣ over the given axes   ⇒   dx = dy · eˣ⁻ʸ, which is dy · softmax x
    ///
    /// The largest element m is taken out, ln Σ eˣ = m + ln Σ eˣ⁻ᵐ, so that no power overflows; and
    /// x - y is taken as (x - m) - ln Σ eˣ⁻ᵐ, since y itself is rounded as coarsely as m is large.
    public func logSumExp(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "logSumExp")
        let kept = foldedShape(axes, true)
        let x = detached()
        let isEmpty = axes.contains { shape[$0] == 0 }
        let top = isEmpty ? Tensor.zeros(kept) : x.max(axes: axes, keepingAxes: true)
        let m = Tensor.where(top.abs() .< .infinity, top, 0)  // ∞ - ∞ would be NaN
        let rest = (x - m).exp().sum(axes: axes, keepingAxes: true).log()
        let y = m + rest
        return y.reshaped(foldedShape(axes, keepingAxes)).recorded("logSumExp", self) { dy in
            // Where all x are -∞ there is no slope in any direction, and -∞ - -∞ would be NaN.
            dy.reshaped(kept) * (x - m - Tensor.where(rest .== -.infinity, 0, rest)).exp()
        }
    }
    public func logSumExp(axes: Int..., keepingAxes: Bool = false) -> Tensor {
        logSumExp(axes: orAll(axes), keepingAxes: keepingAxes)
    }
    public func logSumExp(axis: Int, keepingAxes: Bool = false) -> Tensor {
        logSumExp(axes: [axis], keepingAxes: keepingAxes)
    }
}
