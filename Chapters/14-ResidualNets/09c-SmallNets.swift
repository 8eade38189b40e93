// # Small nets that others have trained
//
// Section 14.9 · After this page you know the residual nets for small pictures, and a skip path without parameters.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// The paper about residual nets also has small ones, for the pictures of 32 × 32 of CIFAR-10. Figure 14-1 of the book
// is about them: 20 layers and 56. They have no pooling in their stem, three groups of 16, 32 and 64 channels, and
// plain blocks. On the skip path they do without any parameters: every second pixel of every second line is taken, and
// the channels that are missing are zeros.

/// Every second pixel of every second line, between channels of zeros:
/// x [n, channels, h, w] → [n, filters, ⌈h / 2⌉, ⌈w / 2⌉]
public func zeroPaddedSkip(_ x: Tensor, filters: Int) -> Tensor {
    let rows = stride(from: 0, to: x.shape[2], by: 2), columns = stride(from: 0, to: x.shape[3], by: 2)
    let margin = (filters - x.shape[1]) / 2
    return x[0..., 0..., rows, columns].padded([(0, 0), (margin, margin), (0, 0), (0, 0)])
}

// `CIFARBlock` and `CIFARResNet` are block and net, with the names of their files (`linear`, `layer1`):

/// relu(f(x) + x), with f two convolutions of 3 × 3.
public final class CIFARBlock: Module, Layer {
    let conv1, conv2: Conv2d
    let bn1, bn2: BatchNorm2d

    init(_ channels: Int, _ filters: Int, using random: inout SplitMix64) {
        conv1 = Conv2d(
            channels, filters, kernel: 3, stride: channels == filters ? 1 : 2, padding: 1, bias: false, using: &random)
        conv2 = Conv2d(filters, filters, kernel: 3, padding: 1, bias: false, using: &random)
        (bn1, bn2) = (BatchNorm2d(filters, activation: .relu), BatchNorm2d(filters))
    }

    public func forward(_ x: Tensor) -> Tensor {
        let filters = conv2.weight.shape[0]
        let skip = x.shape[1] == filters ? x : zeroPaddedSkip(x, filters: filters)
        return (bn2(conv2(bn1(conv1(x)))) + skip).relu()
    }
}

/// A ResNet for CIFAR-10, 6 · blocks + 2 layers deep: x [n, 3, 32, 32] → scores [n, 10]
public final class CIFARResNet: Module, Layer {
    let conv1: Conv2d
    let bn1 = BatchNorm2d(16, activation: .relu)
    let layer1, layer2, layer3: [CIFARBlock]
    let linear: Linear

    /// - Parameter blocks: in each of the three groups: 3 for ResNet-20, 9 for ResNet-56.
    public init(blocks: Int, using random: inout SplitMix64) {
        conv1 = Conv2d(3, 16, kernel: 3, padding: 1, bias: false, using: &random)
        let groups = [16, 32, 64].map { filters in
            (0..<blocks).map { CIFARBlock($0 > 0 || filters == 16 ? filters : filters / 2, filters, using: &random) }
        }
        (layer1, layer2, layer3) = (groups[0], groups[1], groups[2])
        linear = Linear(64, 10, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor {
        let features = (layer1 + layer2 + layer3).reduce(bn1(conv1(x))) { value, block in block(value) }
        return linear(features.mean(axes: 2, 3))
    }

    /// How many blocks each group of the net has that these tensors are the weights of, by its names; nil if it is
    /// another net. If a tensor is missing, the others tell.
    static func blocks(ofTorchShapes shapes: [String: [Int]]) -> Int? {
        guard shapes["linear.weight"] != nil || shapes["linear.bias"] != nil else { return nil }
        return (1...3).compactMap { ResNet.blockCount(inGroup: $0, ofTorchNames: shapes.keys) }.max()
    }

    /// What the scores stand for.
    public static let classes = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]
}

extension ResidualNets {
    func netsForCIFAR() {
        var random = run.random
        var table = TextTable(["net", "blocks", "parameters"])
        for blocks in [3, 9] {
            table.add(
                "ResNet-\(6 * blocks + 2)", 3 * blocks, CIFARResNet(blocks: blocks, using: &random).parameterCount)
        }
        show(table, "Two ResNets for CIFAR-10")
        show(
            zeroPaddedSkip(.ones(1, 16, 32, 32), filters: 32).sum().item, "sum of the skip path of 16 · 32 · 32 ones",
            predict: .number(
                "16 channels of 32 × 32 ones go through a skip path that takes every second pixel of every second line "
                    + "and adds 16 channels of zeros. What is the sum of the result?", 4096))
    }
}
