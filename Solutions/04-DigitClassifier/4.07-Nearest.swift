// Exercise 4.7 · The nearest of several ideals                needs 4.6
// Section 4.4, question 3: Chapters/04-DigitClassifier/04-Broadcasting.swift
//
// Nudge: What you need is a table of distances: a row for every image, a column for every ideal.
// Idea: Shapes [n, 1, h, w] and [k, h, w] broadcast to [n, k, h, w]: every image meets every ideal. `unsqueezed` makes
//   the axis of length 1, and your `distances` from 4.6 does the rest, unchanged.
// Almost: `try distances(images.unsqueezed(1), to: ideals)` is the table [n, k]. Then `argmin(axis: …)` says for each
//   row where its smallest number stands. Which axis has to go?

import Tensors

/// For each image the number of the ideal that it is nearest to, by mean absolute difference:
/// images [n, h, w], ideals [k, h, w] → [n], each 0 ..< k.
/// Images [[[0.2]], [[0.9]]] and ideals [[[0]], [[0.5]], [[1]]] → [0, 2].
public func nearest(_ images: Tensor, _ ideals: Tensor) throws -> IntTensor {
    // [n, 1, h, w] against [k, h, w]: every image meets every ideal, and no image is copied for it.
    let table = try distances(images.unsqueezed(1), to: ideals)
    return table.argmin(axis: 1)
}
