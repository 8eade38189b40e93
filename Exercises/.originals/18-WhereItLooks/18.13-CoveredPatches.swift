// Exercise 18.13 · Cover it and see
// Section 18.5: Chapters/18-WhereItLooks/05b-Unmasked.swift

import Layers
import Practice
import Tensors

/// Another way to find out where a net looks, without hooks and gradients (M. Zeiler and R. Fergus, 2013): cover a
/// patch of the picture with a grey square, and see how far the score of a kind falls.
///
/// x is [1, c, h, w]. Patches have `side` × `side` pixels and lie side by side from the upper left corner; the last
/// ones of a row or column may be smaller. Each in turn is filled with `grey` in all channels. The result [⌈h / side⌉,
/// ⌈w / side⌉] has, for each patch, the score of the whole picture minus the score with the patch covered.
///
/// The net is used as in evaluation, in `noGrad`, and may be left in that mode. The picture stays as it is.
public func coveredPatches(
    _ x: Tensor, kind: Int, in net: any Layer<Tensor, Tensor>, side: Int, grey: Float
) throws -> Tensor {
    throw Unanswered("18.13")
}
