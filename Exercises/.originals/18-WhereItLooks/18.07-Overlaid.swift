// Exercise 18.7 · Colours over a picture
// Section 18.2: Chapters/18-WhereItLooks/02d-Overlays.swift

import Practice
import Tensors

/// A map over a picture of the same size. The map [h, w] goes from its smallest number to its largest through the rows
/// of a table of colours [n, 3], n ≥ 2: the smallest gets the first row, the largest the last, and a number in between
/// the row that is nearest to its place (with halves away from the first row). If all numbers of the map are equal, all
/// get the first row. The result is `alpha` of the colour and 1 - `alpha` of the picture [3, h, w], so [3, h, w] again.
public func overlaid(_ map: Tensor, on picture: Tensor, colours: Tensor, alpha: Float) throws -> Tensor {
    throw Unanswered("18.7")
}
