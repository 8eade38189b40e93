// Nudge: Read the first sentence as a recipe: each of its steps is one call. Then see what becomes of it for p = 100.
// Idea: `(a - b).abs().pow(p).mean().pow(1 / p)`. For large powers, remember that the unit is free: two images that
//   differ by 3 metres also differ by 3000 millimetres. In which unit are all differences at most 1?
// Almost: Divide the differences by the largest of them, `differences.max()`, before the recipe, and multiply by it
//   afterwards. Only a largest difference of 0 needs a case of its own, since nothing can be divided by it.

import Tensors

public func powerDistance(_ a: Tensor, _ b: Tensor, p: Float) throws -> Tensor {
    let differences = (a - b).abs()
    let largest = differences.max()
    if largest.item == 0 { return largest }
    // Measured in units of the largest, no power can overflow; at the end the unit is put back. Even p = ∞ comes out
    // right: the largest stays 1, all others become 0, and whatever their mean is, its power 1/∞ = 0 is 1.
    return (differences / largest).pow(p).mean().pow(1 / p) * largest
}
