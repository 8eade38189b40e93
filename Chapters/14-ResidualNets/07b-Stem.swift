// # The stem
//
// Section 14.7 · After this page you can write the stem of a modern ResNet, and read from a ledger where in a net the
// work is done and where its parameters are.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// The first layers of a convolutional net are called its *stem*, if they are made differently from the rest, its body.
// The ResNet of the paper begins with a single convolution of 7 × 7. The tweaked one has three of 3 × 3 in its place,
// the first with a stride of 2, with a norm and a ReLU after each. Together they see 11 × 11 pixels. Then both have max
// pooling of 3 × 3 with a stride of 2, and padding of 1, so that the picture has a quarter of its height and width when
// it comes to the blocks. The stem has no residual blocks; the end of this page shows why.

/// Convolutions of 3 × 3, the first with a stride of 2, and max pooling:
/// x [n, sizes.first, h, w] → [n, sizes.last, ⌈h / 4⌉, ⌈w / 4⌉]. (The book's `_resnet_stem`.)
public func resnetStem(_ sizes: [Int], using random: inout SplitMix64) -> [any Layer<Tensor, Tensor>] {
    var layers: [any Layer<Tensor, Tensor>] = []
    for (place, (channels, filters)) in zip(sizes, sizes.dropFirst()).enumerated() {
        layers.append(ConvLayer(channels, filters, stride: place == 0 ? 2 : 1, using: &random))
    }
    return layers + [MaxPool2d(3, stride: 2, padding: 1)]
}

// Where is the work? A convolution uses each of its weights once at every place of its result. So its multiplications
// are its weights times the places. The engine's `summary` calls a net once and lists what each part has returned, and
// with that `ledger` is a line or two:

/// What one convolution of a net holds and does for one picture.
public struct LedgerRow: Sendable {
    /// Its path in the net.
    public let name: String
    /// Numbers in its kernel. (Convolutions before a batch norm have no bias.)
    public let weights: Int
    /// Height times width of its result: how often each weight is used.
    public let places: Int

    public var multiplications: Int { weights * places }
}

/// What the convolutions of a net hold and do for one picture of the batch x, in the order of their calls.
public func ledger(of net: any Layer<Tensor, Tensor>, for x: Tensor) -> [LedgerRow] {
    net.summary(of: x).rows.filter { $0.type == "Conv2d" }.map { row in
        LedgerRow(name: row.name, weights: row.parameters, places: row.output?.dropFirst(2).reduce(1, *) ?? 0)
    }
}

extension ResidualNets {
    func theStem() {
        // The book's stem, from 3 channels to 32, 32 and 64, and what it makes of a picture of 128 × 128:
        var random = run.random
        let stem = Sequential(resnetStem([3, 32, 32, 64], using: &random))
        var x = Tensor.zeros(1, 3, 128, 128)
        var table = TextTable(["layer", "channels", "stride", "parameters", "result"])
        for layer in stem.layers {
            x = noGrad { layer(x) }
            let convolution = (layer as? ConvLayer)?.convolution
            table.add(
                convolution == nil ? "max pooling 3 × 3" : "convolution 3 × 3, batch norm, ReLU",
                convolution.map { "\($0.weight.shape[1]) → \($0.weight.shape[0])" } ?? "64",
                convolution.map { "\($0.stride.height)" } ?? "2", layer.parameterCount, "\(x.shape)")
        }
        show(table, "The stem, layer by layer")
        show(
            x.shape, "a picture of 128 × 128 behind the stem",
            ask: "[1, 3, 128, 128] goes through convolutions with strides 2, 1 and 1, then max pooling with stride 2. "
                + "It leaves with 64 channels. What is its shape?")

        // Its first convolution has 3 · 32 · 3 · 3 weights. The last one of the whole net goes from 256 channels to
        // 512:
        let rows = ledger(of: stem, for: .zeros(1, 3, 128, 128))
        record("stem/weights-of-first-convolution", rows[0].weights, book: 864)
        let last = Conv2d(256, 512, kernel: 3, bias: false, using: &random)
        record(
            "body/weights-of-last-widening", last.weight.count, book: 1_179_648,
            predict: .count(
                "A convolution of 3 × 3 goes from 256 channels to 512. How many weights does it have?", 256 * 512 * 9))

        // The first kernel is used at 64 · 64 = 4,096 places, the last one at 4 · 4 = 16. So a weight costs 256 times
        // as much work in the stem as in the last group: the work is in the early layers, and the parameters are in the
        // late ones. (The book counts a stride of 1 at 128 × 128, 16,384 places. Its stem begins with a stride of 2.)
        var placesAndWeights = TextTable(["convolution", "weights", "places", "multiplications"])
        for row in rows { placesAndWeights.add(row.name, row.weights, row.places, row.multiplications) }
        show(placesAndWeights, "The ledger of the stem")
    }

    func aStemOfBlocks() {
        // What would it cost to have residual blocks in the stem, too? A block with a stride of 2 has three
        // convolutions and a pool. Here is the same stem with a block in place of each convolution, beside the plain
        // one:
        var random = run.random
        let x = Tensor.zeros(1, 3, 128, 128)
        let plain = ledger(of: Sequential(resnetStem([3, 32, 32, 64], using: &random)), for: x)
        let blocks = Sequential(
            ResBlock(3, 32, stride: 2, using: &random), ResBlock(32, 32, using: &random),
            ResBlock(32, 64, using: &random), MaxPool2d(3, stride: 2, padding: 1))
        let costly = ledger(of: blocks, for: x)
        var table = TextTable(["stem", "weights", "million multiplications"], decimals: 1)
        for (name, rows) in [("three convolutions", plain), ("three blocks", costly)] {
            table.add(name, rows.reduce(0) { $0 + $1.weights }, millions(rows))
        }
        show(table, "Two stems for a picture of 128 × 128")
        show(
            fixed(millions(costly) / millions(plain), 1), "times the work",
            predict: .choice(
                "A block has twice the convolutions. How much more work is a stem of three blocks?",
                ["a fifth more", "twice as much", "three times as much"], answer: "three times as much"))

        // For a few thousand weights. The stem is kept plain and fast, and the blocks come where the pictures are
        // small.
    }

    // MARK: Helpers

    private func millions(_ rows: [LedgerRow]) -> Double { Double(rows.reduce(0) { $0 + $1.multiplications }) / 1e6 }
}
