// Nudge: A mean is a sum and a count. Which numbers belong to the sum, and how many are there?
// Idea: Make a mask [texts, steps, 1] with 1 at real steps. Multiply before you square, so that the filling is 0. A
//   pair of steps t and t + 1 is real if t + 1 is: its mask is that of the steps without the first.
// Almost: with `pairs = real[0..., 1...]`, the sum is `((raw[0..., 1...] - raw[0..., ..<(-1)]) *
//   pairs).squared().sum()`, and the count `pairs.sum().item` times the number of hidden units. Divide only if the
//   count is not 0.

import Tensors

public func penalties(
    raw: Tensor, dropped: Tensor, lengths: [Int], alpha: Float, beta: Float
) throws -> Tensor {
    let (steps, hidden) = (raw.shape[1], raw.shape[2])
    let places = Tensor.arange(steps).reshaped(1, steps, 1)
    let real = Tensor(places .< Tensor(lengths.map { Float($0) }).reshaped(-1, 1, 1))
    func mean(_ x: Tensor, _ mask: Tensor) -> Tensor {
        (x * mask).squared().sum() / max(mask.sum().item * Float(hidden), 1)
    }
    let squares = alpha * mean(dropped, real)
    if steps < 2 { return squares }
    return squares + beta * mean(raw[0..., 1...] - raw[0..., ..<(-1)], real[0..., 1...])
}
