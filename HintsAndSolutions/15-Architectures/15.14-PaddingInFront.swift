// Nudge: The page builds a mask that is true up to a text's length. Where does the mask begin here, and where does it
//   end?
// Idea: A step counts from `steps - min(length, most)` on. So compare [1, steps] with a first step for each text, [n,
//   1]; the rest is as on the page. The last output of every text is the last of its row.
// Almost: `let first = lengths.map { Float(steps - min($0, most)) }`; the mask is
//   `(Tensor.arange(steps).reshaped(1, steps) .>= Tensor(first).reshaped(n, 1)).unsqueezed(2)`, and the mean divides by
//   `min(length, most)`. `Tensor.where` picks numbers, it does not multiply: so infinite ones that are not picked do no
//   harm.

import Tensors

public func pooledFromTheEnd(_ x: Tensor, lengths: [Int], atMost most: Int) throws -> Tensor {
    let (n, steps) = (x.shape[0], x.shape[1])
    let counted = lengths.map { min($0, most) }
    let first = Tensor(counted.map { Float(steps - $0) }).reshaped(n, 1)
    let mask = (Tensor.arange(steps).reshaped(1, steps) .>= first).unsqueezed(2)
    let sizes = Tensor(counted.map { Float($0) }).reshaped(n, 1)
    let mean = Tensor.where(mask, x, Tensor(0)).sum(axis: 1) / sizes
    let largest = Tensor.where(mask, x, Tensor(-Float.infinity)).max(axis: 1).values
    return .cat([x[0..., -1], largest, mean], axis: 1)
}
