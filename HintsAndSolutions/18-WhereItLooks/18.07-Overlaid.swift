// Nudge: Three steps: from numbers to 0...1, from there to rows of the table, from rows to colours. And one more, for
//   the axes.
// Idea: The row of a number is its share of the way from smallest to largest, 0...1, times n − 1, rounded. (A tensor's
//   `rounded()` takes a half to the even neighbour, which is not what is wanted here: add ½ and take `floor()`.)
//   `embedded` looks rows up in a table. What you get has its colours last.
// Almost: `colours.embedded(IntTensor(rows)).permuted(2, 0, 1)`. Before: `(map - low) / (high - low)`, but 0 everywhere
//   if the two are equal.

import Tensors

public func overlaid(_ map: Tensor, on picture: Tensor, colours: Tensor, alpha: Float) throws -> Tensor {
    let (low, high) = (map.min(), map.max())
    let unit = high.item > low.item ? (map - low) / (high - low) : .zeros(map.shape)
    let rows = IntTensor((unit * Float(colours.shape[0] - 1) + 0.5).floor())
    let heat = colours.embedded(rows).permuted(2, 0, 1)
    return alpha * heat + (1 - alpha) * picture
}
