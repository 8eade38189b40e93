// # Through a bottleneck
//
// Section 14.8 · After this page you can write a bottleneck block, and say by the numbers why it is worth its third
// convolution.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// Deeper ResNets, from 50 layers on, have other blocks. Instead of two convolutions of 3 × 3 there are three. The
// first, of 1 × 1, makes fewer channels: a quarter. The second, of 3 × 3, works on these few. The third, of 1 × 1,
// makes the many again, so that they can be added to the skip path. The wide part is outside and the narrow one in the
// middle: hence the name. `bottleneckBody` is a `BlockBody` like `plainBody`. The stride is in the middle; in the paper
// it is in the first convolution, which then throws away three quarters of the pixels without having looked at them:

/// Convolutions of 1 × 1 to a quarter of the filters, 3 × 3, and 1 × 1 to all of them. (The book's second
/// `_conv_block`.)
public func bottleneckBody(_ channels: Int, _ filters: Int, _ stride: Int, _ random: inout SplitMix64) -> Sequential {
    Sequential(
        ConvLayer(channels, filters / 4, kernel: 1, using: &random),
        ConvLayer(filters / 4, filters / 4, stride: stride, using: &random),
        ConvLayer(filters / 4, filters, kernel: 1, gamma: 0, hasActivation: false, using: &random))
}

extension ResidualNets {
    func twoKindsOfBlocks() {
        // The paper's picture shows a plain block for 64 channels beside a bottleneck for 256 (figure 14-4 of the
        // book):
        show(
            FlowChart(
                ["x [64, h, w]", "3 × 3: 64", "3 × 3: 64", "+", "relu"], title: "A plain block",
                repeating: "x [64, h, w]", to: "+", label: "skip path"), "Two convolutions on 64 channels")
        show(
            FlowChart(
                ["x [256, h, w]", "1 × 1: 64", "3 × 3: 64", "1 × 1: 256", "+", "relu"], title: "A bottleneck",
                repeating: "x [256, h, w]", to: "+", label: "skip path"), "Three convolutions, the middle one narrow")

        // And in numbers, for a grid of 32 × 32:
        var random = run.random
        let plain = OwnBlock(64, 64, using: &random)
        let bottleneck = OwnBlock(256, 256, body: bottleneckBody, using: &random)
        var table = TextTable(["block", "convolution", "channels", "weights", "million multiplications"], decimals: 1)
        for (name, block, channels) in [("plain", plain, 64), ("bottleneck", bottleneck, 256)] {
            for (row, layer) in zip(ledger(of: block, for: .zeros(1, channels, 32, 32)), block.body.layers) {
                let shape = (layer as? ConvLayer)?.convolution.weight.shape ?? []
                table.add(
                    name, "\(shape[2]) × \(shape[3])", "\(shape[1]) → \(shape[0])", row.weights,
                    Double(row.multiplications) / 1e6)
            }
        }
        show(table, "The convolutions of both blocks")
        let weights = [weightsOfConvolutions(in: plain), weightsOfConvolutions(in: bottleneck)]
        show("\(weights[0]) and \(weights[1])", "weights of the plain block, and of the bottleneck")
        show(
            weights[1], "weights of the bottleneck",
            predict: .count(
                "Convolutions of 1 × 1 from 256 to 64 channels, of 3 × 3 from 64 to 64, and of 1 × 1 from 64 to 256, "
                    + "all without bias. How many weights are that?", 256 * 64 + 64 * 64 * 9 + 64 * 256))

        // Four times the channels go in and come out, for less than the weights of the plain block. On a grid of one
        // size that means less work, too, because every weight is used once at each place. Two plain convolutions on
        // 256 channels would be sixteen times as expensive:
        let wide = OwnBlock(256, 256, using: &random)
        show(
            significant(Float(weightsOfConvolutions(in: wide)) / Float(weights[1]), 4),
            "times the weights: a plain block for 256 channels, beside the bottleneck",
            ask: "A plain block for 256 channels has 2 · 256 · 256 · 9 weights, the bottleneck 69,632. How many times "
                + "is that?"
        )
    }

    func whatTheTimeIs() {
        // In the book both take about the same time on a graphics card. On a processor there is more to it than
        // multiplications: each of the three results has to be written and normalized, and two of them have many
        // channels. Measured here, for a batch of 8, there and back:
        var random = run.random
        let x = Tensor.randn(8, 256, 32, 32, using: &random)
        let narrow = x[0..., ..<64]
        let blocks = [
            ("plain, 64 channels", OwnBlock(64, 64, using: &random), narrow),
            ("bottleneck, 256 channels", OwnBlock(256, 256, body: bottleneckBody, using: &random), x),
            ("plain, 256 channels", OwnBlock(256, 256, using: &random), x),
        ]
        var table = TextTable(["block", "milliseconds"], decimals: 1)
        for (name, block, input) in blocks {
            let times = (0..<run.size(quick: 1, usual: 4)).map { _ in
                ContinuousClock().measure { block(input).sum().backward() } / .milliseconds(1)
            }
            table.add(name, times.min()!)
        }
        show(table, "The fastest of some runs, in milliseconds")

        // If the bottleneck takes longer than the plain block of 64 channels, it is the norms and sums on four times as
        // many numbers. What it replaces, however, is the last row.
    }

    // MARK: Helpers

    private func weightsOfConvolutions(in block: OwnBlock) -> Int {
        block.body.layers.reduce(0) { $0 + (($1 as? ConvLayer)?.convolution.weight.count ?? 0) }
    }
}
