// # Does a net need colour?
//
// Section 13.9 · After this page you have trained the same net on four encodings of the same pictures, and know how
// much less one of them was worth.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Whether colours matter is a question about the pictures. Some breeds of dogs differ in nothing else. Airplanes and
// birds are told apart by their shapes, but an airplane is more often before a blue sky. `colourNet` takes small
// pictures with any number of channels. At its beginning, the numbers are moved from 0...1 to −2...2, so that they lie
// around 0:

/// Convolutions with stride 2 through 16, 32 and 64 channels, and a linear layer: [n, channels, 32, 32] → [n, 2].
public func colourNet(channels: Int = 3, using random: inout SplitMix64) -> Sequential {
    Sequential(
        Lambda { $0 * 4 - 2 },
        halvingConv(channels, 16, kernel: 5, using: &random),  // 16 × 16
        halvingConv(16, 32, using: &random),  // 8 × 8
        halvingConv(32, 64, using: &random),  // 4 × 4
        Flatten(), Linear(64 * 4 * 4, 2, using: &random))
}

// `encodings` are four ways to put the pictures down. (For the differences of colours, which lie around 0 already, a
// half is added.) Each time, the net is the same but for its first layer, and so are the batches and the schedule:

extension ConvolutionalNets {
    /// Ways to encode pictures [n, 3, h, w], by name.
    var encodings: [(name: String, encode: (Tensor) -> Tensor)] {
        let half = Tensor([0, 0.5, 0.5]).reshaped(1, 3, 1, 1)
        return [
            ("red, green, blue", { $0 }),
            ("brightness and differences", { recoded($0, by: brightnessAndDifferences) + half }),
            ("hue, saturation, value", hueSaturationValue),
            ("grey", { recoded($0, by: brightnessAndDifferences)[0..., 0..<1] }),
        ]
    }

    func whatGreyLoses() throws {
        let (train, names) = (try colourTrain, try colourSource.contents.classes)
        let shown = [0, 1].flatMap { label in
            train.targets.scalars.indices.filter { train.targets.scalars[$0] == label }.prefix(4)
        }
        show(
            ImageGrid(
                shown.map { Raster(train.inputs[$0]) }, titles: shown.map { names[train.targets.scalars[$0]] },
                columns: 4),
            "Some of the pictures to learn from: \(colourSource.name)")

        // (Look at the labels, too, when you look at pictures. What people have labelled contains mistakes.)
        // Each encoding is trained from several seeds, for a few epochs on some thousands of pictures:
        var results: [[Float]] = []
        var table = TextTable(["encoding", "accuracy"], decimals: 4)
        for (name, encode) in encodings {
            let accuracies = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                try accuracy(encode, using: &random)
            }
            results.append(accuracies)
            table.add(name, Spread(accuracies))
        }
        let second = Tensor(try colourValid.targets).mean().item
        table.add("always the more frequent answer", max(second, 1 - second))
        show(table, "The same net on four encodings of \(colourSource.name)")
        for (name, values) in zip(["rgb", "brightness-and-differences", "hsv", "grey"], results) {
            record("encodings/\(name)", over: values, on: colourSource)
        }
        let losses = (1..<4).map { other in zip(results[0], results[other]).count { $0 > $1 } }
        show(
            losses,
            "how often red, green and blue are better than each of the others, of \(counted(results[0].count, "start"))"
        )
        // #hide
        if run.size == .quick { show("(A quick run is too short to show any of this.)") }
        // Compare the spread over the starts before you believe in a difference. What can be said without measuring is
        // this: the first three hold the same information, grey holds less. But the book's claim is about what can be
        // learned, not about how soon. After a few epochs, an encoding that is awkward for sums, as a circle of hues
        // is, may well be behind.
    }

    // MARK: Helpers

    /// Accuracy on the validation pictures, after training on encoded pictures.
    private func accuracy(
        _ encode: (Tensor) -> Tensor, using random: inout SplitMix64
    ) throws -> Float {
        let (train, valid) = (try colourTrain, try colourValid)
        let count = min(train.count, run.size(quick: 120, usual: 2000, full: 10000))
        let some = Array(random.permutation(train.count).prefix(count))
        let inputs = noGrad { (encode(train.inputs.rows(some)), encode(valid.inputs)) }
        let net = colourNet(channels: inputs.0.shape[1], using: &random)
        let batches = DataLoader(
            TensorDataset(inputs.0, train.targets.rows(some)), batchSize: 64, shuffledUsing: &random)
        let learner = Learner(
            DataLoaders(batches, DataLoader(TensorDataset(inputs.1, valid.targets), batchSize: 250)), net,
            loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy])
        try EpochReporting.silently {
            try learner.fitOneCycle(run.size(quick: 1, usual: 4, full: 8), learningRate: 0.005)
        }
        return learner.recorder["accuracy"].last!
    }
}
