// # MobileNetV2: photos on a small computer
//
//     var random = SplitMix64(seed: 42)
//     let net = MobileNetV2(classes: 37, using: &random)
//     let scores = net(images)                              [n, 3, h, w] → [n, 37]
//
// An ordinary convolution does two things at once: it looks around each pixel, and it mixes the channels. Here each has
// a convolution of its own. A *depthwise* one looks around, in every channel alone, with 9 weights each; convolutions
// of one pixel mix the channels. A block first makes six times as many channels, looks around in these, and makes few
// of them again: between blocks there is little to keep, and it is that little which is added to what the block makes
// of it. (In a ResNet's bottleneck the wide end is outside; hence "inverted residual".)
//
// The properties are called as in torchvision, so that files of its weights fit (`load(torchFile:)`):
//
//     features.0.0.weight   features.1.conv.0.1.running_mean   features.18.1.bias   classifier.1.weight
//
// M. Sandler and others, "MobileNetV2: Inverted Residuals and Linear Bottlenecks" (2018).

import Foundation
import Safetensors
import Tensors
import TorchFiles

/// x [n, 3, h, w] → scores [n, classes]. It has been trained on squares of 224 pixels, and takes other sizes.
public final class MobileNetV2: Module, Layer {
    /// x [n, 3, h, w] → [n, channels, ⌈h / 32⌉, ⌈w / 32⌉]
    public let features: Sequential
    /// Means over the image [n, channels] → scores [n, classes]
    public let classifier: Sequential
    /// What the features have: 1280, or more in a wider net.
    public let channels: Int

    /// For each group of blocks: how many times the channels inside, the channels outside, blocks, and the first one's
    /// stride.
    private static let plan = [
        (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
    ]

    /// - Parameters:
    ///   - width: what all numbers of channels are multiplied by, about.
    ///   - dropout: how many of the features are dropped before the linear layer, while training.
    ///   - random: where the initial values come from.
    public init(
        width: Double = 1, classes: Int = 1000, dropout: Float = 0.2, using random: inout some RandomNumberGenerator
    ) {
        require(width > 0 && width < 100, "MobileNetV2 of width \(width)", "it has no channels", try: "1")
        channels = MobileNetV2.multipleOfEight(1280 * max(1, width))
        var before = MobileNetV2.multipleOfEight(32 * width)
        var layers: [any Layer<Tensor, Tensor>] = [
            convolutionAndNorm(3, before, kernel: 3, stride: 2, using: &random)
        ]
        for (expansion, filters, count, stride) in [(1, 16, 1, 1)] + MobileNetV2.plan {
            let filters = MobileNetV2.multipleOfEight(Double(filters) * width)
            for place in 0..<count {
                layers.append(
                    InvertedResidual(
                        before, filters, stride: place == 0 ? stride : 1, expansion: expansion, using: &random))
                before = filters
            }
        }
        layers.append(convolutionAndNorm(before, channels, kernel: 1, using: &random))
        features = ConvolutionChain(layers)
        let linear = Linear(channels, classes, using: &random)
        linear.weight.initialize(.normal(deviation: 0.01), using: &random)
        linear.bias!.assign(.zeros(classes))
        classifier = Sequential(Dropout(dropout, using: &random), linear)
    }

    public func forward(_ x: Tensor) -> Tensor {
        classifier(features(x).adaptiveAveragePooled(1).flattened(from: 1))
    }

    /// The nearest multiple of 8, from 8 on, and not less than nine tenths.
    static func multipleOfEight(_ number: Double) -> Int {
        let near = max(8, Int(number + 4) / 8 * 8)
        return Double(near) < 0.9 * number ? near + 8 : near
    }

    /// Loads the features from a file of weights, which may have another classifier, or none.
    /// - Throws: `SafetensorsError` or `TorchFileError` if it cannot be read, `StateMismatch` if it belongs to another
    ///   model; the module is then unchanged.
    public func loadFeatures(torchFile url: URL) throws {
        let tensors = try readWeights(url)
        try StateMismatch.naming(url) { try loadFeatures(torchTensors: tensors) }
    }

    /// Loads the features from the tensors of a file that has been read.
    /// - Throws: `StateMismatch`, as ``loadFeatures(torchFile:)`` does.
    public func loadFeatures(torchTensors tensors: [String: SavedTensor]) throws {
        let word = "features."
        let others = tensors.keys.filter { !$0.hasPrefix(word) && !$0.hasPrefix("classifier.") }
        if !others.isEmpty { throw StateMismatch(unexpected: others.sorted()) }
        let own = tensors.filter { $0.key.hasPrefix(word) }.map { (String($0.key.dropFirst(word.count)), $0.value) }
        try features.load(torchTensors: Dictionary(uniqueKeysWithValues: own))
    }
}

/// x, mixed into more channels, looked at, and mixed into few: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, …]
///
/// Where the shape stays, x is added. There is no activation behind the last convolution: among few channels, a relu
/// would lose too much.
public final class InvertedResidual: Module, Layer {
    public let conv: Sequential
    /// Whether x is added.
    public let isResidual: Bool

    /// - Parameter expansion: channels inside for each of x; with 1 there is no first mixing.
    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, expansion: Int = 6, kernel: Int = 3,
        using random: inout some RandomNumberGenerator
    ) {
        let inner = channels * expansion
        var layers: [any Layer<Tensor, Tensor>] = []
        if expansion > 1 { layers.append(convolutionAndNorm(channels, inner, kernel: 1, using: &random)) }
        layers += [
            convolutionAndNorm(inner, inner, kernel: kernel, stride: stride, groups: inner, using: &random),
            mobileConvolution(inner, filters, kernel: 1, using: &random), BatchNorm2d(filters),
        ]
        conv = ConvolutionChain(layers)
        isResidual = stride == 1 && channels == filters
    }

    public func forward(_ x: Tensor) -> Tensor { isResidual ? x + conv(x) : conv(x) }
}

/// Convolution, batch norm, relu6.
private func convolutionAndNorm(
    _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, groups: Int = 1,
    using random: inout some RandomNumberGenerator
) -> Sequential {
    ConvolutionChain([
        mobileConvolution(channels, filters, kernel: kernel, stride: stride, groups: groups, using: &random),
        BatchNorm2d(filters, activation: .relu6),
    ])
}

/// A convolution without a bias, which keeps the size but for the stride. Its weights are normal, by the fan out, as in
/// torchvision.
func mobileConvolution(
    _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, padding: Int? = nil, groups: Int = 1,
    using random: inout some RandomNumberGenerator
) -> Conv2d {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(padding ?? kernel / 2),
        groups: groups, bias: false, using: &random)
    convolution.weight.initialize(.kaimingNormal(fan: .out), using: &random)
    return convolution
}
