// Nudge: The page has the formula. What does broadcasting make of [n] and [n, 1], and how many distances are that?
// Idea: Bring both to the same shape first: `reshaped(-1)` lays all numbers out along one axis. Before that, look at
//   the numbers: `predictions.scalars.allSatisfy { … }`.
// Almost: A guard with two conditions, the same `count` and `(0...1).contains($0)` for all predictions (which is false
//   for NaN), or else nil. Then `Tensor.where(t .== 1, 1 - p, p).mean()` of the reshaped p and t.

import Tensors

public func mnistLossV1(_ predictions: Tensor, _ targets: Tensor) throws -> Tensor? {
    guard predictions.count == targets.count, predictions.scalars.allSatisfy({ (0...1).contains($0) }) else {
        return nil
    }
    // [n] against [n, 1] would be n · n comparisons, of every prediction with every target, and no error.
    let (p, t) = (predictions.reshaped(-1), targets.reshaped(-1))
    return Tensor.where(t .== 1, 1 - p, p).mean()
}
