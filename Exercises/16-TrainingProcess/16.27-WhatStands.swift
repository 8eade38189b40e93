// Exercise 16.27 · What does not move
// Section 16.10: Chapters/16-TrainingProcess/10f-SixQuestions.swift

import Layers
import Practice
import Tensors
import Training

/// The names of the parameters of a net that a step would not move, sorted: after a backward pass from the
/// cross-entropy of a batch, they have no gradient at all, or one of zeros throughout. Frozen parameters are left out,
/// since nobody expects them to move. images [n, features] · labels [n]
///
/// Nothing may be different afterwards: gradients that were there before are there again, to the last bit, and do not
/// count.
public func unmoved(_ net: Sequential, images: Tensor, labels: IntTensor) throws -> [String] {
    throw Unanswered("16.27")
}
