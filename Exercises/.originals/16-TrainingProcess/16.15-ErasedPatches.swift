// Exercise 16.15 · Erased patches
// Section 16.10: Chapters/16-TrainingProcess/10c-CallbacksForTheLearner.swift

import Practice
import Training

/// A callback for the engine's `Learner` that sets a square of `size` × `size` pixels to 0 in the images [n, c, h, w]
/// of every training batch: the same square in all images and channels of a batch, at a place within the image that is
/// drawn anew for each batch, all places being equally likely. Validation batches stay as they are, and so do inputs
/// that are no `Tensor` of four axes, and images that are smaller than the square. (T. DeVries and G. Taylor, "Improved
/// Regularization of Convolutional Neural Networks with Cutout", 2017.)
///
/// The same seed gives the same places.
public func erasingPatches(size: Int, seed: UInt64) throws -> any Callback {
    throw Unanswered("16.15")
}
