// # Residual nets: chapter 14's, and the paper's, which chapter 4 builds
//
// x + f(x): a block only has to learn what to change. Its last batch norm begins with γ = 0, so at first it changes
// nothing. ResNet-18 has 11,200,874 parameters, ResNet-50 23,547,754.

import Layers
import Tensors

/// x [n, 3, h, w] → scores [n, 10]
///
/// - Parameters:
///   - blocks: how many there are in each of the four groups, [2, 2, 2, 2] for ResNet-18.
///   - bottleneck: three convolutions in a block, the middle one on a quarter of the channels, instead of two.
func resNet(_ blocks: [Int], bottleneck: Bool, using random: inout SplitMix64) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = [
        convLayer(3, 32, stride: 2, using: &random), convLayer(32, 32, using: &random),
        convLayer(32, 64, using: &random), MaxPool2d(3, stride: 2, padding: 1),
    ]
    var width = 64
    for (group, count) in blocks.enumerated() {
        let filters = (64 << group) * (bottleneck ? 4 : 1)
        for block in 0..<count {
            let stride = group > 0 && block == 0 ? 2 : 1
            layers.append(
                ResidualBlock(width, filters, stride: stride, bottleneck: bottleneck, using: &random))
            width = filters
        }
    }
    return Sequential(layers + [AdaptiveAveragePool2d(1), Flatten(), Linear(width, 10, using: &random)])
}

/// Convolution, batch norm, ReLU.
private func convLayer(
    _ channels: Int, _ filters: Int, side: Int = 3, stride: Int = 1, activation: NormActivation = .relu,
    scale: Float = 1, using random: inout SplitMix64
) -> Sequential {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(side), stride: Size2D(stride), padding: Size2D(side / 2), bias: false,
        using: &random)
    convolution.weight.initialize(.kaimingNormal(), using: &random)
    let norm = BatchNorm2d(filters, activation: activation)
    norm.gamma.assign(.full(scale, [filters]))
    return Sequential(convolution, norm)
}

/// relu(convolutions(x) + skip(x)): x [n, channels, h, w] → y [n, filters, h / stride, w / stride]
private final class ResidualBlock: Module, Layer {
    let convolutions, skip: Sequential

    init(_ channels: Int, _ filters: Int, stride: Int, bottleneck: Bool, using random: inout SplitMix64) {
        let inner = filters / 4
        convolutions =
            bottleneck
            ? Sequential(
                convLayer(channels, inner, side: 1, using: &random),
                convLayer(inner, inner, stride: stride, using: &random),
                convLayer(inner, filters, side: 1, activation: .none, scale: 0, using: &random))
            : Sequential(
                convLayer(channels, filters, stride: stride, using: &random),
                convLayer(filters, filters, activation: .none, scale: 0, using: &random))
        var skip: [any Layer<Tensor, Tensor>] = []
        if stride == 2 { skip.append(AveragePool2d(2, ceilMode: true)) }
        if channels != filters {
            skip.append(convLayer(channels, filters, side: 1, activation: .none, using: &random))
        }
        self.skip = Sequential(skip)
    }

    func forward(_ x: Tensor) -> Tensor { (convolutions(x) + skip(x)).relu() }
}

/// ResNet-18 as in the paper: a large convolution and pooling, then eight blocks. x [n, channels, h, w] → [n, classes]
func paperResNet18(channels: Int, classes: Int, using random: inout SplitMix64) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = [
        convLayer(channels, 64, side: 7, stride: 2, using: &random), MaxPool2d(3, stride: 2, padding: 1),
    ]
    var width = 64
    for (group, filters) in [64, 128, 256, 512].enumerated() {
        layers.append(PaperBlock(width, filters, stride: group == 0 ? 1 : 2, using: &random))
        layers.append(PaperBlock(filters, filters, stride: 1, using: &random))
        width = filters
    }
    return Sequential(layers + [AdaptiveAveragePool2d(1), Flatten(), Linear(width, classes, using: &random)])
}

/// relu(x + f(x)); where the shape changes, x goes through a convolution of one pixel.
private final class PaperBlock: Module, Layer {
    let first, second, shortcut: Sequential

    init(_ channels: Int, _ filters: Int, stride: Int, using random: inout SplitMix64) {
        first = convLayer(channels, filters, stride: stride, using: &random)
        second = convLayer(filters, filters, activation: .none, using: &random)
        shortcut =
            stride == 1 && channels == filters
            ? Sequential()
            : convLayer(channels, filters, side: 1, stride: stride, activation: .none, using: &random)
    }

    func forward(_ x: Tensor) -> Tensor { (shortcut(x) + second(first(x))).relu() }
}
