// # Pixels from channels
//
// Section 15.2 · After this page you can write a pixel shuffle, and begin one so that it makes no pattern.

import Figures
import Layers
import Notebook
import Tensors
import Training

// There is a third way to make maps larger, and the book's U-Net uses it. An ordinary convolution makes four numbers
// for each pixel, as four channels; then the four are laid side by side as a square of 2 × 2 pixels. Nothing is
// computed in the second step, so it is called *pixel shuffle*. (W. Shi and others, "Real-Time Single Image and Video
// Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural Network", 2016.) Reshaping and permuting are all
// it takes:

/// Channels become pixels: x [n, c · factor², h, w] → [n, c, factor · h, factor · w]
public func shuffled(_ x: Tensor, factor: Int) -> Tensor {
    let (n, channels, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let c = channels / (factor * factor)
    // Of each channel's factor² numbers the first `factor` are the upper row of the square.
    return x.reshaped(n, c, factor, factor, h, w).permuted(0, 1, 4, 2, 5, 3).reshaped(n, c, h * factor, w * factor)
}

// What was found on the last page is true for it as well: the four pixels of a square are made by different weights.
// But here there is a cure. Give all four the same weights at the beginning. Then the four numbers are equal, and the
// shuffle makes copies: it begins as nearest-neighbour interpolation, without any pattern. Training may let the four
// differ, where that helps. (A. Aitken and others, "Checkerboard artifact free sub-pixel convolution", 2017, who call
// it ICNR.)

/// Each filter factor² times, one for each pixel of a square: weight [filters, …] → [filters · factor², …]
public func repeatedSquares(_ weight: Tensor, factor: Int) -> Tensor {
    let filters = weight.shape[0]
    let copies = (0..<filters).flatMap { filter in Array(repeating: weight[filter], count: factor * factor) }
    return .stack(copies)
}

extension Architectures {
    func shuffledByHand() {
        // Four channels of 2 × 2 numbers. The first digit says which channel, the second which pixel:
        let x = Tensor(
            shape: [1, 4, 2, 2], [10, 11, 12, 13, 20, 21, 22, 23, 30, 31, 32, 33, 40, 41, 42, 43])
        let y = shuffled(x, factor: 2)
        let square = NumberGrids.Outline(0..<2, 0..<2, .vermilion), one = NumberGrids.Outline(0..<1, 0..<1, .vermilion)
        show(
            NumberGrids(
                (0..<4).map { .init("channel \($0)", x[0, $0], decimals: 0, outlines: [one], share: 0.6) }
                    + [.init("shuffled", y[0, 0], decimals: 0, outlines: [square])],
                title: "Four channels become one, with four times the pixels", side: 200), "A pixel shuffle",
            predict: .shape(
                "Four channels of 2 × 2 are shuffled. What is the shape, without the axis of pictures?", [1, 4, 4]))
        var random = run.random
        let many = Tensor.randn(2, 18, 3, 5, using: &random)
        show(
            "\(shuffled(many, factor: 3).scalars == many.pixelShuffled(3).scalars)",
            "the same as the engine's, for a factor of 3")
    }

    func beginsAsCopies() {
        // With repeated weights, convolution and shuffle together are the convolution without them, and then copies:
        var random = run.random
        let x = Tensor.randn(1, 6, 4, 4, using: &random)
        let weight = Tensor.randn(3, 6, 1, 1, using: &random)
        let up = shuffled(x.conv2d(repeatedSquares(weight, factor: 2)), factor: 2)
        let copied = CopiedPixels()(x.conv2d(weight))
        show((up - copied).abs().max().item < 1e-6, "a shuffle with repeated weights makes copies")

        // And it does not have to stay so. One step of gradient descent towards a random picture, and they differ:
        let learned = Parameter(repeatedSquares(weight, factor: 2))
        let target = Tensor.randn(up.shape, using: &random)
        (shuffled(x.conv2d(learned.value), factor: 2) - target).squared().mean().backward()
        SGD([learned], learningRate: 0.5).step()
        let after = learned.value.detached()
        show(
            (after[0] - after[1]).abs().max().item > 1e-4, "after one step, the weights of a square differ",
            predict: .yesNo("May training make the four pixels of a square differ?", true))
    }

    func ripplesOfShuffles() {
        // The measure of the last page for both beginnings: random weights, and repeated ones.
        let even = Tensor.ones(1, 8, 12, 12)
        let values = run.overSeeds(run.size(quick: 2, usual: 5)) { random -> [Double] in
            let weights = [
                Tensor.randn(32, 8, 1, 1, using: &random),
                repeatedSquares(Tensor.randn(8, 8, 1, 1, using: &random), factor: 2),
            ]
            return weights.map { Double(ripple(shuffled(even.conv2d($0), factor: 2)).mean().item) }
        }
        var table = TextTable(["pixel shuffle with", "ripple of an even picture"], decimals: 3)
        table.add("random weights", Spread(values.map { $0[0] }))
        table.add("repeated weights", Spread(values.map { $0[1] }))
        show(table, "What a pixel shuffle makes of an even picture")
        record("ways-up/ripple-shuffled", over: values.map { $0[0] })
        record(
            "ways-up/ripple-shuffled-repeated", over: values.map { $0[1] },
            ask: "How uneven is the picture with repeated weights, if 0 is even?")
    }

    func shuffleIsATransposedConvolution() {
        // The shuffle is no stranger, by the way: a transposed convolution whose kernel is as large as its stride does
        // the same. Its taps are the filters of the four channels:
        var random = run.random
        let (x, weight) = (Tensor.randn(2, 5, 4, 3, using: &random), Tensor.randn(12, 5, 1, 1, using: &random))
        let kernel = weight.reshaped(3, 2, 2, 5).permuted(3, 0, 1, 2)
        let (a, b) = (shuffled(x.conv2d(weight), factor: 2), x.convTranspose2d(kernel, stride: 2))
        show((a - b).abs().max().item < 1e-5, "the same as a transposed convolution with kernel 2 and stride 2")
    }
}
