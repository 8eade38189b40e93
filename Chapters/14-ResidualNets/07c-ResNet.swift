// # A ResNet of any depth
//
// Section 14.7 · After this page you can write ResNet-18, ResNet-34 and their like as one class, and count their
// parameters.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// Behind the stem comes the body. Its blocks are those of section 14.5. But soon we will want blocks with other
// convolutions inside; so this time the block is told how to make them. `BlockBody` makes the convolutions of a block,
// and `plainBody` makes the two that we know, the second with a γ of 0 and without a ReLU:

/// Makes the convolutions of a block, from so many channels to so many filters, the grid smaller by the stride.
public typealias BlockBody = (
    _ channels: Int, _ filters: Int, _ stride: Int, _ random: inout SplitMix64
) -> Sequential

/// Two convolutions of 3 × 3. (The book's `_conv_block`, before section 14.8.)
public func plainBody(_ channels: Int, _ filters: Int, _ stride: Int, _ random: inout SplitMix64) -> Sequential {
    Sequential(
        ConvLayer(channels, filters, stride: stride, using: &random),
        ConvLayer(filters, filters, gamma: 0, hasActivation: false, using: &random))
}

// The rest of the block is as before. The skip path is pooled where the body has a stride, and goes through a
// convolution of 1 × 1 where the number of channels changes:

/// relu(body(x) + x), with x pooled and widened where it has to be:
/// x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]. (The book's `ResBlock`.)
public final class OwnBlock: Module, Layer {
    public let body: Sequential
    public let pool: AveragePool2d?
    public let widening: ConvLayer?

    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, body: BlockBody = plainBody, using random: inout SplitMix64
    ) {
        self.body = body(channels, filters, stride, &random)
        pool = stride == 1 ? nil : AveragePool2d(2, ceilMode: true)
        widening =
            channels == filters ? nil : ConvLayer(channels, filters, kernel: 1, hasActivation: false, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor {
        let pooled = pool.map { $0(x) } ?? x
        return (body(x) + (widening.map { $0(pooled) } ?? pooled)).relu()
    }
}

// The net is stem, groups, head. From group to group the grid is halved and the channels are doubled, by the first
// block of the group; the others change nothing about the shape. The first group does not halve, because the stem has
// done so twice. `blocks` says how many blocks the groups have: [2, 2, 2, 2] is ResNet-18, [3, 4, 6, 3] is ResNet-34.
// The name counts the layers with weights from picture to score: two for each block, one for the stem (which has one
// convolution in the paper) and the linear layer. `expansion` will be used in section 14.8, and `width` makes the whole
// net narrower, for those who have no graphics card:

/// A ResNet: x [n, 3, h, w] → scores [n, classes]. (The book's `ResNet`.)
public final class OwnResNet: Module, Layer {
    public let layers: Sequential

    /// - Parameters:
    ///   - blocks: how many blocks each of up to four groups has.
    ///   - expansion: how many times wider the groups are than usual. The stem is not.
    ///   - width: channels behind the stem, and of the first group if the expansion is 1. An even number.
    public init(
        classes: Int, blocks: [Int], expansion: Int = 1, width: Int = 64, body: BlockBody = plainBody,
        using random: inout SplitMix64
    ) {
        let sizes = [width] + [1, 2, 4, 8].map { $0 * width * expansion }
        var parts = resnetStem([3, width / 2, width / 2, width], using: &random)
        for (group, count) in blocks.enumerated() {
            let (channels, filters) = (sizes[group], sizes[group + 1])
            for place in 0..<count {
                let isFirst = place == 0
                parts.append(
                    OwnBlock(
                        isFirst ? channels : filters, filters, stride: isFirst && group > 0 ? 2 : 1, body: body,
                        using: &random))
            }
        }
        let head = Linear(sizes[blocks.count], classes, using: &random)
        layers = Sequential(parts + [AdaptiveAveragePool2d(1), Flatten(), head])
    }

    public func forward(_ x: Tensor) -> Tensor { layers(x) }
}

extension ResidualNets {
    func eighteenAndThirtyFour() {
        // The book's ResNet-18 for the ten classes of Imagenette, and a picture of 128 × 128 on its way:
        var random = run.random
        let net = OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random)
        net.eval()
        var (x, table) = (Tensor.zeros(1, 3, 128, 128), TextTable(["layer", "parameters", "result"]))
        for layer in net.layers.layers {
            x = noGrad { layer(x) }
            table.add("\(type(of: layer))", layer.parameterCount, "\(x.shape)")
        }
        show(table, "ResNet-18, layer by layer")
        record(
            "parameters/resnet-18", net.parameterCount,
            predict: .choice(
                "The net of two blocks for each stage has 2.8 million parameters. About how many has ResNet-18?",
                ["5 million", "11 million", "22 million"], answer: "11 million"))
        let deeper = OwnResNet(classes: 10, blocks: [3, 4, 6, 3], using: &random)
        show(deeper.parameterCount, "parameters of ResNet-34 for ten classes")
    }

    func everyBlockBeginsAsNothing() {
        // With its γ of 0 every block begins as relu(x), and x is not negative behind a ReLU: so it begins as the
        // identity. A net of 34 layers computes, to the last bit, what is left of it when all blocks are taken out that
        // keep the shape:
        var random = run.random
        let net = OwnResNet(classes: 10, blocks: [3, 4, 6, 3], width: 8, using: &random)
        let x = Tensor.randn(2, 3, 64, 64, using: &random)
        let parts = net.layers.layers
        let needed = parts.filter { layer in (layer as? OwnBlock).map { $0.widening != nil } ?? true }
        net.eval()
        let (whole, short) = noGrad { (net(x), Sequential(needed)(x)) }
        show("\(parts.count - needed.count) of \(parts.count) parts", "blocks that are taken out")
        show(
            whole.scalars == short.scalars, "the scores are the same to the last bit",
            predict: .yesNo(
                "13 of the 16 blocks of a new ResNet-34 are taken out. Are the scores the same, to the last bit?", true)
        )
    }
}
