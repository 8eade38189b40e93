// Nudge: Each difference d = later - earlier has two ends. What is the slope of d² at each of them?
// Idea: The slope at the later step is 2d, at the earlier one -2d, both times beta / number of differences. A step in
//   the middle is the later end of one difference and the earlier end of another, and gets both.
// Almost: let d be `factor * (raw[0..., 1...] - raw[0..., ..<(-1)])`. Put a step of zeros before d and one behind it,
//   and subtract: `.cat([zero, d], axis: 1) - .cat([d, zero], axis: 1)`.

import Tensors

public func temporalGradient(_ raw: Tensor, beta: Float) throws -> Tensor {
    let (batch, steps, hidden) = (raw.shape[0], raw.shape[1], raw.shape[2])
    if steps < 2 { return .zeros(raw.shape) }
    let factor = 2 * beta / Float(batch * (steps - 1) * hidden)
    let d = factor * (raw[0..., 1...] - raw[0..., ..<(-1)])
    let zero = Tensor.zeros(batch, 1, hidden)
    return .cat([zero, d], axis: 1) - .cat([d, zero], axis: 1)
}
