// Nudge: Write down all widths in a row: behind the pooling, of each hidden layer, of the answers.
// Idea: Each pair of neighbours in that row is one group. From a to b it learns 2 · a numbers in its norm and a · b in
//   its linear layer.
// Almost: `zip(widths, widths.dropFirst())`, the sum of `2 * a + a * b`, and 2 · outputs more with the last norm.

public func headNumbers(
    maps: Int, outputs: Int, hidden: [Int], concatPool: Bool, bnFinal: Bool
) throws -> Int? {
    guard maps > 0, outputs > 0, hidden.allSatisfy({ $0 > 0 }) else { return nil }
    let widths = [concatPool ? 2 * maps : maps] + hidden + [outputs]
    let groups = zip(widths, widths.dropFirst()).map { inputs, outputs in 2 * inputs + inputs * outputs }
    return groups.reduce(0, +) + (bnFinal ? 2 * outputs : 0)
}
