// # Metrics, computed with broadcasting
//
// Section 4.4 · After this page you can compare a thousand images with one without a loop, and know what
// that costs in memory (nothing).

import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func metricsUsingBroadcasting() throws {
        // A *metric* is a number that tells people how good a model is. The share of images that are
        // classified correctly, the *accuracy*, is the one everybody understands. It is computed on
        // images that were not used to build the model: a model may have memorised its training
        // images. (Averages cannot do that, but it is a good habit, and soon it will matter.)
        let (threes, sevens) = (try valid.threes, try valid.sevens)
        show("\(threes.shape) \(sevens.shape)", "threes and sevens of the validation set")
    }
}

// How far is an image from the ideal three? Its mean absolute difference tells us. This time the mean
// is taken only over the last two axes, the rows and columns of an image:

/// Mean absolute difference over the last two axes, those of the image.
///
/// a, b [..., 28, 28], broadcast against each other → [...]
public func mnistDistance(_ a: Tensor, _ b: Tensor) -> Tensor { (a - b).abs().mean(axes: -1, -2) }

extension DigitClassifier {
    func distancesToTheIdeal() throws {
        // For one image, that is one number:
        let mean3 = try train.threes.mean(axis: 0)
        let mean7 = try train.sevens.mean(axis: 0)
        show(mnistDistance(try train.threes[1], mean3).item, "one image, one number")

        // The very same function takes all images at once:
        let (threes, sevens) = (try valid.threes, try valid.sevens)
        let distances = mnistDistance(threes, mean3)
        show(distances, "all images, a vector")

        // How can [n, 28, 28] minus [28, 28] work? The smaller tensor is treated as if there were n
        // copies of it: it is *broadcast*. Really copying would cost n times the memory, so nothing
        // is copied: the new axis has stride 0, which means "stay where you are":
        let virtual = mean3.expanded(to: threes.shape)
        show("\(virtual.shape), strides \(virtual.strides)", "the ideal three, broadcast")
        let difference = threes - mean3
        show(
            BroadcastAlignment(threes.shape, mean3.shape), "how the shapes meet, aligned at the right",
            predict: .shape("What is the shape of threes - mean3?", difference.shape))
        show(difference.shape, "shape of the difference")

        // Then `mean(axes: -1, -2)` averages over the last two axes, counted from the end, and leaves
        // one number per image.
        //
        // An image is a three if it is nearer to the ideal three:
        func isThree(_ images: Tensor) -> BoolTensor { mnistDistance(images, mean3) .< mnistDistance(images, mean7) }
        show(isThree(try train.threes[1]), "is our three a three?")
        show(Tensor(isThree(try train.threes[1])), "the same as a number")
        show(isThree(threes)[0..<10], "and the first ten of the validation set?")

        // True is 1 and false is 0, so the mean of the answers is the accuracy:
        let accuracy3 = Tensor(isThree(threes)).mean().item
        let accuracy7 = 1 - Tensor(isThree(sevens)).mean().item
        record(
            "pixel-similarity/accuracy-3s", accuracy3, book: 0.9168,
            predict: .share("What share of the threes does pixel similarity get right?", accuracy3))
        record("pixel-similarity/accuracy-7s", accuracy7, book: 0.9854)
        record("pixel-similarity/accuracy", (accuracy3 + accuracy7) / 2, book: 0.9511)

        // Not bad for a rule without any learning. But threes and sevens look very different, and
        // there are eight more digits. Here are some that went wrong:
        let wrong = threes.rows(isThree(threes).scalars.enumerated().filter { !$0.element }.map(\.offset))
        let worst = (0..<min(8, wrong.shape[0])).map { picture(wrong[$0]) }
        if !worst.isEmpty { show(ImageGrid(worst, columns: 8), "Threes that are nearer to the ideal seven") }

        // To do better, we need something that improves by itself.
    }
}
