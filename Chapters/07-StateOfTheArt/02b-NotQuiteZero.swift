// # Why it is not quite 0 and 1
//
// Section 7.2 · After this page you can say why a batch that was normalized with ImageNet's numbers has a deviation of
// 1.2.

import Common
import Figures
import Notebook
import Tensors
import Vision

// The book looks at a batch after normalizing. Its means are -0.0787, 0.0525 and 0.2136, its deviations 1.2330, 1.2112
// and 1.3031; and it leaves it at that. This run's batch, beside it (other photos have other numbers, above 1 or
// below):

extension StateOfTheArt {
    func afterImageNetsNumbers() throws {
        let (mean, deviation) = channelStatistics(try aBatch(.imageNet))
        var table = TextTable(["channel", "mean", "deviation", "book: mean", "deviation"], decimals: 4)
        for (k, name) in ["red", "green", "blue"].enumerated() {
            table.add(
                name, mean[k].item, deviation[k].item, BookStatistics.meanAfter[k], BookStatistics.deviationAfter[k])
            record(
                "batch/deviation-of-\(name)-after", deviation[k].item, book: BookStatistics.deviationAfter[k],
                differs: "another batch, \(large) × \(large) pixels")
        }
        show(table, "A batch of \(dataName) after normalizing with ImageNet's numbers, and the book's")

        // Three things come together. The first: **it is another batch**. The book's raw batch has a mean of 0.4842 in
        // red. Normalized, that is almost nothing, and not -0.0787:
        var lines = TextTable(["channel", "the book's raw batch, normalized", "what the book prints"], decimals: 4)
        let raw = bookBatchNormalized
        for (k, name) in ["red", "green", "blue"].enumerated() {
            lines.add(name, raw.mean[k], BookStatistics.meanAfter[k])
        }
        show(lines, "Means of two batches of the book, as one would expect them and as they are")
        show(
            fixed(raw.mean[0], 4), "the mean of red, were it the same batch",
            predict: .number(
                "A channel's mean is 0.4842. ImageNet's is 0.485, with a deviation of 0.229. What is the mean after normalizing?",
                raw.mean[0], within: .plusMinus(0.001)))
    }

    func wherePixelsDiffer() throws {
        // The second: the deviations are too large in both batches, 1.25 to 1.38 and 1.21 to 1.30. Chance does not do
        // that. So 0.229 is not the deviation of all pixels of such photos; theirs is near 0.29. What could it be?
        // Pixels differ for two reasons: within a photo, and because one photo is brighter than another. The squares
        // add up: that of the deviation of all pixels is the mean square within photos, and the square of the deviation
        // of the photos' means. Measured here:
        let x = try aBatch(nil)
        var table = TextTable(["channel", "of all pixels", "within a photo", "between photos"], decimals: 4)
        var parts = [(all: Float, within: Float, between: Float)]()
        for k in 0..<3 {
            let channel = x[0..., k]
            let within = channel.variance(axes: [1, 2], unbiased: false).mean().item
            let between = channel.mean(axes: 1, 2).variance(unbiased: false).item
            parts.append((channel.variance(unbiased: false).item, within, between))
            table.add(
                ["red", "green", "blue"][k], parts[k].all.squareRoot(), within.squareRoot(), between.squareRoot())
        }
        show(table, "Where the deviation of a batch of \(dataName) comes from")
        show(
            parts.allSatisfy { abs($0.all - $0.within - $0.between) < 1e-4 * $0.all + 1e-6 },
            "the squares of the last two add up to that of the first")

        // A number that was measured photo by photo, and then averaged, misses the second part and comes out lower.
        // Whether ImageNet's were made in that way, the numbers do not say. They have stayed because it does not matter
        // whether they are right, as long as everybody takes the same ones.
        show(
            zip(parts, channelStatistics(x).deviation.scalars).allSatisfy { $0.within.squareRoot() < $1 },
            "within a photo, pixels differ less than in all photos together")
    }

    func changesMoveThem() throws {
        // The third: photos are changed at random before they are normalized. Cutting, zooming and changes of light
        // move both numbers a little. The same photos, as they are and changed:
        var (random, setup) = (run.random, rawBaseline)
        let data = try getDls(setup, using: &random)
        let all = data.datasets.train.photos
        let photos = (0..<min(64, all.count)).map { all[$0 * all.count / min(64, all.count)] }
        setup.augments = false
        let still = try getDls(setup, using: &random).pipeline.batch(photos)
        let pictures = try photos.map { photo in
            let framed = try data.pipeline.framed(photo.opened(), isTraining: true, using: &random).photo
            return data.pipeline.augmented(framed, isTraining: true, using: &random).picture
        }
        var table = TextTable(["\(photos.count) photos", "mean of red", "deviation of red"], decimals: 4)
        for (name, x) in [("as they are", still), ("changed at random", Tensor.stack(pictures))] {
            let (mean, deviation) = channelStatistics(x)
            table.add(name, mean[0].item, deviation[0].item)
        }
        show(table, "What random changes do to the statistics")
    }

    // MARK: Helpers

    /// What the book's raw batch would be after normalizing with ImageNet's numbers.
    private var bookBatchNormalized: (mean: [Double], deviation: [Double]) {
        let known = Normalization.imageNet
        return (
            (0..<3).map { (BookStatistics.mean[$0] - Double(known.mean[$0])) / Double(known.deviation[$0]) },
            (0..<3).map { BookStatistics.deviation[$0] / Double(known.deviation[$0]) }
        )
    }
}
