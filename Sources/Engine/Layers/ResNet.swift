// # ResNet: residual networks as torchvision has them
//
//     var random = SplitMix64(seed: 42)
//     let net = ResNet(.resNet18, classes: 10, using: &random)
//     let scores = net(images)                              [n, 3, h, w] → [n, 10]
//
// A first convolution and max pooling, four groups of blocks, the mean over what is left of the image, and a linear
// layer. From group to group the image has half the height and width, and twice the channels. The properties are called
// as in torchvision, so that files of its weights fit (`load(torchFile:)`):
//
//     conv1.weight   bn1.running_mean   layer1.0.conv1.weight   layer2.0.downsample.0.weight   fc.bias
//
// K. He and others, "Deep Residual Learning for Image Recognition" (2015). As in torchvision, a bottleneck that makes
// the image smaller does so in its middle convolution; in the paper, in its first.

import Tensors

/// A residual network for images of three channels: x [n, 3, h, w] → scores [n, classes]
public final class ResNet: Module, Layer {
    /// What a net is made of.
    public struct Plan: Equatable, Sendable {
        /// How many blocks each of the four groups has.
        public let blocks: [Int]
        /// Whether a block is 1 × 1, 3 × 3, 1 × 1 with four times the channels, and not two of 3 × 3.
        public let hasBottlenecks: Bool

        public init(blocks: [Int], hasBottlenecks: Bool) {
            require(
                blocks.count == 4 && blocks.allSatisfy { $0 > 0 }, "a ResNet of \(blocks) blocks",
                "it has four groups of at least one block", try: "[2, 2, 2, 2]")
            (self.blocks, self.hasBottlenecks) = (blocks, hasBottlenecks)
        }

        public static let resNet18 = Plan(blocks: [2, 2, 2, 2], hasBottlenecks: false)
        public static let resNet34 = Plan(blocks: [3, 4, 6, 3], hasBottlenecks: false)
        public static let resNet50 = Plan(blocks: [3, 4, 6, 3], hasBottlenecks: true)
        public static let resNet101 = Plan(blocks: [3, 4, 23, 3], hasBottlenecks: true)
        public static let resNet152 = Plan(blocks: [3, 8, 36, 3], hasBottlenecks: true)

        /// Channels of a block's result for each of its own: 4 with bottlenecks, else 1.
        public var expansion: Int { hasBottlenecks ? 4 : 1 }
        /// Convolutions one after the other and the linear layer: the 18 of ResNet-18.
        public var depth: Int { blocks.reduce(0, +) * (hasBottlenecks ? 3 : 2) + 2 }
        /// "ResNet-18"
        public var name: String { "ResNet-\(depth)" }
    }

    public let plan: Plan
    public let conv1: Conv2d
    public let bn1: BatchNorm2d
    public let maxpool: MaxPool2d
    public let layer1, layer2, layer3, layer4: [ResNetBlock]
    public let fc: Linear

    /// - Parameters:
    ///   - zeroGamma: lets every block begin as the identity, by a γ of 0 in its last norm. (torchvision's
    ///     `zero_init_residual`.)
    ///   - random: where the initial values come from.
    public init(
        _ plan: Plan, classes: Int = 1000, zeroGamma: Bool = false, using random: inout some RandomNumberGenerator
    ) {
        self.plan = plan
        conv1 = resNetConvolution(3, 64, kernel: 7, stride: 2, using: &random)
        bn1 = BatchNorm2d(64, activation: .relu)
        maxpool = MaxPool2d(3, stride: 2, padding: 1)
        var channels = 64
        let groups = plan.blocks.enumerated().map { group, count in
            (0..<count).map { place -> ResNetBlock in
                defer { channels = 64 << group * plan.expansion }
                let stride = group > 0 && place == 0 ? 2 : 1
                return ResNetBlock(
                    channels, 64 << group, stride: stride, isBottleneck: plan.hasBottlenecks, using: &random)
            }
        }
        (layer1, layer2, layer3, layer4) = (groups[0], groups[1], groups[2], groups[3])
        fc = Linear(channels, classes, using: &random)
        if zeroGamma { groups.joined().forEach { $0.lastNorm.gamma.assign(.zeros($0.lastNorm.gamma.count)) } }
    }

    public func forward(_ x: Tensor) -> Tensor { fc(features(x).adaptiveAveragePooled(1).flattened(from: 1)) }

