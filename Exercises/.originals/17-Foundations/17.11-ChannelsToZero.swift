// Exercise 17.11 · Every channel to mean 0
// Section 17.5, question 17.18: Chapters/17-Foundations/05b-NormalizingABatch.swift

import Practice
import Tensors

/// A batch of images in which each channel has been shifted and scaled by its own mean and standard deviation, taken
/// over all images and all of their pixels. Afterwards each channel has mean 0 and standard deviation 1.
///
/// images [n, channels, …], with any number of axes after the channels, also none → the same shape. The standard
/// deviation is the root of the mean squared distance from the mean (over n, not n − 1).
///
/// A channel whose numbers are all the same becomes 0 everywhere, and not NaN. Do not count on its standard deviation
/// being exactly 0: the mean of a thousand times 0.1 is rounded. So a deviation of at most a hundred-thousandth of the
/// mean (of its absolute value) counts as 0.
///
/// [[1, 5], [3, 5]], two items with two channels → [[−1, 0], [1, 0]].
///
/// Of use are `mean(axes: [0, 2, 3], keepingAxes: true)`, which leaves the folded axes as axes of length 1, `sqrt()`,
/// `abs()`, `.<=`, and `Tensor.where(mask, a, b)`, which takes a where the mask is true and else b.
public func channelsToZero(_ images: Tensor) throws -> Tensor {
    throw Unanswered("17.11")
}
