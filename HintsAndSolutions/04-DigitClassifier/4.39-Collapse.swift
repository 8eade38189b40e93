// Nudge: The page makes one layer of two. If you can do that, what do you do with three?
// Idea: Multiply (x·w + b)·w′ + b′ out: what is multiplied by x is the new w, all the rest is the new b. Then the
//   result is a layer again, and the next one can be taken in.
// Almost: Begin with the first layer, and go through `layers.dropFirst()`. Each time `w.matmul(next.w)`, in this order,
//   and `b.matmul(next.w) + next.b`: the bias so far goes through the next layer as well, with its old value.

import Tensors

public func collapsed(_ layers: [(w: Tensor, b: Tensor)]) throws -> (w: Tensor, b: Tensor) {
    // However many layers there were, and however wide: they have vanished. Only a nonlinearity could have saved them.
    layers.dropFirst().reduce(layers[0]) { one, next in
        (w: one.w.matmul(next.w), b: one.b.matmul(next.w) + next.b)
    }
}
