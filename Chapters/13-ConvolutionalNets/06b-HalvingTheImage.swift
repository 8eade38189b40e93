// # Half, and half again
//
// Section 13.6 · After this page you can build a net of convolutions that ends in one number for each class, and say
// what every size in it is.

import Figures
import Layers
import Notebook
import Tensors
import Training

// There is a simple way to bring the pixels together. A convolution with stride 2 and padding 1 makes an image half as
// high and half as wide (section 13.4): n pixels become (n + 1) / 2, rounded down. Do it often enough, and a single one
// is left.

/// How many pixels are left along an axis after a convolution with stride 2 and padding ⌊kernel / 2⌋: the same for
/// every odd kernel, so take one of 3.
public func halved(_ pixels: Int) -> Int { convolutionSize(pixels, kernel: 3, stride: 2, padding: 1) }

extension ConvolutionalNets {
    func halvedToOne() {
        var sizes = [28]
        while sizes.last! > 1 { sizes.append(halved(sizes.last!)) }
        show(
            sizes, "pixels along each side",
            predict: .count("How many such convolutions does it take from 28 pixels to 1?", sizes.count - 1))

        // Of an odd number, the larger half is left: 7 becomes 4, not 3. If we did not change the number of channels on
        // the way, each layer would hand on about a quarter of what it got:
        let constant = sizes.map { $0 * $0 * 4 }
        let doubling = sizes.enumerated().map { step, size in size * size * (step == 0 ? 1 : 2 << step) }
        var table = TextTable(["grid", "numbers with 4 channels throughout", "with channels doubling from 4"])
        for (step, size) in sizes.enumerated() where step > 0 {
            table.add("\(size) × \(size)", constant[step], doubling[step])
        }
        show(table, "How many numbers describe an image")
        // So it is usual to double the channels whenever the grid is halved. Then the numbers become fewer by half at
        // each step, and while the net knows less and less about *where* something is, it can say more about *what*.
        //
        // (Channels are also called *features*. Both words mean the length of the second axis. Only for the input one
        // says channels, never features.)
    }
}

// All these layers are alike: stride 2, a padding of half the kernel, a ReLU behind it. Only the numbers of channels
// differ. So write that once:

/// A convolution with stride 2 and, unless it is the last of a net, a ReLU: [n, channels, h, w] → [n, filters, ⌈h / 2⌉,
/// ⌈w / 2⌉]. (The book's `conv`.)
/// - Parameters:
///   - kernel: an odd number; half of it, rounded down, is the padding.
///   - hasReLU: false for the last layer, whose scores may be negative.
public func halvingConv(
    _ channels: Int, _ filters: Int, kernel: Int = 3, hasReLU: Bool = true, using random: inout SplitMix64
) -> any Layer<Tensor, Tensor> {
    let isEven = kernel % 2 == 0
    require(
        kernel > 0 && !isEven, "halvingConv with a kernel of \(kernel)",
        isEven ? "an even kernel has no middle" : "a kernel has at least one row", try: "3 or 5")
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(kernel), stride: 2, padding: Size2D(kernel / 2), using: &random)
    return hasReLU ? Sequential(convolution, ReLU()) : convolution
}

extension ConvolutionalNets {
    func oneFunctionForAllLayers() {
        // To put what is common into a function is called *refactoring*. It pays twice. Five layers that are written
        // out have five strides and five paddings, and one of them may be wrong. And whoever reads five calls of
        // `halvingConv` sees at once what differs between the layers: nothing but the channels.
        var random = run.random
        let layer = halvingConv(8, 16, using: &random)
        show(layer(.zeros(64, 8, 7, 7)).shape, "7 × 7", ask: "halvingConv(8, 16) gets [64, 8, 7, 7]. What comes out?")
        let wider = halvingConv(8, 16, kernel: 5, using: &random)
        show(wider(.zeros(64, 8, 7, 7)).shape, "with a kernel of 5 × 5")
        let outputs = layer(.randn(64, 8, 7, 7, using: &random))
        show(outputs.min().item, "the smallest number that comes out", ask: "…and its smallest number, of any input?")
    }
}

// Five of them lead from 28 pixels to one. The comments say how large the grid is after each layer: a good habit, since
// the code does not. The last layer has as many filters as there are classes, two: one for threes, one for sevens. The
// loss for such scores is the cross-entropy of section 5.4: −ln p, where p is the probability that softmax gives to the
// right class.

/// Threes or sevens: [n, 1, 28, 28] → scores [n, 2]. Images that are larger than 32 × 32 get more scores. (The book's
/// `simple_cnn`.)
public func simpleCNN(using random: inout SplitMix64) -> Sequential {
    Sequential(
        halvingConv(1, 4, using: &random),  // 14 × 14
        halvingConv(4, 8, using: &random),  // 7 × 7
        halvingConv(8, 16, using: &random),  // 4 × 4
        halvingConv(16, 32, using: &random),  // 2 × 2
        halvingConv(32, 2, hasReLU: false, using: &random),  // 1 × 1
        Flatten())
}

extension ConvolutionalNets {
    func scoresOfSimpleCNN() throws {
        var random = run.random
        let net = simpleCNN(using: &random)
        let scores = net(try xb)
        show(scores.shape, "simpleCNN(xb)", ask: "What comes out of simpleCNN for xb, [64, 1, 28, 28]?")
        record("simple-cnn/images", scores.shape[0], book: 64, on: sampleSource)
        record("simple-cnn/scores", scores.shape[1], book: 2, on: sampleSource)
    }

    func withoutFlatten() throws {
        // What is `Flatten` for? The last convolution puts out images. They have a single pixel, but images they are:
        var random = run.random
        let net = simpleCNN(using: &random)
        let images = Sequential(Array(net.layers.dropLast()))(try xb)
        show(images.shape, "without the last layer", ask: "And without the Flatten at its end?")

        // `Flatten` makes one axis of all but the first, so that [64, 2, 1, 1] becomes [64, 2]. Here that does the same
        // as taking the two axes of length 1 away:
        show(images.squeezed(-1).squeezed(-1).scalars == net(try xb).scalars, "squeezing gives the same scores")

        // The loss would refuse the images. A metric might not. Accuracy asks for the largest number along the last
        // axis. That axis has a single number, so the answer is always 0, for every image and channel, and these [n, 2,
        // 1] answers are then broadcast against the n labels. Out comes something that looks like an accuracy:
        let set = try sampleValid
        let places = set.targets.scalars.indices
        let some =
            places.filter { set.targets.scalars[$0] == 0 }.prefix(48)
            + places.filter { set.targets.scalars[$0] == 1 }.prefix(16)
        let (inputs, labels) = (set.inputs.rows(Array(some)), set.targets.rows(Array(some)))
        let answers = Sequential(Array(net.layers.dropLast()))(inputs).argmax(axis: -1)
        show(answers.shape, "answers for \(some.count) images, threes and sevens")
        show(Tensor(answers .== labels).mean().item, "\"accuracy\" of the net that has learned nothing")
        show(Tensor(labels .== 0).mean().item, "the share of threes among these images")
        // It is the share of threes, whatever the net says. Flatten early.
    }
}
