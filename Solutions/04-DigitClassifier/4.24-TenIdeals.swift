// Exercise 4.24 · Ten digits without learning                needs 4.7
// Section 4.2, further research 2: Chapters/04-DigitClassifier/02-PixelSimilarity.swift
//
// Nudge: The baseline of the page, with as many ideals as there are digits. What does `nearest` from 4.7 need, and what
//   does it say?
// Idea: Make a list of the digits that occur, and an ideal for each: the mean of its images. `nearest` says which place
//   of that list; the list says which digit stands there.
// Almost: The images of one digit are `train.rows(places)`, with those places at which the label is that digit, and
//   `Tensor.stack(ideals)` makes the [k, h, w] that `nearest` wants. `Set(labels.scalars).sorted()` is the list.

import Tensors

/// Says for each image which digit it is: the one whose ideal, the mean of all its training images, is nearest.
/// images [n, h, w], train [m, h, w], labels [m] → [n], digits as they appear among the labels.
/// With training images of threes and sevens only, every answer is 3 or 7.
public func digitsByIdeal(_ images: Tensor, train: Tensor, labels: IntTensor) throws -> IntTensor {
    let labels = labels.scalars
    let digits = Set(labels).sorted()
    let ideals = digits.map { digit in
        train.rows(labels.indices.filter { labels[$0] == digit }).mean(axis: 0)
    }
    // Ideal number k is that of digits[k], which need not be k.
    return IntTensor(try nearest(images, .stack(ideals)).scalars.map { digits[$0] })
}
