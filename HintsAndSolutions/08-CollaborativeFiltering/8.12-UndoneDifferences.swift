// Nudge: Broadcasting compares shapes from the right. What stands above the b of [b] when the other is [b, 1]?
// Idea: Alike, nothing happens. In both mixed cases [b, 1] meets [b], which counts as [1, b].
// Almost: There are three shapes: one if both keep the column, one if neither does, and one for the mixed cases,
//   `sumKeepsAxis != biasHasColumn`. For the second answer, count the numbers in the shape: in a batch of one pair,
//   even a mixed case has just one.

public func predictions(
    of batch: Int, sumKeepsAxis: Bool, biasHasColumn: Bool
) throws -> (shape: [Int], areRight: Bool) {
    let shape = sumKeepsAxis != biasHasColumn ? [batch, batch] : sumKeepsAxis ? [batch, 1] : [batch]
    return (shape, shape.reduce(1, *) == batch)
}
