// Exercise 18.8 · The pointing game
// Section 18.3: Chapters/18-WhereItLooks/03-Pointing.swift

import Datasets
import Practice
import Tensors

/// The share of maps that point at their object. Maps are [n, h, w], of pictures with `side` × `side` pixels, and point
/// at the middle of the square of pixels that their largest number stands for (at the pixel right of and below the
/// middle if the square has an even side; of several largest numbers the first in reading order counts). `side` is a
/// multiple of h and w. A picture may show several objects of the kind, so there is a list of boxes for each; it is a
/// hit if the pixel is inside one of them, or at most `tolerance` rows and at most `tolerance` columns away from it.
/// Without a map the share is 0.
public func pointingShare(_ maps: Tensor, at boxes: [[PixelBox]], side: Int, tolerance: Int) throws -> Float {
    throw Unanswered("18.8")
}
