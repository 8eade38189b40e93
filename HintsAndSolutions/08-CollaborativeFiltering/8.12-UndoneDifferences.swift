// Nudge: Broadcasting compares shapes from the right. What stands above the b of [b] when the other is [b, 1]?
// Idea: Alike, nothing happens. In both mixed cases [b, 1] meets [b], which counts as [1, b].
// Almost: `sumKeepsAxis != biasHasColumn` gives [b, b]; both true gives [b, 1]; both false [b]. Count the numbers in
//   it: in a batch of one pair, even a mixed case has just one.

public func predictions(
    of batch: Int, sumKeepsAxis: Bool, biasHasColumn: Bool
) throws -> (shape: [Int], areRight: Bool) {
    let shape = sumKeepsAxis != biasHasColumn ? [batch, batch] : sumKeepsAxis ? [batch, 1] : [batch]
    return (shape, shape.reduce(1, *) == batch)
}
