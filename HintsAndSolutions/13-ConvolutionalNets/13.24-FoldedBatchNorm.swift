// Nudge: For one channel, write down what batch norm makes of w ∗ x + b, and put the factors of w ∗ x together.
// Idea: With s = γ / √(running variance + ε) it is s · w ∗ x + s · (b − running mean) + β: a convolution with other
//   weights and another bias. Go through the layers, and look one back.
// Almost: Keep a list of layers. If the next one is a `BatchNorm2d` and the last of the list a `Conv2d`, replace that
//   by a new `Conv2d` with the old one's `weight.shape` and settings. Its weight is `old.weight.value * s.reshaped(-1,
//   1, 1, 1)`; give it numbers by `assign`. `channels` is shape[1] · groups. Any generator will do for the weights that
//   are replaced.

import Layers
import Tensors

public func folded(_ net: Sequential) throws -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = []
    for layer in net.layers {
        if let norm = layer as? BatchNorm2d, let convolution = layers.last as? Conv2d {
            layers[layers.count - 1] = folded(convolution, norm)
        } else {
            layers.append(layer)
        }
    }
    return Sequential(layers)
}

private func folded(_ old: Conv2d, _ norm: BatchNorm2d) -> Conv2d {
    var random = SplitMix64(seed: 0)
    let shape = old.weight.shape
    let new = Conv2d(
        shape[1] * old.groups, shape[0], kernel: [shape[2], shape[3]], stride: old.stride, padding: old.padding,
        dilation: old.dilation, groups: old.groups, using: &random)
    let scale = norm.gamma.value / (norm.runningVariance.value + norm.epsilon).sqrt()
    let bias = old.bias?.value ?? .zeros(shape[0])
    new.weight.assign(old.weight.value * scale.reshaped(-1, 1, 1, 1))
    new.bias!.assign(scale * (bias - norm.runningMean.value) + norm.beta.value)
    return new
}
