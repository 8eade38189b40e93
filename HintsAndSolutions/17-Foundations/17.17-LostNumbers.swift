// Nudge: You need the numbers before the first layer and after each one. Then both answers are the place of the first
//   of them for which something holds.
// Idea: Two masks tell. Infinite and NaN are the numbers x for which x - x is not 0, or plainer: those that are not
//   finite. `(x .== 0).all` holds for an x without numbers, too, so ask for the count as well.
// Almost: Start with `var outputs = [x]`, and append `outputs.last!.matmul(w)` for each weight. `firstIndex(where:)`
//   counts from 0, which is x. One condition is `!$0.scalars.allSatisfy(\.isFinite)`, the other `$0.count > 0 && ($0
//   .== 0).all`.

import Tensors

public func lostNumbers(_ x: Tensor, through weights: [Tensor]) throws -> (overflow: Int?, zero: Int?) {
    var outputs = [x]
    for w in weights { outputs.append(outputs.last!.matmul(w)) }
    return (
        outputs.firstIndex { !$0.scalars.allSatisfy(\.isFinite) },
        // Of no numbers at all everything is true.
        outputs.firstIndex { $0.count > 0 && ($0 .== 0).all }
    )
}