    /// What the last group makes of images: x [n, 3, h, w] → [n, 512 or 2048, ⌈h / 32⌉, ⌈w / 32⌉]
    public func features(_ x: Tensor) -> Tensor {
        let blocks = [layer1, layer2, layer3, layer4].joined()
        return blocks.reduce(maxpool(bn1(conv1(x)))) { value, block in block(value) }
    }
}

/// relu(f(x) + x), with f two convolutions of 3 × 3, or 1 × 1, 3 × 3 and 1 × 1:
/// x [n, channels, h, w] → [n, width · expansion, ⌈h / stride⌉, ⌈w / stride⌉]
///
/// Where the shape changes, x goes through a convolution of 1 × 1 and a norm.
public final class ResNetBlock: Module, Layer {
    public let conv1: Conv2d
    public let bn1: BatchNorm2d
    public let conv2: Conv2d
    public let bn2: BatchNorm2d
    /// The third convolution of a bottleneck.
    public let conv3: Conv2d?
    public let bn3: BatchNorm2d?
    /// What changes the shape of x: a convolution and a norm, or nothing.
    public let downsample: [any Layer<Tensor, Tensor>]

    public init(
        _ channels: Int, _ width: Int, stride: Int = 1, isBottleneck: Bool = false,
        using random: inout some RandomNumberGenerator
    ) {
        let filters = isBottleneck ? 4 * width : width
        if isBottleneck {
            conv1 = resNetConvolution(channels, width, kernel: 1, using: &random)
            conv2 = resNetConvolution(width, width, kernel: 3, stride: stride, using: &random)
            conv3 = resNetConvolution(width, filters, kernel: 1, using: &random)
        } else {
            conv1 = resNetConvolution(channels, width, kernel: 3, stride: stride, using: &random)
            conv2 = resNetConvolution(width, width, kernel: 3, using: &random)
            conv3 = nil
        }
        bn1 = BatchNorm2d(width, activation: .relu)
        bn2 = BatchNorm2d(width, activation: isBottleneck ? .relu : .none)
        bn3 = isBottleneck ? BatchNorm2d(filters) : nil
        downsample =
            stride == 1 && channels == filters
            ? []
            : [resNetConvolution(channels, filters, kernel: 1, stride: stride, using: &random), BatchNorm2d(filters)]
    }

    public func forward(_ x: Tensor) -> Tensor {
        var change = bn2(conv2(bn1(conv1(x))))
        if let conv3, let bn3 { change = bn3(conv3(change)) }
        return (change + downsample.reduce(x) { value, layer in layer(value) }).relu()
    }

    /// The norm behind the last convolution.
    public var lastNorm: BatchNorm2d { bn3 ?? bn2 }
}

/// A convolution without a bias, which keeps the size but for the stride. Its weights are normal, by the fan out, as in
/// torchvision.
private func resNetConvolution(
    _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, using random: inout some RandomNumberGenerator
) -> Conv2d {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(kernel / 2), bias: false,
        using: &random)
    convolution.weight.initialize(.kaimingNormal(fan: .out), using: &random)
    return convolution
}

// MARK: Which net a file belongs to

extension ResNet {
    /// The net that these tensors are the weights of, by torchvision's names; nil if it is none of this kind.
    ///
    /// One that is missing or misshaped does not make another net of it: the names of the others tell which it is, and
    /// ``Module/load(torchTensors:)`` says what is wrong.
    public static func plan(ofTorchShapes shapes: [String: [Int]]) -> (plan: Plan, classes: Int)? {
        let blocks = (1...4).compactMap { blockCount(inGroup: $0, ofTorchNames: shapes.keys) }
        let classes = (shapes["fc.weight"] ?? shapes["fc.bias"])?.first ?? 0
        guard blocks.count == 4, (1...100_000).contains(classes) else { return nil }
        let third = /layer\d+\.\d+\.(conv|bn)3\..*/
        return (Plan(blocks: blocks, hasBottlenecks: shapes.keys.contains { $0.wholeMatch(of: third) != nil }), classes)
    }

    /// How many blocks a group has by the names of tensors, `layer2.0.conv1.weight` and the like: up to the last one
    /// that is named.
    /// - Returns: nil if there is none, if most of them are missing, or if there are more than any net has.
    public static func blockCount(inGroup group: Int, ofTorchNames names: some Sequence<String>) -> Int? {
        let start = "layer\(group)."
        let places = Set(
            names.filter { $0.hasPrefix(start) }.compactMap { name in
                name.dropFirst(start.count).split(separator: ".").first.flatMap { UInt8($0) }
            })
        guard let last = places.max(), last < 64, last < 2 * places.count else { return nil }
        return Int(last) + 1
    }
}
