// Nudge: Look at the shapes before you look at any number. They are arrays of Int.
// Idea: Strike out every 1 from both shapes and compare what is left. Then bring both tensors to one shape, so that
//   nothing is stretched.
// Almost: `shape.filter { $0 != 1 }` is what is left of a shape; two such arrays can be compared with `==`.
//   `flattened()` makes one axis of any tensor. Mind the order: the subtraction must not happen before the comparison.

import Tensors

public func safeSquaredError(_ outputs: Tensor, _ targets: Tensor) throws -> Float? {
    guard outputs.shape.filter({ $0 != 1 }) == targets.shape.filter({ $0 != 1 }) else { return nil }
    return (outputs.reshaped([outputs.count]) - targets.reshaped([targets.count])).squared().mean().item
}
