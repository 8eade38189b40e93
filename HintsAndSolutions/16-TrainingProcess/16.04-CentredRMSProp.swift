// Nudge: You know two steppers that keep a damped average, one of gradients and one of squares. Here both have the same
//   memory.
// Idea: Compute both new averages first. The variance is square − average², number by number. What if it is −10⁻⁹?
// Almost: Cut the variance off at 0 (`clamped(min: 0)`) before you take the root, and add epsilon after it. Both
//   averages that are returned are the new ones, under the names "square" and "average".

import Tensors

public func centredRMSPropStep(
    _ p: Tensor, _ g: Tensor, _ stored: [String: Tensor], learningRate: Float, squareMomentum: Float, epsilon: Float
) throws -> (p: Tensor, stored: [String: Tensor]) {
    func average(_ name: String, _ value: Tensor) -> Tensor {
        squareMomentum * (stored[name] ?? .zeros(p.shape)) + (1 - squareMomentum) * value
    }
    let (square, average) = (average("square", g.squared()), average("average", g))
    let variance = (square - average.squared()).clamped(min: 0)
    let new = p - learningRate * g / (variance.sqrt() + epsilon)
    return (new, ["square": square, "average": average])
}
