// # Eighteen layers
//
// Section 4.16 · After this page you have put together a residual network of eighteen layers, and can say what each of
// its parts is for.

import Figures
import Layers
import Notebook
import Tensors

// How far can threes and sevens be told apart? The book calls a net with 18 layers, ResNet-18, from a library. It gets
// 99.7 % of them right after a single epoch. We have the parts to build it, so here it is. Chapters 13 and 14 take them
// apart; today a sentence on each will do.
//
// A linear layer mixes all pixels at once, and has to learn the same stroke again for every place where it may be. A
// *convolution* looks at a window of 3 × 3 pixels with the same few weights at all places. What comes out is an image
// again, one for each *filter*: it is bright where the window looked as the filter likes it. An image may have several
// such layers, called *channels*: ours has one, and every filter makes one channel of the next image. With a *stride*
// of 2 the window takes every second place only, so that the result is half as high and half as wide. *Padding* is a
// frame of zeros around the image, so that the window can stand on its edge. *Batch norm* then shifts and scales each
// of these images so that, over the batch, its mean is 0 and its standard deviation 1. That keeps the numbers from
// growing or fading through many layers, and allows high learning rates:

/// Convolution, then batch norm: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
func convolution(
    _ channels: Int, _ filters: Int, window: Int = 3, stride: Int = 1, activation: NormActivation = .none,
    using random: inout SplitMix64
) -> Sequential {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(window), stride: Size2D(stride), padding: Size2D(window / 2), bias: false,
        using: &random)
    // Weights from a normal distribution, the narrower the more of them there are (chapter 13).
    convolution.weight.initialize(.kaimingNormal(fan: .out), using: &random)
    return Sequential(convolution, BatchNorm2d(filters, activation: activation))
}

// One could now put many of these in a row. It has been tried: with 34 or 56 layers such nets learn worse than shorter
// ones, even on their own training images (He and others, 2015). Their remedy is one addition. A *residual block* adds
// its input to what its two convolutions make of it. So a block has to learn only what should change, and the gradient
// has a way around it. Where the block makes the image smaller, the input takes a convolution with a window of one
// pixel:

/// relu(x + f(x)), f being two convolutions: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
public final class ResidualBlock: Module, Layer {
    let first, second, shortcut: Sequential
    let hasShortcut: Bool

    /// - Parameter hasShortcut: false leaves out x, to see what it is for.
    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, hasShortcut: Bool = true, using random: inout SplitMix64
    ) {
        first = convolution(channels, filters, stride: stride, activation: .relu, using: &random)
        second = convolution(filters, filters, using: &random)
        let keepsShape = stride == 1 && channels == filters || !hasShortcut
        shortcut =
            keepsShape ? Sequential() : convolution(channels, filters, window: 1, stride: stride, using: &random)
        self.hasShortcut = hasShortcut
    }

    public func forward(_ x: Tensor) -> Tensor {
        let change = second(first(x))
        return (hasShortcut ? shortcut(x) + change : change).relu()
    }
}

// The net begins with one large convolution and with *max pooling*, which keeps the largest of each 3 × 3 numbers. Then
// come four groups of two blocks each. From group to group the image has half the height and width, and twice the
// channels. At the end, the mean over what is left of each channel makes one number of it (`AdaptiveAveragePool2d`),
// `Flatten` makes a row of these, and a linear layer makes the scores:

/// ResNet-18, from He and others, "Deep Residual Learning for Image Recognition" (2015), for images of one channel:
/// x [n, 1, h, w] → scores [n, classes]
///
/// - Parameters:
///   - filters: those of the four groups; the paper's are 64, 128, 256 and 512.
///   - hasShortcuts: false makes a plain net of the same layers.
public func resNet18(
    classes: Int, filters: [Int] = [64, 128, 256, 512], hasShortcuts: Bool = true, using random: inout SplitMix64
) -> Sequential {
    require(!filters.isEmpty, "a ResNet without groups", "there are no filters", try: "[64, 128, 256, 512]")
    var layers: [any Layer<Tensor, Tensor>] = [
        convolution(1, filters[0], window: 7, stride: 2, activation: .relu, using: &random),
        MaxPool2d(3, stride: 2, padding: 1),
    ]
    for (group, width) in filters.enumerated() {
        let before = group == 0 ? filters[0] : filters[group - 1]
        let stride = group == 0 ? 1 : 2
        layers.append(ResidualBlock(before, width, stride: stride, hasShortcut: hasShortcuts, using: &random))
        layers.append(ResidualBlock(width, width, hasShortcut: hasShortcuts, using: &random))
    }
    return Sequential(layers + [AdaptiveAveragePool2d(1), Flatten(), Linear(filters.last!, classes, using: &random)])
}

extension DigitClassifier {
    func eighteenLayers() throws {
        // Layers with weights count, without those of the shortcuts: one convolution at the beginning, eight blocks of
        // two, and the linear layer are 18. How many parameters is that?
        var random = run.random
        let net = resNet18(classes: 2, using: &random)
        show(
            net.parameterCount, "parameters for one channel and two classes",
            predict: .choice(
                "The net of section 4.15 had 23,581 parameters. About how many does this one have?",
                ["100 thousand", "1 million", "11 million"],
                answer: "11 million"))

        // And what happens to an image of 28 × 28 pixels on its way through? (Two images, because batch norm needs more
        // than one number for a standard deviation.)
        var x = try train.threes[0..<2].reshaped(2, 1, 28, 28)
        var table = TextTable(["layer", "channels", "height and width"])
        for (layer, name) in zip(net.layers, layerNames) {
            x = noGrad { layer(x) }
            table.add(name, x.shape[1], x.rank == 4 ? "\(x.shape[2]) × \(x.shape[3])" : "–")
        }
        show(table, "an image on its way through")
    }

    // MARK: Helpers

    /// What the layers of the net are called here.
    private var layerNames: [String] {
        ["convolution 7 × 7", "max pooling"]
            + (0..<8).map { "block \($0 + 1)" } + ["mean over the image", "flatten", "linear"]
    }
}
