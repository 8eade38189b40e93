// Exercise 13.23 · The way back through batch norm
// Section 13.13: Chapters/13-ConvolutionalNets/13-BatchNorm.swift

import Practice
import Tensors

/// The gradients of batch norm in training, without autograd.
///
/// Given x [n, c, h, w], gamma [c], and dy like x, the gradient of the loss with respect to
///
///     y = γ · (x − mean) / √(variance + ε) + β
///
/// with mean and (biased) variance of each channel over all images and places. Each x acts on y directly, through the
/// mean, and through the variance, and dx is the sum of all three. Nothing may call `backward`, and no gradient needs
/// to flow through the results. No channel of the check has a variance near 0.
public func batchNormBackward(
    _ x: Tensor, gamma: Tensor, dy: Tensor, epsilon: Float
) throws -> (dx: Tensor, dgamma: Tensor, dbeta: Tensor) {
    throw Unanswered("13.23")
}
