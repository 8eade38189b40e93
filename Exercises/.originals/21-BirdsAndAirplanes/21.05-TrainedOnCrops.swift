// Exercise 21.5 · Training on crops
// Section 21.3: Chapters/21-BirdsAndAirplanes/03c-Cropping.swift

import Practice
import Tensors

/// The third part of the book's exercise: what is the result of training on randomly cropped pictures? Find out on the
/// smallest model that can learn pictures by heart, one weight for each pixel.
///
/// x [n, h, w] are n grey pictures, and y [n] is 1 or -1 for each. The score of a picture is the sum of its pixels
/// times their weights. All h · w weights begin at 0. In each of `steps` steps, every picture is cropped anew, one
/// after the other: a margin of `padding` zeros, and an h × w piece from a place that is drawn, all places equally
/// likely. Then there is one step down the gradient of the loss, the mean of ½ (score - y)² over these n crops:
///
///     weights ← weights - rate · cropsᵀ · (scores - y) / n
///
/// (`fittedWeights` in 04e-WhyNormalize.swift has the same step.) The result is the weights [h · w] after the last
/// step, and the `accuracy` in the last step: the share of its n crops whose score, before the weights changed, has the
/// sign of y. There is at least one step. All randomness comes from a `SplitMix64` with the seed.
///
/// The check gives it pictures of noise with labels drawn at random, so there is nothing to learn but every picture by
/// itself. Guess what the accuracies are with padding 0 and with padding 2, before you run it.
public func trainedOnCrops(
    _ x: Tensor, _ y: Tensor, padding: Int, rate: Float, steps: Int, seed: UInt64
) throws -> (weights: Tensor, accuracy: Float) {
    throw Unanswered("21.5")
}
