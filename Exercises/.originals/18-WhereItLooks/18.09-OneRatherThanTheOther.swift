// Exercise 18.9 · One rather than the other
// Section 18.4, questions 18.12 and 18.13: Chapters/18-WhereItLooks/04b-GradCAM.swift

import Layers
import Practice
import Tensors

/// The Grad-CAM of "this kind rather than that one" at an inner layer of a net: not of one score, but of the difference
/// of two. No ReLU. The picture is a batch of one [1, c, h, w]; the layer is somewhere in the net, and is called once.
/// The result is [h', w'].
///
/// The net is used as in evaluation. After each call it is in the mode that it was in before, no hook is left in it,
/// and no gradient in its parameters; none was there before. Modes of single layers do not differ from the net's.
public func gradCAM(
    of kind: Int, ratherThan other: Int, in net: any Layer<Tensor, Tensor>, at layer: any Layer<Tensor, Tensor>,
    on picture: Tensor
) throws -> Tensor {
    throw Unanswered("18.9")
}
