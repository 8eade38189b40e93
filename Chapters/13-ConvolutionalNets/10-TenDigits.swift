// # All ten digits
//
// Section 13.10 · After this page you can make loaders of normalized batches, and look at what is in them.

import Common
import Figures
import Notebook
import Tensors
import Training

// Threes and sevens are nearly solved. From here on there are all ten digits, and a training that is meant to be fast.
// That is when trainings go wrong, and so the rest of this chapter is about looking into one, and mending it.
//
// First the data. The trainings so far took pixels from 0 to 1. Most of them are 0, white paper, and the mean is far
// from the middle. So the inputs are *normalized*, to mean 0 and standard deviation 1 (section 7.2): then the first
// layer gets numbers on both sides of 0 and of a sensible size. Mean and deviation are measured once, on one batch of
// the training images. The same two numbers are then used for all images, those for validation too: what the net
// learned from a pixel of 0.4 must look the same to it later.

/// Brings images to mean 0 and standard deviation 1, about. (The book's `Normalize`.)
public struct Normalize: Sendable {
    public let mean, deviation: Float

    /// Measured on one batch. A batch of one single colour has no deviation, and would be divided by 0; it keeps its
    /// scale.
    public init(measuredOn batch: Tensor) {
        mean = batch.mean().item
        require(mean.isFinite, "Normalize", "the mean of this batch is \(mean)", try: "a batch of finite numbers")
        let measured = batch.std().item
        deviation = measured > 0 ? measured : 1
    }

    public func callAsFunction(_ x: Tensor) -> Tensor {
        var y = x - mean
        y /= deviation
        return y
    }

    /// The way back, for people to look at.
    public func undone(_ x: Tensor) -> Tensor { x * deviation + mean }
}

// `DigitBatches` holds loaders for normalized images, and remembers how to undo it. It can show what it holds, because
// that is worth doing before every training: wrong labels, empty images and mixed-up axes are seen at once. So
// `showBatch` draws the first images of the next batch with their labels:

/// Batches of normalized digits: images [n, 1, 28, 28], labels [n].
public struct DigitBatches {
    public let loaders: DataLoaders<(Tensor, IntTensor)>
    public let normalize: Normalize

    /// The first images of the next training batch with their labels. (The book's `show_batch`, with `max_n`.)
    public func showBatch(_ count: Int = 9) -> ImageGrid {
        guard let (x, y) = loaders.train.first else { return ImageGrid([]) }
        let shown = 0..<min(count, y.count)
        return ImageGrid(
            shown.map { Raster(normalize.undone(x[$0, 0]), colours: .ink) }, titles: shown.map { "\(y.scalars[$0])" },
            columns: 3)
    }
}

// A pixel is one byte as it was read, and four as a number with a fraction: 60,000 digits are 47 megabytes of the one
// and 188 of the other. So `NormalizedDigits` keeps images as bytes, and turns those of one batch into normalized
// numbers when the batch is asked for. The properties `normalizer`, `trainDigits` and `validDigits` say how, and of
// which images (`normalizing` puts the two together); `digitBatches` makes the loaders. (Images that are not MNIST's
// are fewer here. An epoch goes through them several times, so that it has as many batches as one of MNIST.)

extension ConvolutionalNets {
    /// Measured on a random batch of 64.
    var normalizer: Normalize {
        get throws {
            try run.once {
                var random = run.random
                let images = try trainImages.bytes
                let places = random.permutation(images.shape[0]).prefix(64)
                return Normalize(measuredOn: pixels(images.rows(Array(places))))
            }
        }
    }

    private func normalizing(_ images: (bytes: ByteTensor, digits: IntTensor)) throws -> NormalizedDigits {
        NormalizedDigits(bytes: images.bytes, digits: images.digits, normalize: try normalizer)
    }

    var trainDigits: NormalizedDigits { get throws { try normalizing(try trainImages) } }
    var validDigits: NormalizedDigits { get throws { try normalizing(try validImages) } }

    /// Shuffled batches for training, and batches for validation. (The book's `get_dls`. What its
    /// `DataBlock` says of images, labels and their division, is said by `trainDigits` and `validDigits` here.)
    func digitBatches(_ batchSize: Int = 64, using random: inout SplitMix64) throws -> DigitBatches {
        let images = Repeated(items: try trainDigits, times: try passes)
        // Images that are left over and do not fill a batch are dropped, as in the book; they may come in the next
        // epoch.
        let train = DataLoader(
            images, batchSize: min(batchSize, images.count), dropsLast: true, shuffledUsing: &random)
        return DigitBatches(
            loaders: DataLoaders(train, DataLoader(try validDigits, batchSize: 1000)), normalize: try normalizer)
    }

    func tenDigits() throws {
        var random = run.random
        let batches = try digitBatches(using: &random)
        show(
            "\(try trainDigits.count) for training, \(try validDigits.count) for validation",
            "images in \(source.name)")
        show(batches.showBatch(), "The first nine images of a batch, with their labels")

        // The two numbers were measured on 64 images. Measured on all training images, they are nearly the same, and
        // "nearly" is good enough: the next layer does not care about a mean of 0.01. (Sums and sums of squares can be
        // added up batch by batch. The variance is the mean of the squares less the square of the mean.)
        let normalize = try normalizer
        var (sum, squares, numbers) = (0.0, 0.0, 0.0)
        for (x, _) in DataLoader(try trainDigits, batchSize: 500) {
            sum += Double(x.sum().item)
            squares += Double((x * x).sum().item)
            numbers += Double(x.count)
        }
        let average = sum / numbers
        let (mean, deviation) = (Float(average), Float((squares / numbers - average * average).squareRoot()))
        var table = TextTable(["images", "mean", "standard deviation"], decimals: 4)
        table.add("one batch of 64, pixels from 0 to 1", normalize.mean, normalize.deviation)
        table.add(
            "all for training, pixels from 0 to 1", mean * normalize.deviation + normalize.mean,
            deviation * normalize.deviation)
        table.add("all for training, normalized", mean, deviation)
        show(
            table, "before and after",
            predict: .yesNo(
                "Mean and deviation come from one batch. Is the mean of all normalized images 0 to five decimals?",
                abs(mean) < 5e-6))

        // A model that always says the same digit is right for this share of the validation images. It is the line
        // below which nothing has been learned:
        show(try majorityShare, "the share of the most frequent digit")
    }
}
