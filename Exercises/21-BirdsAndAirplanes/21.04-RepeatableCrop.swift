// Exercise 21.4 · The same picture a second time
// Section 21.3: Chapters/21-BirdsAndAirplanes/03c-Cropping.swift

import Practice
import Tensors

/// The second part of the book's exercise: what happens when the same picture is asked for again? With the page's
/// `RandomCrop` it is another crop, and which one depends on all that was asked before. So no item of a training run
/// can be had again without going through the whole run. Do better: write a random crop that depends on three numbers
/// only.
///
/// The picture x [c, h, w] gets a margin of `padding` zeros. The result is a random piece [c, h, w] of that; all (2 ·
/// padding + 1)² places are equally likely. The same `seed`, `epoch` and `index` (of the item) always give the same
/// place, whatever was asked before. Other seeds, other epochs and other items have places of their own, which have
/// nothing to do with each other: item 3 in epoch 5 must not have the place of item 4 in epoch 4, just because both sum
/// to 8, nor that of item 5 in epoch 3. Numbers are at least 0, and there may be a million items.
public func repeatableCrop(_ x: Tensor, padding: Int, seed: UInt64, epoch: Int, index: Int) throws -> Tensor {
    throw Unanswered("21.4")
}
