// Nudge: First all pairs are compared, then one answer is made of many. What has to be looked at before?
// Idea: `.>` gives a tensor of truth values, and what is true of it is one of its properties. But `.>` also compares
//   a [3] with a [2, 3]; so compare the shapes yourself.
// Almost: `a.shape == b.shape ? … : nil`, and between them `(a .> b).all`. NaN and tensors without elements then come
//   out right of themselves.

import Tensors

public func allGreater(_ a: Tensor, _ b: Tensor) throws -> Bool? {
    a.shape == b.shape ? (a .> b).all : nil
}
