// # Mean 0, deviation 1
//
// Section 7.2 · After this page you can measure and normalize the channels of photos, and know where the numbers come
// from with which it is usually done.

import Figures
import Notebook
import Tensors
import Training
import Vision

// A net learns more easily when what it is given has a mean of 0 and a deviation of 1. Photos have not: their pixels
// are from 0 to 255, or, as our loaders give them, from 0 to 1. To *normalize* them is to subtract the mean and to
// divide by the deviation. Each of the colours gets its own two numbers. `channelStatistics` measures them, over all
// photos of a batch and all their places; only the axis of channels is left. `aBatch` is one, normalized or not:

/// The mean and the deviation of each channel: x [n, 3, h, w] → [3], [3]
public func channelStatistics(_ x: Tensor) -> (mean: Tensor, deviation: Tensor) {
    (x.mean(axes: 0, 2, 3), x.std(axes: [0, 2, 3]))
}

extension StateOfTheArt {
    /// The first batch of training photos, changed at random.
    func aBatch(_ normalization: Normalization?) throws -> Tensor {
        var (random, setup) = (run.random, baseline)
        (setup.normalization, setup.batchSize) = (normalization, run.size(quick: 16, usual: 64))
        return try getDls(setup, using: &random).oneBatch().0
    }

    func statisticsOfABatch() throws {
        let x = try aBatch(nil)
        show(x.shape, "a batch of photos")
        let ours = channelStatistics(x)
        show(
            ours.mean.shape, "its means",
            predict: .shape("The mean over the axes 0, 2 and 3 of \(x.shape) has which shape?", [3]))
        var table = TextTable(["channel", "mean", "deviation", "book: mean", "deviation"], decimals: 4)
        for (k, name) in ["red", "green", "blue"].enumerated() {
            table.add(
                name, ours.mean[k].item, ours.deviation[k].item, BookStatistics.mean[k], BookStatistics.deviation[k])
            record(
                "batch/mean-of-\(name)", ours.mean[k].item, book: BookStatistics.mean[k],
                differs: "another batch, \(large) × \(large) pixels")
        }
        show(table, "A batch of \(dataName), and the book's of imagenette2")
    }
}

// Every batch has other numbers. It would not do to take each one's own: then a photo would look different in different
// company. So the two numbers of each channel are chosen once. Either they are measured on one batch,
// `Normalization(of: batch)`, which is what the book's `Normalize` does if it is given nothing; or they are those of
// ImageNet, which everyone knows: means 0.485, 0.456, 0.406 and deviations 0.229, 0.224, 0.225
// (`Normalize.from_stats(*imagenet_stats)`, our `.imageNet`). `normalized` is all there is to it; the numbers stand on
// an axis of their own, so that they meet the channels:

/// (x - mean) / deviation, channel by channel: x [n, 3, h, w], mean and deviation [3]
public func normalized(_ x: Tensor, mean: Tensor, deviation: Tensor) -> Tensor {
    (x - mean.reshaped(3, 1, 1)) / deviation.reshaped(3, 1, 1)
}

extension StateOfTheArt {
    func withItsOwnStatistics() throws {
        let x = try aBatch(nil)
        let own = channelStatistics(x)
        let after = channelStatistics(normalized(x, mean: own.mean, deviation: own.deviation))
        show(after.mean.abs().max().item < 1e-4, "a batch that is normalized with its own numbers has means of 0")
        show((after.deviation - 1).abs().max().item < 1e-4, "and deviations of 1")

        // The engine's `Normalization` does the same, and can be undone, for people who want to see the photo:
        let known = Normalization(of: x)
        let difference = (known(x) - normalized(x, mean: own.mean, deviation: own.deviation)).abs().max().item
        show(difference < 1e-4, "by hand and by the engine it is the same")
        show((known.undone(known(x)) - x).abs().max().item < 1e-5, "and the way back leads back")
    }

    func blackAndWhite() {
        // What becomes of a black pixel, and of a white one, with ImageNet's numbers?
        let pixels = Tensor(shape: [2, 3, 1, 1], [0, 0, 0, 1, 1, 1])
        let after = Normalization.imageNet(pixels)
        let (black, white) = (after[0].flattened().scalars, after[1].flattened().scalars)
        show(
            black.map { ($0 * 1e4).rounded() / 1e4 }, "a black pixel",
            predict: .numbers(
                "Red 0 becomes (0 - 0.485) / 0.229. To which three numbers does a black pixel go?",
                [-2.1179, -2.0357, -1.8044], within: .plusMinus(0.02)))
        show(white.map { ($0 * 1e4).rounded() / 1e4 }, "a white pixel")
        var table = TextTable(["pixel", "red", "green", "blue"], decimals: 4)
        table.add("0", black[0], black[1], black[2])
        table.add("255", white[0], white[1], white[2])
        show(table, "Black and white after normalizing with ImageNet's numbers")

        // So numbers now go from about -2 to about 2.6, around 0, and a grey pixel has three different ones.
    }
}
