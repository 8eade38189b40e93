// Exercise 15.11 · Sharper pictures
// Section 15.2, further research 4: Chapters/15-Architectures/02o-ColourFromGrey.swift

import Layers
import Practice
import Tensors

/// A net for super-resolution: pictures x [n, 3, h, w] → [n, 3, 2h, 2w], for any h and w.
///
/// It should know from the beginning what needs no learning: before any training its answer is exactly the picture with
/// every pixel copied to 2 × 2. What it learns is what is missing to that. (Then even a net that has learned nothing
/// does no harm.) And it must be able to learn: with a few dozen steps of Adam on small pictures it should be clearly
/// nearer to the sharp ones than copies are.
///
/// Write it with convolutions and a pixel shuffle. A class of your own is welcome: a `Module` that is a `Layer`.
///
/// - Parameters:
///   - width: how many maps there are between the first convolution and the last.
///   - seed: of all that is drawn.
public func sharpener(width: Int, seed: UInt64) throws -> any Layer<Tensor, Tensor> {
    throw Unanswered("15.11")
}
