// # Metrics, computed with broadcasting
//
// Section 4.4 · After this page you can compare a thousand images with one without a loop, predict the shape of what
// comes out, and know what that costs in memory.

import Common
import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func metricsUsingBroadcasting() throws {
        // A *metric* is a number that tells people how good a model is. The share of images that are classified
        // correctly, the *accuracy*, is the one everybody understands. It is computed on images that were not used to
        // build the model: a model may have memorized its training images. (Averages can hardly do that, but it is a
        // good habit, and soon it will matter.)
        let (threes, sevens) = (try valid.threes, try valid.sevens)
        show("\(threes.shape) \(sevens.shape)", "threes and sevens of the validation set")
    }
}

// How far is an image from the ideal three? Its mean absolute difference tells us. This time the mean is taken only
// over the last two axes, the rows and columns of an image. (-1 is the last axis, -2 the one before.)

/// Mean absolute difference over the last two axes, those of the image. (The book's `mnist_distance`.)
///
/// a, b [..., 28, 28], broadcast against each other → [...]
public func mnistDistance(_ a: Tensor, _ b: Tensor) -> Tensor { (a - b).abs().mean(axes: -1, -2) }

extension DigitClassifier {
    func distancesToTheIdeal() throws {
        // For one image, that is one number. (The book's is 0.1114.)
        let mean3 = try train.threes.mean(axis: 0)
        show(fixed(mnistDistance(try train.threes[1], mean3).item, 4), "one image, one number")

        // The very same function takes all images at once:
        let threes = try valid.threes
        let distances = mnistDistance(threes, mean3)
        show(distances, "all images, a vector")

        // The book takes the validation files in the order in which its disk has them. Ours are sorted, so even on the
        // same images our vector begins and ends with other numbers:
        show(bookDistances(beside: distances), "The first and the last three distances")

        // How can [n, 28, 28] minus [28, 28] work? By *broadcasting*: the smaller tensor is treated as if there were n
        // copies of it. The rule:
        //
        // 1. Write one shape below the other, aligned at the right.
        // 2. Two lengths that meet must be equal, or one of them must be 1 or missing. That one is repeated until it is
        //    as long as the other. Anything else is an error. (0 obeys the rule, too: where 1 meets 0 the result is 0, a
        //    tensor without numbers, and 3 does not fit 0.)
        let difference = threes - mean3
        show(
            BroadcastAlignment(threes.shape, mean3.shape), "how the shapes meet",
            predict: .shape("What is the shape of threes - mean3?", difference.shape))
        show((Tensor([1, 2, 3]) + Tensor([1, 1, 1])), "equal shapes, nothing to repeat")
        show(
            BroadcastAlignment([5, 1], [4]), "a column and a row",
            predict: .shape("What is the shape of [5, 1] plus [4]?", BroadcastAlignment([5, 1], [4]).shape!))
        show(
            BroadcastAlignment([3], [4]), "✗ marks what does not fit",
            predict: .yesNo("Can [3] and [4] be added?", BroadcastAlignment([3], [4]).shape != nil))
        show(BroadcastAlignment([0, 3], [1, 3]), "no rows, plus a row")
    }

