// Nudge: Cut the list of layers in two. What happens between the two halves is what the page's callback does with
//   photos.
// Idea: The shares have one axis, what comes out of a layer may have two or four. A tensor [n, 1, 1, 1] is broadcast
//   along all axes but the first; make one with as many axes as are needed.
// Almost: `let h = layers[..<place].reduce(x) { $1($0) }`, the shares reshaped to
//   `[n] + [Int](repeating: 1, count: h.rank - 1)`, then `λ * h + (1 - λ) * h.rows(partners)`, and the other layers.

import Layers
import Tensors

public func mixedInside(
    _ layers: [any Layer<Tensor, Tensor>], _ x: Tensor, at place: Int, partners: [Int], shares: [Float]
) throws -> Tensor {
    let h = layers[..<place].reduce(x) { $1($0) }
    let λ = Tensor(shares).reshaped([shares.count] + [Int](repeating: 1, count: h.rank - 1))
    let mixed = λ * h + (1 - λ) * h.rows(partners)
    return layers[place...].reduce(mixed) { $1($0) }
}
