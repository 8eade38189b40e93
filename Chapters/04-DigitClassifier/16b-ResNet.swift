// # Eighteen layers
//
// Section 4.16 · After this page you have put together a residual network of eighteen layers, and can say what each of
// its parts is for.

import Figures
import Layers
import Notebook
import Tensors
import Training

// How far can threes and sevens be told apart? The book calls a net with 18 layers, ResNet-18, from a library. It gets
// 99.7 % of them right after a single epoch. We have the parts to build it, so here it is. Chapters 13 and 14 take
// them apart; today a sentence on each will do.
//
// A linear layer mixes all pixels at once, and has to learn the same stroke again for every place where it may be. A
// *convolution* looks at a window of 3 × 3 pixels with the same few weights at all places. What comes out is an
// image again, one for each *filter*: it is bright where the window looked as the filter likes it. *Batch norm* then
// shifts and scales each of these images so that, over the batch, its mean is 0 and its standard deviation 1. That
// keeps the numbers from growing or fading through many layers, and allows high learning rates:

/// Convolution, then batch norm: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
func convolution(
    _ channels: Int, _ filters: Int, window: Int = 3, stride: Int = 1, activation: NormActivation = .none,
    using random: inout SplitMix64
) -> Sequential {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(window), stride: Size2D(stride), padding: Size2D(window / 2), bias: false,
        using: &random)
    convolution.weight.initialize(.kaimingNormal(fan: .out), using: &random)
    return Sequential(convolution, BatchNorm2d(filters, activation: activation))
}

// One could now put eighteen of these in a row. It has been tried: such nets learn worse than shorter ones, even on
// their own training images (He and others, 2015). Their remedy is one addition. A *residual block* adds its input to
// what its two convolutions make of it. So a block has to learn only what should change, and the gradient has a way
// around it. Where the block makes the image smaller, the input takes a convolution with a window of one pixel:

/// relu(x + f(x)), f being two convolutions: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
public final class ResidualBlock: Module, Layer {
    let first, second, shortcut: Sequential

    public init(_ channels: Int, _ filters: Int, stride: Int = 1, using random: inout SplitMix64) {
        first = convolution(channels, filters, stride: stride, activation: .relu, using: &random)
        second = convolution(filters, filters, using: &random)
        let keepsShape = stride == 1 && channels == filters
        shortcut =
            keepsShape ? Sequential() : convolution(channels, filters, window: 1, stride: stride, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor { (shortcut(x) + second(first(x))).relu() }
}

// The net begins with one large convolution, has four groups of two blocks each, and ends with a mean over what is
// left of the image and a linear layer. From group to group the image has half the height and width, and twice the
// filters:

/// ResNet-18, from He and others, "Deep Residual Learning for Image Recognition" (2015), for images of one channel:
/// x [n, 1, h, w] → scores [n, classes]
///
/// - Parameter filters: those of the four groups; the paper's are 64, 128, 256 and 512.
public func resNet18(
    classes: Int, filters: [Int] = [64, 128, 256, 512], using random: inout SplitMix64
) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = [
        convolution(1, filters[0], window: 7, stride: 2, activation: .relu, using: &random),
        MaxPool2d(3, stride: 2, padding: 1),
    ]
    for (group, width) in filters.enumerated() {
        let before = group == 0 ? filters[0] : filters[group - 1]
        layers.append(ResidualBlock(before, width, stride: group == 0 ? 1 : 2, using: &random))
        layers.append(ResidualBlock(width, width, using: &random))
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
}

// It is trained as in the book, with tools that later chapters explain: cross-entropy, a loss for any number of classes,
// which takes a score for each class instead of one score (chapter 5); Adam, an optimizer that gives every parameter
// a rate of its own (chapter 16); and a learning rate that rises for a quarter of the time and then falls to almost
// nothing (`fitOneCycle`, chapter 13). One epoch, in batches of 64:

extension DigitClassifier {
    /// Trains a ResNet-18 for one epoch. → train_loss, valid_loss and accuracy at its end
    private func trainResNet(
        _ filters: [Int], pixels order: [Int]? = nil, using random: inout SplitMix64
    ) throws -> [Float] {
        let net = resNet18(classes: 2, filters: filters, using: &random)
        let loaders = DataLoaders(
            DataLoader(try images(in: trainSet, order), batchSize: 64, shuffledUsing: &random),
            DataLoader(try images(in: validSet, order), batchSize: 256))
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) },
            metrics: [.accuracy])
        try learner.fitOneCycle(1, learningRate: 0.1)
        return ["train_loss", "valid_loss", "accuracy"].map { learner.recorder[$0].last! }
    }

    func oneEpochOfResNet() throws {
        // (A quick run has fewer filters, and an eighth of the images.)
        let filters = run.size(quick: [8, 8, 16, 16], usual: [64, 128, 256, 512])
        let rows = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            try trainResNet(filters, using: &random)
        }
        let difference = "one linear layer at the end, not two"
        record("resnet/train-loss", over: rows.map { $0[0] }, book: 0.082089, differs: difference)
        record("resnet/valid-loss", over: rows.map { $0[1] }, book: 0.009578, differs: difference)
        record("resnet/accuracy", over: rows.map { $0[2] }, book: 0.997056, differs: difference)
    }

    func scrambledPixels() throws {
        // Is it the eleven million parameters? Take a net with an eighth of the filters in the first group, and a 32nd
        // in the last. Or is it that convolutions look at neighbouring pixels? Give that small net the images with their
        // pixels in another order, the same for all images. A linear layer would not notice; every pixel has its own
        // weight, wherever it is.
        let narrow = [8, 8, 16, 16]
        var random = run.random
        let order = Array(0..<28 * 28).shuffled(using: &random)
        show(picture(try images(in: trainSet, order).inputs[1, 0]), "a three with its pixels in another order")
        let seeds = run.size(quick: 2, usual: 5, full: 10)
        let (straight, scrambled) = try EpochReporting.silently {
            (
                try run.overSeeds(seeds) { try trainResNet(narrow, using: &$0)[2] },
                try run.overSeeds(seeds) { try trainResNet(narrow, pixels: order, using: &$0)[2] }
            )
        }
        record("resnet/narrow-accuracy", over: straight)
        record(
            "resnet/scrambled-accuracy", over: scrambled,
            predict: .change(
                "The images get their pixels in another order. What happens to the accuracy of the small net?",
                from: Spread(straight).mean, to: Spread(scrambled).mean))

        // On images, the small net does nearly as well as the large one: two digits do not need eleven million
        // parameters. On scrambled images it is hardly better than the nets of section 4.15. So what made the difference
        // is that convolutions know which pixels are neighbours.
    }

    // MARK: Helpers

    private var layerNames: [String] {
        ["convolution 7 × 7", "max pooling"]
            + (0..<8).map { "block \($0 + 1)" } + ["mean over the image", "flatten", "linear"]
    }

    /// Images [n, 1, 28, 28] with labels [n], 1 for a three and 0 for a seven; in a quick run every eighth.
    /// - Parameter order: where each pixel comes from; nil leaves them where they are.
    private func images(
        in set: TensorDataset<Tensor, Tensor>, _ order: [Int]?
    ) -> TensorDataset<Tensor, IntTensor> {
        let chosen = Array(stride(from: 0, to: set.count, by: run.size(quick: 8, usual: 1)))
        let (x, y) = set.batch(chosen)
        let pixels = order.map { x.T.rows($0).T } ?? x
        return TensorDataset(pixels.reshaped(-1, 1, 28, 28), IntTensor(y.reshaped(-1)))
    }
}
