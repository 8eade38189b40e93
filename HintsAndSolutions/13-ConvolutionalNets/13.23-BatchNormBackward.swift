// Nudge: The page has found out two things about dx: in each channel it sums to 0, and so does its product with the
//   normalized x. Start with the direct part, γ · dy / √(variance + ε), and take away what is in the way of that.
// Idea: With x̂ for the normalized x: subtracting the mean of dy gives the first, subtracting x̂ times the mean of dy ·
//   x̂ the second, because the mean of x̂ is 0 and that of x̂² is 1 (but for ε).
// Almost: Write a function for the mean over the axes 0, 2 and 3 that keeps them; it is needed four times. The bracket
//   in dx has three terms: dy, its mean, and the one with x̂. In front of it stand γ, as [c, 1, 1], and 1 / √(variance
//   + ε). dγ and dβ are no means but sums: each γ and β is used at all places.

import Tensors

public func batchNormBackward(
    _ x: Tensor, gamma: Tensor, dy: Tensor, epsilon: Float
) throws -> (dx: Tensor, dgamma: Tensor, dbeta: Tensor) {
    noGrad {
        func mean(_ x: Tensor) -> Tensor { x.mean(axes: 0, 2, 3, keepingAxes: true) }
        let centred = x - mean(x)
        let scale = 1 / (mean(centred.squared()) + epsilon).sqrt()
        let normalized = centred * scale
        let dx = gamma.reshaped(-1, 1, 1) * scale * (dy - mean(dy) - normalized * mean(dy * normalized))
        return (dx, (dy * normalized).sum(axes: 0, 2, 3), dy.sum(axes: 0, 2, 3))
    }
}
