// # A fully convolutional net
//
// Section 14.2 · After this page you can build a classifier that accepts pictures of any size, and say what earlier
// nets did instead.

import Figures
import Layers
import Notebook
import Tensors

// Chapter 13 got from an image of digits to one row of numbers in a simple way: convolutions with stride 2, until the
// grid has a single place left. Then `Flatten` drops the two axes of length 1. Two things are wrong with that here.
// First, it takes many layers to get from 128 pixels to one. Second, it fits pictures of one size only. Both are seen
// by counting. A convolution of 3 × 3 with stride 2 and padding 1 makes (n + 1) / 2 places of n:

/// How many convolutions with stride 2 it takes until one place is left along an axis.
public func halvings(of length: Int) -> Int { length <= 1 ? 0 : 1 + halvings(of: (length + 1) / 2) }

extension ResidualNets {
    func tooManyHalvings() {
        show(
            [28, 64, 128, 224].map(halvings), "halvings of 28, 64, 128 and 224 pixels",
            predict: .numbers(
                "28 pixels are halved five times: 14, 7, 4, 2, 1. How often are 28, 64, 128 and 224?", [5, 6, 7, 8]))
        let places = (0..<5).reduce(64) { n, _ in (n + 1) / 2 }
        show(
            places * places, "places that are left of 64 × 64 pixels after five of them, and not one",
            ask: "The five layers that suit 28 × 28 get a picture of 64 × 64. How many places does the last grid have?")
    }
}

// Nets up to 2014 had another answer: stop earlier, and flatten what is there, all places of all channels, into one
// long row for a linear layer. That fixes the size as well, and the linear layer becomes enormous. The best known is
// VGG, of K. Simonyan and A. Zisserman. (An erratum: the book calls it the winner of ImageNet's competition of 2013. It
// is from 2014, where it came second in classification. Later in this chapter the book names Zeiler and Fergus for
// 2013.) Its last grid has 7 × 7 places of 512 channels, and the linear layer behind it has 4096 outputs:

extension ResidualNets {
    func weightsOfAFlattenedGrid() {
        record(
            "vgg/weights-of-the-first-linear-layer", 7 * 7 * 512 * 4096,
            predict: .choice(
                "7 × 7 places of 512 channels, flattened, into 4096 outputs. About how many weights is that?",
                ["100 thousand", "10 million", "100 million"], answer: "100 million"))

        // And for pictures twice as high and wide, it would be four times as many:
        show(14 * 14 * 512 * 4096, "weights for 448 × 448 pixels instead of 224 × 224")
    }
}

// The answer of today is to average. Whatever the grid's size, the mean over its places leaves one number for each
// channel:

/// The mean over all places of each channel: x [n, channels, h, w] → [n, channels]. (The book's `avg_pool`.)
public func averagePool(_ x: Tensor) -> Tensor { x.mean(axes: 2, 3) }

extension ResidualNets {
    func averageOfTheGrid() {
        let x = Tensor([[[1, 2], [3, 6]], [[0, 0], [0, 4]]]).unsqueezed(0)
        show(
            averagePool(x)[0], "means of the two channels [[1, 2], [3, 6]] and [[0, 0], [0, 4]]",
            predict: .numbers(
                "The channels are [[1, 2], [3, 6]] and [[0, 0], [0, 4]]. What are the two means?", [3, 1]))
        for side in [1, 4, 7] { show(averagePool(.zeros(2, 256, side, side)).shape, "from \(side) × \(side) places") }
    }
}

// A net of which every layer is a convolution, but for this mean and what follows it, is called *fully convolutional*.
// For its layers we need the three things that always go together since section 13.13: a convolution, batch norm, and a
// ReLU. The convolution has no bias, because batch norm would subtract it again. `gamma` is what batch norm multiplies
// by at the start, and section 14.4 needs the layer without a ReLU, section 14.3 without batch norm:

/// Convolution, batch norm, ReLU: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
///
/// (The book's `ConvLayer`. Its `act_cls=None` is our `hasActivation: false`, its `NormType.BatchZero` our `gamma: 0`.)
public final class ConvLayer: Module, Layer {
    public let convolution: Conv2d
    public let norm: BatchNorm2d?
    public let hasActivation: Bool

    public init(
        _ channels: Int, _ filters: Int, kernel: Int = 3, stride: Int = 1, gamma: Float = 1, hasNorm: Bool = true,
        hasActivation: Bool = true, using random: inout SplitMix64
    ) {
        convolution = Conv2d(
            channels, filters, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(kernel / 2),
            bias: !hasNorm, using: &random)
        convolution.weight.initialize(.kaimingNormal(), using: &random)
        norm = hasNorm ? BatchNorm2d(filters) : nil
        norm?.gamma.assign(.full(gamma, [filters]))
        self.hasActivation = hasActivation
    }

    public func forward(_ x: Tensor) -> Tensor {
        let maps = convolution(x)
        let normed = norm.map { $0(maps) } ?? maps
        return hasActivation ? normed.relu() : normed
    }
}

// `classifier` makes a net from any kind of stage. Each stage halves the grid and doubles the channels. Then come the
// mean, as the layer `AdaptiveAveragePool2d(1)`, which keeps two axes of length 1; `Flatten`, which drops them; and a
// linear layer with a score for each class:

/// Makes one stage of a net, from so many channels to so many.
public typealias Stage = (_ channels: Int, _ filters: Int, _ random: inout SplitMix64) -> any Layer<Tensor, Tensor>

/// Stages, the mean over the grid, and scores: x [n, 3, h, w] → [n, classes]. (The book's `get_model`.)
/// - Parameter filters: of each stage.
public func classifier(
    classes: Int, filters: [Int] = [16, 32, 64, 128, 256], using random: inout SplitMix64, stage: Stage
) -> Sequential {
    let stages = zip([3] + filters, filters).map { stage($0, $1, &random) }
    let head: [any Layer<Tensor, Tensor>] = [
        AdaptiveAveragePool2d(1), Flatten(), Linear(filters.last!, classes, using: &random),
    ]
    return Sequential(stages + head)
}

// The first stage that we try is a single layer with stride 2:

/// The plain net: every stage is one convolution with stride 2. (The book's `block`, five times.)
public func convolutionalNet(
    classes: Int, filters: [Int] = [16, 32, 64, 128, 256], using random: inout SplitMix64
) -> Sequential {
    classifier(classes: classes, filters: filters, using: &random) { ConvLayer($0, $1, stride: 2, using: &$2) }
}
