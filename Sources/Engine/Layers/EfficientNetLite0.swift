// # EfficientNet-Lite0: what is on a photo
//
//     var random = SplitMix64(seed: 42)
//     let net = EfficientNetLite0(using: &random)
//     try net.load(publishedFile: url)
//     net.eval()
//     let scores = net((pixels - 127) / 128)                [n, 3, 224, 224], pixels 0...255 → [n, 1000]
//
// Inverted residuals as in MobileNetV2 (MobileNetV2.swift). A search by computer has chosen how many blocks each group
// has, how wide they are, and which of them look around with 5×5 instead of 3×3 weights. The "lite" version leaves out
// what small devices are slow at.
//
// It comes from TensorFlow, where a convolution with a stride has a margin of its own kind: the output has ⌈h / stride⌉
// rows, and the zeros that this needs are shared out between both sides, the odd one to the end. With a stride of 2 and
// an even height that is no row above and one below, where other nets have one above and none below.
//
// M. Tan and Q. Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks" (2019); the lite models
// are of 2020.

import Foundation
import Safetensors
import Tensors
import TorchFiles

/// x [n, 3, h, w], (pixel - 127) / 128 → scores [n, classes]
public final class EfficientNetLite0: Module, Layer {
    public let convStem: Conv2d
    public let bn0: BatchNorm2d
    public let blocks: [EfficientNetBlock]
    public let convHead: Conv2d
    public let bn1: BatchNorm2d
    public let fc: Linear

    /// For each group of blocks: how many times the channels inside, the kernel, the channels outside, blocks, and the
    /// first one's stride.
    private static let plan = [
        (1, 3, 16, 1, 1), (6, 3, 24, 2, 2), (6, 5, 40, 2, 2), (6, 3, 80, 3, 2), (6, 5, 112, 3, 1), (6, 5, 192, 4, 2),
        (6, 3, 320, 1, 1),
    ]

    public init(classes: Int = 1000, using random: inout some RandomNumberGenerator) {
        convStem = sameConvolution(3, 32, kernel: 3, stride: 2, using: &random)
        bn0 = efficientNorm(32, .relu6)
        var (before, blocks): (Int, [EfficientNetBlock]) = (32, [])
        for (expansion, kernel, filters, count, stride) in EfficientNetLite0.plan {
            for place in 0..<count {
                blocks.append(
                    EfficientNetBlock(
                        before, filters, kernel: kernel, stride: place == 0 ? stride : 1, expansion: expansion,
                        using: &random))
                before = filters
            }
        }
        self.blocks = blocks
        convHead = sameConvolution(before, 1280, kernel: 1, using: &random)
        bn1 = efficientNorm(1280, .relu6)
        fc = Linear(1280, classes, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor { fc(features(x).adaptiveAveragePooled(1).flattened(from: 1)) }

    /// x [n, 3, h, w] → [n, 1280, ⌈h / 32⌉, ⌈w / 32⌉]
    public func features(_ x: Tensor) -> Tensor {
        let start = normalized(convStem.withMargin(x), convStem, bn0)
        return normalized(blocks.reduce(start) { value, block in block(value) }, convHead, bn1)
    }

    /// Loads the weights from a file with the names of the published ones: `_conv_stem.weight`, `_blocks.0._bn1.bias` …
    /// - Throws: `SafetensorsError` or `TorchFileError` if it cannot be read, `StateMismatch` if it belongs to another
    ///   model; the module is then unchanged.
    public func load(publishedFile url: URL) throws {
        let tensors = try readWeights(url).map { (EfficientNetLite0.ownName($0.key), $0.value) }
        try StateMismatch.naming(url) { try load(torchTensors: Dictionary(tensors, uniquingKeysWith: { $1 })) }
    }

    /// `_blocks.0._expand_conv.weight` → `blocks.0.expandConv.weight`
    static func ownName(_ published: String) -> String {
        published.split(separator: ".").map { word in
            guard word.hasPrefix("_") else { return String(word) }
            let parts = word.split(separator: "_")
            return parts.prefix(1).joined() + parts.dropFirst().map(\.capitalized).joined()
        }.joined(separator: ".")
    }
}

/// An inverted residual: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
public final class EfficientNetBlock: Module, Layer {
    /// More channels; nil where there are as many inside as outside.
    public let expandConv: Conv2d?
    public let bn0: BatchNorm2d?
    public let depthwiseConv: Conv2d
    public let bn1: BatchNorm2d
    public let projectConv: Conv2d
    public let bn2: BatchNorm2d
    /// Whether x is added.
    public let isResidual: Bool

    public init(
        _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, expansion: Int = 6,
        using random: inout some RandomNumberGenerator
    ) {
        let inner = channels * expansion
        expandConv = expansion > 1 ? sameConvolution(channels, inner, kernel: 1, using: &random) : nil
        bn0 = expansion > 1 ? efficientNorm(inner, .relu6) : nil
        depthwiseConv = sameConvolution(inner, inner, kernel: kernel, stride: stride, groups: inner, using: &random)
        bn1 = efficientNorm(inner, .relu6)
        projectConv = sameConvolution(inner, filters, kernel: 1, using: &random)
        bn2 = efficientNorm(filters, .none)
        isResidual = stride == 1 && channels == filters
    }

    public func forward(_ x: Tensor) -> Tensor {
        var y = x
        if let expandConv, let bn0 { y = normalized(y, expandConv, bn0) }
        y = normalized(depthwiseConv.withMargin(y), depthwiseConv, bn1)
        y = normalized(y, projectConv, bn2)
        return isResidual ? x + y : y
    }
}

private func efficientNorm(_ channels: Int, _ activation: NormActivation) -> BatchNorm2d {
    BatchNorm2d(channels, epsilon: 1e-3, momentum: 0.01, activation: activation)
}

/// A convolution with as many output pixels as input pixels, by its stride. With a stride of 1, the margin is the same
/// on both sides; else `withMargin` adds it.
private func sameConvolution(
    _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, groups: Int = 1,
    using random: inout some RandomNumberGenerator
) -> Conv2d {
    mobileConvolution(
        channels, filters, kernel: kernel, stride: stride, padding: stride == 1 ? kernel / 2 : 0, groups: groups,
        using: &random)
}

extension Conv2d {
    /// x with the zeros around it that TensorFlow's "same" margin has, if this convolution has a stride.
    fileprivate func withMargin(_ x: Tensor) -> Tensor {
        guard stride.height > 1, x.rank == 4 else { return x }
        func margin(_ length: Int) -> (before: Int, after: Int) {
            let (kernel, step) = (weight.shape[2], stride.height)
            let zeros = max(0, ((length + step - 1) / step - 1) * step + kernel - length)
            return (zeros / 2, zeros - zeros / 2)
        }
        return x.padded([margin(x.shape[2]), margin(x.shape[3])])
    }
}
