// Nudge: Flatten each map to one row, and softmax is the one that you know.
// Idea: The middles of the columns are -1 + (2 · column + 1) / w. The mean of x needs how much of the share lies in
//   each column: sum over the rows. The same for y, with rows and columns exchanged.
// Almost: `scores.reshaped(n, h * w).softmax(axis: 1)` is over all cells; reshape the shares back to [n, h, w]. Their
//   `sum(axis: 1)` is [n, w], one number for each column, and can be multiplied by the middles of the columns.
//   `Tensor.stack([x, y], axis: 1)` makes [n, 2] of both.

import Tensors

public func placesInHeatMaps(_ scores: Tensor) throws -> Tensor {
    let (n, height, width) = (scores.shape[0], scores.shape[1], scores.shape[2])
    func middles(_ count: Int) -> Tensor { Tensor((0..<count).map { -1 + Float(2 * $0 + 1) / Float(count) }) }
    let shares = scores.reshaped(n, height * width).softmax(axis: 1).reshaped(n, height, width)
    let x = (shares.sum(axis: 1) * middles(width)).sum(axis: 1)
    let y = (shares.sum(axis: 2) * middles(height)).sum(axis: 1)
    return .stack([x, y], axis: 1)
}
