// # First try: pixel similarity
//
// Section 4.2 · After this page you can stack images into a tensor, average them, and measure how far apart two images
// are.

import Figures
import Notebook
import Tensors
import Training

extension DigitClassifier {
    func pixelSimilarity() throws {
        // Before anything learns, see how far a very simple rule gets: average all the threes, average all the sevens,
        // and classify an image by the average that it is nearer to. A simple method that works reasonably well is a
        // *baseline*. It is quick to write, easy to check, and every later idea has to beat it. There are two ways to
        // get one: invent something simple, or run the code of somebody who has solved a similar problem. If you can,
        // do both.
        //
        // How many images are there? (The book's: 6131 threes and 6265 sevens.)
        let (threes, sevens) = (try trainBytes.threes, try trainBytes.sevens)
        show("\(threes.shape[0]) threes, \(sevens.shape[0]) sevens")

        // The book makes a list of all images with a *list comprehension*, a short form of the loop over a collection,
        // as in `[2 * x for x in range(10) if x % 2 == 1]`. Swift has `filter` and `map` for that, where `$0` is the
        // element at hand:
        show((0..<10).filter { $0 % 2 == 1 }.map { 2 * $0 }, "odd numbers, doubled")

        // An image is a tensor of rank 2. `stack` puts any number of them one behind the other, along a new first axis:
        let few = ByteTensor.stack([threes[0], threes[1], threes[2]])
        show(few.shape, "three images, stacked", ask: "What is the shape of three stacked images?")

        // All images were stacked like this when their folder was read. The axes are image number, row and column.
        // (That the first axis counts images is our convention. The tensor does not know.) Averages need floats, and
        // pixels that are floats run from 0 to 1 by custom:
        let stackedThrees = Tensor(threes) / 255
        let stackedSevens = Tensor(sevens) / 255
        show(stackedThrees.shape, "shape")
        show(
            stackedThrees.rank, "rank, the length of the shape (PyTorch's `ndim`)",
            ask: "What is the rank of a stack of images?")

        // The mean over axis 0 goes through all images, pixel by pixel, and leaves one image. It is dark where all
        // threes agree, and blurred where they do not:
        let mean3 = stackedThrees.mean(axis: 0)
        let mean7 = stackedSevens.mean(axis: 0)
        show(
            ImageGrid([picture(mean3), picture(mean7)], titles: ["mean 3", "mean 7"]),
            "The ideal three and the ideal seven")

        // Take the three of section 4.1 and subtract both from it. Here is the size of every difference, the larger the
        // darker:
        let a3 = stackedThrees[1]
        show(
            ImageGrid(
                [picture((a3 - mean3).abs()), picture((a3 - mean7).abs())], titles: ["from mean 3", "from mean 7"]),
            "How far each pixel of a three is from the ideals")

        // Which of the two differs more, in one number? How would you measure that?
        //
        // Could it be the sum of the differences? Here are two images of four pixels that differ in every one of them.
        // (`.item` is the number in a tensor that has only one.)
        let (image, other) = (Tensor([1, 0, 1, 0]), Tensor([0, 1, 0, 1]))
        let signed = (image - other).sum().item
        show(
            signed, "signed sum for two images that differ in every pixel",
            ask: "What is the sum of the differences of [1, 0, 1, 0] and [0, 1, 0, 1]?")
    }
}

// Pixels that are too dark and pixels that are too light cancel out, and a wrong image looks perfect. There are two
// ways out: take absolute values before averaging, or square, average, and take the root. Papers write them like this,
// for images a and b of n pixels. (The first is also known as L1, the second as L2, or RMSE: the root of the mean
// squared error.)
//
//     L1   =  1/n · Σ |aᵢ - bᵢ|
//     RMSE =  √( 1/n · Σ (aᵢ - bᵢ)² )
//
// Σ is a sum over all pixels i. Each of these frightening lines is a short line of code, `l1Distance` and `rmse`. (It
// is fine to have forgotten what a square root is. Look it up, and go on.)

/// Mean absolute difference of two tensors of the same shape. (L1)
public func l1Distance(_ a: Tensor, _ b: Tensor) -> Tensor { (a - b).abs().mean() }

/// Root of the mean squared difference. (L2)
public func rmse(_ a: Tensor, _ b: Tensor) -> Tensor { (a - b).squared().mean().sqrt() }

extension DigitClassifier {
    func twoDistances() throws {
        // Two images that differ in every pixel are now as far apart as they can be:
        let (image, other) = (Tensor([1, 0, 1, 0]), Tensor([0, 1, 0, 1]))
        show(l1Distance(image, other).item, "mean absolute difference of the same two")

        // When do the two distances disagree? Compare an empty image with one that is a little grey everywhere, and
        // with one that has a single black pixel:
        let (empty, grey, dot) = (Tensor([0, 0, 0, 0]), Tensor([0.25, 0.25, 0.25, 0.25]), Tensor([1, 0, 0, 0]))
        show("\(l1Distance(empty, grey).item) and \(l1Distance(empty, dot).item)", "L1 of grey and dot")
        show(
            "\(rmse(empty, grey).item) and \(rmse(empty, dot).item)", "RMSE of grey and dot",
            predict: .choice(
                "By RMSE, which one is farther from the empty image?", ["grey", "dot", "equally far"], answer: "dot"))

        // By L1 they are equally far. Squaring makes large errors count for more, and small ones for less.
        //
        // And our three? The stacks from above are `train.threes` and `train.sevens` from here on:
        let a3 = try train.threes[1]
        let mean3 = try train.threes.mean(axis: 0)
        let mean7 = try train.sevens.mean(axis: 0)
        let (l1To3, rmseTo3) = (l1Distance(a3, mean3).item, rmse(a3, mean3).item)
        let (l1To7, rmseTo7) = (l1Distance(a3, mean7).item, rmse(a3, mean7).item)

        // `record` shows a number beside the book's, and keeps both for the table at the end of the run:
        record("pixel-similarity/l1-to-3", l1To3, book: 0.1114)
        record("pixel-similarity/rmse-to-3", rmseTo3, book: 0.2021)
        record("pixel-similarity/l1-to-7", l1To7, book: 0.1586)
        record("pixel-similarity/rmse-to-7", rmseTo7, book: 0.3021)
        show(l1To3 < l1To7 && rmseTo3 < rmseTo7, "nearer to the ideal three by both")

        // The engine has both as losses: `l1Loss`, and `mseLoss`, whose root is our `rmse`. (PyTorch's `F.l1_loss` and
        // `F.mse_loss`.)
        show(
            l1Loss(a3, mean7).item == l1To7 && mseLoss(a3, mean7).sqrt().item == rmseTo7,
            "the engine's losses give the same numbers")
    }
}
