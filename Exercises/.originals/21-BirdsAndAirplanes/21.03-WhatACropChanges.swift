// Exercise 21.3 · What a crop changes
// Section 21.3: Chapters/21-BirdsAndAirplanes/03c-Cropping.swift

import Practice
import Tensors

/// The first part of an exercise of "Deep Learning with PyTorch": implement random cropping; how do the pictures differ
/// from the originals?
///
/// A picture x [c, h, w] gets a margin of `padding` zeros on all four sides. Then a piece of the old size is cut out, h
/// × w, beginning at row `top` and column `left` of the padded picture, both from 0 to 2 · padding. The result is the
/// piece, and how it differs: how many pixels of the picture are `lost`, because they are not in the piece, and how
/// many pixels of the piece are `border`, because they are from the margin. A pixel counts once, not once for each
/// channel, and its colour does not matter: a picture may have zeros of its own. The margin may be wider than the
/// picture.
public func cropWithLosses(
    _ x: Tensor, padding: Int, top: Int, left: Int
) throws -> (piece: Tensor, lost: Int, border: Int) {
    throw Unanswered("21.3")
}
