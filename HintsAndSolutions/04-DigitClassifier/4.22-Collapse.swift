// Nudge: Write the two layers as one formula, and multiply it out.
// Idea: (x·w1 + b1)·w2 + b2 = x·w1·w2 + b1·w2 + b2. What is multiplied by x is the new w, all the rest is the new b.
// Almost: `w1.matmul(w2)`, in this order. The first bias has to go through the second layer as well: `b1.matmul(w2)`,
//   and then comes b2.

import Tensors

public func collapsed(_ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor) throws -> (w: Tensor, b: Tensor) {
    // The hidden layer has vanished, however wide it was. Only a nonlinearity in between could have saved it.
    (w1.matmul(w2), b1.matmul(w2) + b2)
}
