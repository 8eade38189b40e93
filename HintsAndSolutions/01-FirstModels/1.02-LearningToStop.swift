// Nudge: The bias is a weight like the others, of an input that is always 1. So the rows may get a 1 at their end.
// Idea: Two loops: over passes, and within each over the examples. Count the mistakes of a pass. What does it mean when
//   the count is 0 at its end?
// Almost: With `x = row + [1]` and `fires = sum of weights times x >= 0 ? 1 : 0`, each weight changes by
//   `Double(wanted - fires) * x[i]`, which is 0 where it was right.

public func learnedWeights(_ inputs: [[Double]], _ wanted: [Int], passes: Int) throws -> [Double]? {
    guard let first = inputs.first else { return nil }
    var weights = [Double](repeating: 0, count: first.count + 1)
    for _ in 0..<passes {
        var mistakes = 0
        for (row, wanted) in zip(inputs, wanted) {
            let x = row + [1]
            let fires = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 } >= 0 ? 1 : 0
            if fires == wanted { continue }
            mistakes += 1
            for i in weights.indices { weights[i] += Double(wanted - fires) * x[i] }
        }
        if mistakes == 0 { return weights }
    }
    return nil
}
