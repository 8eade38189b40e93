// # Normalizing
//
// Section 19.2 · After this page you can normalize a batch of pictures by its channels, and say how good the numbers of
// a single batch are for that.

import Figures
import Foundation
import Notebook
import Tensors

// A net learns best from numbers around 0 with a standard deviation of about 1. So the mean of each channel is
// subtracted, and the result divided by the channel's standard deviation. Both are computed from the training pictures:
// over the axes 0, 1 and 2 of x [n, h, w, c], so that one number for each channel is left.

/// Brings every channel to mean 0 and standard deviation 1, by the numbers of some batch.
public struct Normalize: Sendable {
    /// One number for each channel, [c].
    public let mean, std: Tensor

    public init(mean: Tensor, std: Tensor) { (self.mean, self.std) = (mean, std) }

    /// By the statistics of a batch [n, h, w, c].
    public init(to x: Tensor) { self.init(mean: x.mean(axes: 0, 1, 2), std: x.std(axes: [0, 1, 2])) }

    /// x [n, h, w, c] → the same shape. A channel that is the same everywhere, with a deviation of 0, becomes 0, but
    /// for rounding.
    public func callAsFunction(_ x: Tensor) -> Tensor { (x - mean) / std.maximum(1e-4) }

    /// The way back, to look at a picture.
    public func undone(_ x: Tensor) -> Tensor { x * std + mean }
}

extension LearnerFromScratch {
    func oneBatchIsEnough() throws {
        // All the pictures? Precision does not matter here, the book says, and takes a single batch. Let us see how far
        // that is off. One shuffled batch of 128, for several seeds, beside all training pictures:
        let set = try trainSet
        let batches = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            Normalize(to: try DataLoader(set, shuffle: true, seed: random.state).first()?.x ?? .zeros(1, 1, 1, 3))
        }
        let all = try statisticsOfAll(set)
        var table = TextTable(["channel", "mean of a batch", "of all", "deviation in a batch", "in all"], decimals: 4)
        for (channel, name) in ["red", "green", "blue"].enumerated() {
            let (means, deviations) = (batches.map { $0.mean[channel].item }, batches.map { $0.std[channel].item })
            record("batch-statistics/\(name)-mean", over: means, book: [0.4544, 0.4453, 0.4141][channel], on: source)
            record(
                "batch-statistics/\(name)-deviation", over: deviations, book: [0.2812, 0.2766, 0.2981][channel],
                on: source)
            table.add(
                name, Spread(means), all.mean[channel].item, Spread(deviations), all.std[channel].item)
        }
        show(table, "Statistics of one batch and of all pictures")
        let off = batches.map { ((($0.mean - all.mean) / all.std).abs().max()).item }.max() ?? 0
        show(
            off < 0.25, "no mean of a batch is off by a quarter of a standard deviation",
            ask: "Are the means of one batch nearer to those of all pictures than a quarter of a standard deviation?")
    }

    func normalizeABatch() throws {
        // We keep the numbers of the first batch (the property `normalize`), and look at what they do to it:
        let (normalize, x) = (try self.normalize, try trainLoader().first()?.x ?? .zeros(1, 1, 1, 3))
        let before = channelCurves(x, from: 0, to: 1, "Before", "value of a pixel")
        let after = channelCurves(normalize(x), from: -3, to: 3, "After", "normalized value")
        show(
            ChartGrid(
                [before, after], columns: 2, title: "Normalizing moves and stretches, and keeps the form",
                sharedYLimits: false),
            "How often each value occurs in a batch, by channel")
        show(largestDifference(normalize.undone(normalize(x)), x) < 1e-4, "undone gives the picture back")
    }
}

// MARK: Helpers

extension LearnerFromScratch {
    /// How often each value occurs in each channel of x [n, h, w, 3].
    private func channelCurves(_ x: Tensor, from low: Float, to high: Float, _ title: String, _ label: String) -> Chart
    {
        let (colours, bins) = ([Colour.vermilion, .green, .blue], 30)
        let shares = (0..<3).map { channel -> [Float] in
            let places = (x[0..., 0..., 0..., channel] - low) / (high - low) * Float(bins)
            let whole = IntTensor(places.clamped(min: 0, max: Float(bins) - 0.5).reshaped(-1))
            return whole.bincount(minLength: bins).scalars.map { Float($0) / Float(whole.count) }
        }
        let xs = (0..<bins).map { low + (Float($0) + 0.5) * (high - low) / Float(bins) }
        let top = Double(shares.joined().max() ?? 1) * 1.1
        return Chart(title, x: label, y: "share of the pixels", yLimits: 0...top) {
            (0..<3).map { Line(xs, shares[$0], ["red", "green", "blue"][$0], colour: colours[$0]) }
        }
    }

    /// Mean and standard deviation of each channel over all items, batch by batch, in double precision.
    private func statisticsOfAll(_ set: PictureDataset) throws -> Normalize {
        var (sums, squares, count) = ([Double](repeating: 0, count: 3), [Double](repeating: 0, count: 3), 0.0)
        try DataLoader(set, batchSize: 256, workers: usualWorkers).forEachBatch { _, batch in
            let pixels = Double(batch.x.count / 3)
            let (means, meanSquares) = (batch.x.mean(axes: 0, 1, 2), batch.x.squared().mean(axes: 0, 1, 2))
            for channel in 0..<3 {
                sums[channel] += pixels * Double(means[channel].item)
                squares[channel] += pixels * Double(meanSquares[channel].item)
            }
            count += pixels
        }
        let means = sums.map { $0 / count }
        let deviations = zip(squares, means).map { ($0 / count - $1 * $1).squareRoot() }
        return Normalize(mean: Tensor(means.map { Float($0) }), std: Tensor(deviations.map { Float($0) }))
    }
}
