// # The whole block
//
// Section 14.5 · After this page you have the block that ResNets are made of, for any stride and any number of filters.

import Figures
import Layers
import Notebook
import Tensors

// Everything is there. The skip path pools if the block has a stride, and takes a 1 × 1 convolution if the number of
// channels changes; otherwise it is `noop`. (An erratum: the book's text says that it is noop if `nf==nf`. That is
// always so; `ni==nf` is meant, as many channels going in as coming out. Its code is right.)
//
// One thing has moved: the ReLU that is missing behind the second convolution comes after the addition. So the whole
// block behaves like one layer, and what it gives is 0 or more:

/// relu(f(x) + x), with whatever x needs to fit: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
///
/// (The book's `ResBlock`, second version; `convolutions` is its `_conv_block`, `widening` its `idconv`.)
public final class ResBlock: Module, Layer {
    public let convolutions: Sequential
    /// Halves the grid of the skip path; nil where the block has no stride.
    public let pool: AveragePool2d?
    /// Gives the skip path as many channels as the block has filters; nil where it has them already.
    public let widening: ConvLayer?

    /// - Parameter gamma: what the last batch norm multiplies by at the start.
    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, gamma: Float = 0, using random: inout SplitMix64
    ) {
        convolutions = Sequential(
            ConvLayer(channels, filters, stride: stride, using: &random),
            ConvLayer(filters, filters, gamma: gamma, hasActivation: false, using: &random))
        pool = stride == 1 ? nil : AveragePool2d(Size2D(stride), ceilMode: true)
        widening =
            channels == filters ? nil : ConvLayer(channels, filters, kernel: 1, hasActivation: false, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor { (convolutions(x) + skipped(x)).relu() }

    /// The skip path.
    public func skipped(_ x: Tensor) -> Tensor {
        let pooled = pool?(x) ?? noop(x)
        return widening?(pooled) ?? noop(pooled)
    }
}

extension ResidualNets {
    func theWholeBlock() {
        var random = run.random
        var table = TextTable(["channels", "filters", "stride", "grid", "becomes", "parameters"])
        for (channels, filters, stride, side) in [(16, 16, 1, 8), (16, 32, 2, 8), (16, 32, 2, 7), (3, 16, 2, 64)] {
            let block = ResBlock(channels, filters, stride: stride, using: &random)
            let y = block(.randn(2, channels, side, side, using: &random))
            table.add(
                channels, filters, stride, "\(side) × \(side)", "\(y.shape[2]) × \(y.shape[3])", block.parameterCount)
        }
        show(table, "blocks of all kinds")

        // A block with neither stride nor new channels starts as relu(x). Where x has been through a ReLU already, as
        // it has behind another block, that is x:
        let block = ResBlock(16, 16, using: &random)
        let x = Tensor.randn(2, 16, 8, 8, using: &random)
        show(block(x).scalars == x.relu().scalars, "a new block is relu(x), to the last bit")
        show(
            block(x.relu()).scalars == x.relu().scalars, "and returns what another block gave it",
            ask: "A new block with γ = 0 is put behind another block. Does it return exactly what it is given?")
        show(block(x).min().item >= 0, "it gives nothing below 0")
    }
}

// `residualNet` makes a net with such blocks as stages: one of them with stride 2, or also a second with stride 1.

/// Stages of blocks: x [n, 3, h, w] → [n, classes]
/// - Parameters:
///   - blocks: in each stage, the first of which has stride 2.
///   - gamma: what the last batch norm of each block multiplies by at the start.
public func residualNet(
    classes: Int, filters: [Int] = [16, 32, 64, 128, 256], blocks: Int = 1, gamma: Float = 0,
    using random: inout SplitMix64
) -> Sequential {
    classifier(classes: classes, filters: filters, using: &random) { channels, filters, random in
        var layers: [any Layer<Tensor, Tensor>] = [
            ResBlock(channels, filters, stride: 2, gamma: gamma, using: &random)
        ]
        for _ in 1..<blocks { layers.append(ResBlock(filters, filters, gamma: gamma, using: &random)) }
        return Sequential(layers)
    }
}

extension ResidualNets {
    func oneOrTwoBlocks() {
        // The three nets of the book, in its own sizes, for ten classes:
        var random = run.random
        let nets = [
            ("one layer", convolutionalNet(classes: 10, using: &random)),
            ("one block", residualNet(classes: 10, using: &random)),
            ("two blocks", residualNet(classes: 10, blocks: 2, using: &random)),
        ]
        var table = TextTable(["in each stage", "convolutions on the way", "parameters"])
        for ((name, net), layers) in zip(nets, [5, 10, 20]) { table.add(name, layers, net.parameterCount) }
        show(table, "the book's nets")
        for (name, count) in zip(["one-layer", "one-block", "two-blocks"], nets.map { $0.1.parameterCount }) {
            record("parameters/\(name)", count)
        }
    }
}
