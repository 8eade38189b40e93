// Nudge: What is the score if nothing is left out? Section 18.2 has it: a mean and a bias.
// Idea: Where the activations are 0, the map is 0. The mean still goes over all places.
// Almost: Set the rectangle to zeros in a copy, `map[rows, columns] = .zeros(…)`, and take the mean plus the bias; or
//   subtract the sum of the rectangle, divided by the number of all places.

import Tensors

public func scoreWithout(rows: Range<Int>, columns: Range<Int>, map: Tensor, bias: Float) throws -> Float {
    let rest = map.sum() - map[rows, columns].sum()
    return rest.item / Float(map.count) + bias
}
