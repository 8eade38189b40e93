// Convolutions with batch norms behind them, which are one in evaluation.

import Tensors

/// A `Sequential` in which a convolution and the batch norm behind it are computed in one pass where that is possible:
/// in evaluation, without gradients, and while no hook wants to see what is between them.
///
/// The norm's mean and variance are then fixed, so that it only scales and shifts each channel. A convolution whose
/// weights are scaled and whose bias is shifted does the same:
///
///     γ (w ∗ x - mean) / √(variance + ε) + β   =   (s w) ∗ x + (β - s mean)      with s = γ / √(variance + ε)
final class ConvolutionChain: Sequential {
    override func forward(_ x: Tensor) -> Tensor {
        var (value, place) = (x, 0)
        while place < layers.count {
            if place + 1 < layers.count, let convolution = layers[place] as? Conv2d,
                let norm = layers[place + 1] as? BatchNorm2d
            {
                value = normalized(value, convolution, norm)
                place += 2
            } else {
                value = layers[place](value)
                place += 1
            }
        }
        return value
    }
}

/// norm(convolution(x)), in one pass where that is possible.
func normalized(_ x: Tensor, _ convolution: Conv2d, _ norm: BatchNorm2d) -> Tensor {
    guard !norm.isTraining, !Tensor.isRecording, convolution.hooks.isEmpty, norm.hooks.isEmpty else {
        return norm(convolution(x))
    }
    let scale = norm.gamma.value / (norm.runningVariance.value + norm.epsilon).sqrt()
    let bias = convolution.bias?.value ?? Tensor(0)
    return x.unrecordedConvolution(
        convolution.weight.value * scale.reshaped(-1, 1, 1, 1),
        bias: norm.beta.value + scale * (bias - norm.runningMean.value), stride: convolution.stride,
        padding: convolution.padding, dilation: convolution.dilation, groups: convolution.groups,
        within: norm.activation.bounds)
}