    func whatBroadcastingCosts() throws {
        // Are there really n copies? To see that there are not, look at how a tensor lies in memory: as one long row of
        // numbers. Its *strides* say how far one step along each axis goes in that row:
        let small = Tensor([[1, 2, 3], [4, 5, 6]])
        show("\(small.scalars), strides \(small.strides)", "two rows of three")

        // The next row is 3 numbers further on, the next column 1; so [1, 2] is number 1·3 + 2·1 = 5, which is a 6.
        // Transposing (`.T`) only swaps the strides. An axis that is repeated has stride 0, which means "stay where you
        // are":
        show(small.T.strides, "transposed")
        show(Tensor([10, 20, 30]).expanded(to: [2, 3]).strides, "a row of three, repeated")

        // The same for our images. What is repeated takes no memory. The difference is a tensor of its own, and does,
        // until the expression is done (4 bytes for each number):
        let (threes, mean3) = (try valid.threes, try train.threes.mean(axis: 0))
        let virtual = mean3.expanded(to: threes.shape)
        var table = TextTable(["tensor", "shape", "strides", "bytes in memory"])
        table.add("mean3", "\(mean3.shape)", "\(mean3.strides)", 4 * mean3.count)
        table.add("mean3, repeated", "\(virtual.shape)", "\(virtual.strides)", 0)
        table.add("threes - mean3", "\(threes.shape)", "\((threes - mean3).strides)", 4 * threes.count)
        show(table, "What is copied, and what is not")

        // Don't believe the 0? A billion copies of mean3 would need three terabytes:
        show(mean3.expanded(to: [1_000_000_000, 28, 28]).shape, "a billion copies")

        // The loop over all of this is compiled code, as in section 4.3. `Broadcasting.swift` is the engine's own page
        // about the rule.
    }
}

// An image is a three if it is nearer to the ideal three. `.<` compares all distances and gives as many truth values:

extension DigitClassifier {
    /// Which images are nearer to the ideal three than to the seven: [..., 28, 28] → [...]. (The book's `is_3`.)
    func isThree(_ images: Tensor) throws -> BoolTensor {
        let (mean3, mean7) = (try train.threes.mean(axis: 0), try train.sevens.mean(axis: 0))
        return mnistDistance(images, mean3) .< mnistDistance(images, mean7)
    }

    func pixelSimilarityAccuracy() throws {
        // For our three, the book gets `True`, and 1. as a float:
        show(try isThree(try train.threes[1]), "is our three a three?")
        show(Tensor(try isThree(try train.threes[1])), "the same as a number")
        let (threes, sevens) = (try valid.threes, try valid.sevens)
        show(try isThree(threes)[0..<10], "and the first ten of the validation set?")

        // True is 1 and false is 0, so the mean of the answers is the accuracy:
        let accuracy3 = Tensor(try isThree(threes)).mean().item
        let accuracy7 = 1 - Tensor(try isThree(sevens)).mean().item
        record(
            "pixel-similarity/accuracy-3s", accuracy3, book: 0.9168,
            predict: .share("What share of the threes does pixel similarity get right?", accuracy3))
        record("pixel-similarity/accuracy-7s", accuracy7, book: 0.9854)
        record("pixel-similarity/accuracy", (accuracy3 + accuracy7) / 2, book: 0.9511)

        // Is that good? Every metric needs something to compare it with. The simplest rules look at no pixel at all:
        let (n3, n7) = (Float(threes.shape[0]), Float(sevens.shape[0]))
        var table = TextTable(["rule", "of the threes", "of the sevens", "mean of both", "of all images"], decimals: 4)
        for (rule, a, b) in [
            ("always three", 1, 0), ("always seven", 0, 1), ("pixel similarity", accuracy3, accuracy7),
        ] {
            table.add(rule, a, b, (a + b) / 2, (a * n3 + b * n7) / (n3 + n7))
        }
        show(
            table, "The share that is right",
            predict: .share("On average over both digits, how often is \"always three\" right?", 0.5))

        // Not bad for a rule that learns nothing; but threes and sevens look very different. Some that went wrong:
        let wrong = threes.rows(try isThree(threes).scalars.enumerated().filter { !$0.element }.map(\.offset))
        let worst = (0..<min(8, wrong.shape[0])).map { picture(wrong[$0]) }
        if !worst.isEmpty { show(ImageGrid(worst, columns: 8), "Threes that are nearer to the ideal seven") }

        // To do better, we need something that improves by itself.
    }

    // MARK: Helpers

    /// Six distances of the book, and those in the same places of ours.
    private func bookDistances(beside ours: Tensor) -> TextTable {
        var table = TextTable(["", "1st", "2nd", "3rd", "last but two", "last but one", "last"], decimals: 4)
        table.rows.append(["the book"] + BookNumbers.distances)
        table.rows.append([dataName] + [0, 1, 2, -3, -2, -1].map { ours[$0].item })
        return table
    }
}
