// Nudge: This is the page's baseline, with as many ideals as there are digits. What does `nearest` from exercise 4.8
//   need, and what does it return?
// Idea: Make a list of the digits that occur, and an ideal for each: the mean of its images. `nearest` gives an index
//   into that list; the list says which digit that is.
// Almost: The images of one digit are `train.rows(places)`, with the indices at which the label is that digit, and
//   `Tensor.stack(ideals)` makes the [k, h, w] that `nearest` wants. `Set(labels.scalars).sorted()` is the list.

import Tensors

public func digitsByIdeal(_ images: Tensor, train: Tensor, labels: IntTensor) throws -> IntTensor {
    let labels = labels.scalars
    let digits = Set(labels).sorted()
    let ideals = digits.map { digit in
        train.rows(labels.indices.filter { labels[$0] == digit }).mean(axis: 0)
    }
    // Ideal number k is that of digits[k], which need not be k.
    return IntTensor(try nearest(images, .stack(ideals)).scalars.map { digits[$0] })
}
