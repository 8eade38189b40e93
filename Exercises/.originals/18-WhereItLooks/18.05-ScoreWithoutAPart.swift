// Exercise 18.5 · What a part of the picture adds
// Section 18.2: Chapters/18-WhereItLooks/02e-Sums.swift

import Practice
import Tensors

/// What the score of a class would be if the body had found nothing (all activations 0) in a rectangle of places of its
/// last maps, and the same as before everywhere else. The net ends with the mean of each map and a linear layer.
///
/// Given are the activation map of the class [h, w], the bias of the class, and the rows and columns of the rectangle,
/// which are inside the map and may be empty. The result is a number, and the net need not be asked again.
public func scoreWithout(rows: Range<Int>, columns: Range<Int>, map: Tensor, bias: Float) throws -> Float {
    throw Unanswered("18.5")
}
