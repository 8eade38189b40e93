// Nudge: Each layer takes what the one before has made. So there is one tensor that is changed again and again.
// Idea: Go through the list two by two: `stride(from: 0, to: parameters.count, by: 2)` counts 0, 2, 4, … Each round is
//   a matrix product and a bias. When does a ReLU come before it?
// Almost: Begin with `var y = x`. In the round at k, the weights are `parameters[k]`, and the bias is the next one in
//   the list. `y = y.maximum(0)` is the ReLU after the layer before: it comes first in every round, except where there
//   was no layer before. So the last layer has none behind it.

import Tensors

public func simpleNet(_ x: Tensor, _ parameters: [Tensor]) throws -> Tensor {
    var y = x
    for k in stride(from: 0, to: parameters.count, by: 2) {
        // Before every layer but the first, and so after none but the last: a score may be negative.
        if k > 0 { y = y.maximum(0) }
        y = y.matmul(parameters[k]) + parameters[k + 1]
    }
    return y
}
