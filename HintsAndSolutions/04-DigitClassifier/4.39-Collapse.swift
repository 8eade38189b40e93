// Nudge: The page makes one layer of two. If you can do that, what do you do with three?
// Idea: Multiply (x·w + b)·w′ + b′ out: what is multiplied by x is the new w, all the rest is the new b. Then the
//   result is a layer again, and the next one can be taken in.
// Almost: Begin with the first layer, and go through `layers.dropFirst()`. The new w is `w.matmul(next.w)`, in this
//   order. The bias so far goes through the next layer as an input does: what comes out there is the new bias. Compute
//   both from the old values, before you replace either.

import Tensors

public func collapsed(_ layers: [(w: Tensor, b: Tensor)]) throws -> (w: Tensor, b: Tensor) {
    // However many layers there were, and however wide: they have vanished. Only a nonlinearity could have saved them.
    layers.dropFirst().reduce(layers[0]) { one, next in
        (w: one.w.matmul(next.w), b: one.b.matmul(next.w) + next.b)
    }
}
