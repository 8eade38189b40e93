// Nudge: `RandomForest` takes all of this when it is made. Which of its arguments has which default?
// Idea: The random generator is a variable, passed with `&`. The forest can say its error on any rows, and keeps what
//   it predicts out of the bag in `outOfBag`.
// Almost: `RandomForest(x, y, trees: 40, samples: 200_000, columnShare: 0.5, minLeafSize: 5, using: &random)`; then
//   twice `rootMeanSquaredError(_:_:)`, and `outOfBag!.rootMeanSquaredError` between them.

import Tabular
import Tensors

public func forestErrors(
    _ x: Features, _ y: [Double], validX: Features, validY: [Double], seed: UInt64
) throws -> [Double] {
    var random = SplitMix64(seed: seed)
    let forest = try RandomForest(
        x, y, trees: 40, samples: 200_000, columnShare: 0.5, minLeafSize: 5, using: &random)
    return [
        try forest.rootMeanSquaredError(x, y), forest.outOfBag!.rootMeanSquaredError,
        try forest.rootMeanSquaredError(validX, validY),
    ]
}
