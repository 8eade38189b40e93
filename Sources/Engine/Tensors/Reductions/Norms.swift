// # Norms: how long a vector is
//
// The 2-norm is the length of everyday life, the 1-norm the way along the grid's streets, the ∞-norm the longest step.

extension Tensor {
    /// y = (Σ |x|ᵖ)^(1/p)   ⇒   dx = dy · sign x · (|x| / y)ᵖ⁻¹, and 0 where x or y is 0
    ///
    /// With p = 2 the slope is x / y. At the zero vector y grows in every direction, like |x| at 0, and like there its
    /// slope is taken as 0.
    ///
    /// - Parameter p: any number. 0 counts what is not 0 (and has no gradient); ∞ and -∞ find the largest and the
    ///   smallest |x|, and share dy among those that equal it. These two, and negative numbers, need at least one
    ///   element; without any, the other norms are 0. (PyTorch's `linalg.vector_norm`.)
    public func norm(_ p: Float = 2, axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "norm")
        require(!p.isNaN, "norm(\(p)) of \(shape)", "that is not a norm", try: "1, 2 or .infinity")
        require(
            p >= 0 && p < .infinity || axes.allSatisfy { shape[$0] > 0 }, "norm(\(p)) of \(shape) over axes \(axes)",
            "there are no elements")
        switch p {
        case 0: return Tensor(self .!= 0).sum(axes: axes, keepingAxes: keepingAxes)
        case 1: return abs().sum(axes: axes, keepingAxes: keepingAxes)
        case .infinity: return abs().max(axes: axes, keepingAxes: keepingAxes)
        case -.infinity: return abs().min(axes: axes, keepingAxes: keepingAxes)
        default: return powerNorm(p, axes, keepingAxes)
        }
    }
    public func norm(_ p: Float = 2, axis: Int, keepingAxes: Bool = false) -> Tensor {
        norm(p, axes: [axis], keepingAxes: keepingAxes)
    }
    public func norm(_ p: Float = 2) -> Tensor { norm(p, axes: Array(0..<rank)) }

    private func powerNorm(_ p: Float, _ axes: [Int], _ keep: Bool) -> Tensor {
        let (x, kept) = (detached(), foldedShape(axes, true))
        let sizes = x.abs()
        // The number that weighs most is taken out, so that no power overflows and not all of them vanish.
        var top = Tensor.zeros(kept)
        if count > 0 {
            top = p > 0 ? sizes.max(axes: axes, keepingAxes: true) : sizes.min(axes: axes, keepingAxes: true)
        }
        let m = Tensor.where((top .> 0) .& (top .< .infinity), top, 1)
        let y = m * (sizes / m).pow(p).sum(axes: axes, keepingAxes: true).pow(1 / p)
        return y.reshaped(foldedShape(axes, keep)).recorded("norm", self) { dy in
            let slope = p == 2 ? x / y : x.sign() * (x.abs() / y).pow(p - 1)
            return dy.reshaped(kept) * Tensor.where((x .== 0) .| (y .== 0), 0, slope)
        }
    }
}

// MARK: Directions

extension Tensor {
    /// y = x / ‖x‖ along an axis: the same direction, of length 1   ⇒   dx = (dy - y Σ dy y) / ‖x‖
    ///
    /// - Parameter epsilon: the least that is divided by, for the zero vector. (PyTorch's `normalize`.)
    public func normalized(axis: Int, epsilon: Float = 1e-12) -> Tensor {
        self / norm(axis: axis, keepingAxes: true).maximum(epsilon)
    }

    /// y = Σ a b / (‖a‖ ‖b‖) along an axis, the cosine of the angle between two vectors: 1 if their directions are the
    /// same, -1 if they are opposite, 0 if they are at right angles.
    ///
    /// [..., n, ...] with the same, broadcast → [..., ...]
    ///
    /// - Parameter epsilon: the least that ‖a‖ and ‖b‖ are taken for. (PyTorch's `cosine_similarity`.)
    public func cosineSimilarity(_ b: Tensor, axis: Int, epsilon: Float = 1e-8) -> Tensor {
        let shape = broadcastShape(shape, b.shape, "cosineSimilarity")
        let (a, b) = (expanded(to: shape), b.expanded(to: shape))
        return (a.normalized(axis: axis, epsilon: epsilon) * b.normalized(axis: axis, epsilon: epsilon)).sum(axis: axis)
    }
}
