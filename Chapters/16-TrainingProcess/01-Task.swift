// # A task for optimizers
//
// Section 16.1 · After this page you can set up a task on which optimizers are compared fairly.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Whoever wants to know which optimizer is better needs a task that stays the same: the same data, the same net, the
// same number of steps. The book takes Imagenette, 9,469 photos of ten kinds of things in batches of 128, and an
// untrained ResNet-34. One epoch takes ten seconds there, on a GPU. On the processor of a laptop it would take hours,
// and this chapter trains dozens of times. So our task is smaller, but it has the same frame: ten classes, as many
// images, batches of the same size, and so the very same number of steps. Only the images are digits. (The book also
// computes in half precision, to be faster on its GPU. Section 16.8 comes to that.)

// The loaders shuffle the training images, with the seed that they are given, and drop a last batch that is not full,
// as the book's library does:

extension TrainingProcess {
    /// Batches of 128 images for training, shuffled, and batches for validation. (The book's `get_data`.)
    func batches(using seed: UInt64) throws -> DataLoaders<(Tensor, IntTensor)> {
        var random = SplitMix64(seed: seed)
        let size = min(128, try train.count)
        return DataLoaders(
            try DataLoader(train, batchSize: size, dropsLast: true, shuffledUsing: &random),
            try DataLoader(valid, batchSize: 256))
    }

    func digits() throws {
        let (images, labels) = (try train.inputs, try train.targets)
        let first = 0..<min(10, images.shape[0])
        show(
            ImageGrid(
                first.map { Raster(images[$0, 0], colours: .ink) }, titles: first.map { "\(labels[$0].item)" },
                columns: 5),
            "some of the training images")
        let loader = try batches(using: 0).train
        show(
            "images: \(images.shape[0]), in a batch: \(loader.batchSize), full batches: \(loader.count)", "an epoch",
            predict: .count(
                "There are \(images.shape[0]) images in batches of \(loader.batchSize). How many batches are full?",
                loader.count))
    }
}

// The net is a small relative of the book's. A ResNet consists of blocks that add something to their input, so that the
// gradient has a way around each of them (section 14.4). ResNet-34 has sixteen blocks with up to 512 filters. Ours,
// `smallResNet`, has two blocks with 8 and 16 filters; `--full` has four, with up to 64. Each is an `AddingBlock`,
// which is made of convolutions with batch norm:

/// A convolution, batch norm, and a ReLU if it is asked for: [n, channels, h, w] → [n, filters, ⌈h/stride⌉, ⌈w/stride⌉]
func normedConvolution(
    _ channels: Int, _ filters: Int, kernel: Int = 3, stride: Int = 1, _ activation: NormActivation = .relu,
    using random: inout SplitMix64
) -> Sequential {
    Sequential(
        Conv2d(
            channels, filters, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(kernel / 2), bias: false,
            using: &random), BatchNorm2d(filters, activation: activation))
}

/// relu(change(x) + way(x)): what two convolutions make of x, added to x itself. Where the image gets smaller, x goes
/// through a convolution of one pixel.
final class AddingBlock: Module, Layer {
    let change, way: Sequential

    init(_ channels: Int, _ filters: Int, using random: inout SplitMix64) {
        let stride = channels == filters ? 1 : 2
        change = Sequential(
            normedConvolution(channels, filters, stride: stride, using: &random),
            normedConvolution(filters, filters, .none, using: &random))
        way =
            stride == 1
            ? Sequential() : normedConvolution(channels, filters, kernel: 1, stride: 2, .none, using: &random)
    }

    func forward(_ x: Tensor) -> Tensor { (change(x) + way(x)).relu() }
}

/// Images [n, 1, h, w] → scores [n, 10]. The numbers of filters are those of the blocks, and are the same or twice as
/// many from one to the next.
func smallResNet(filters: [Int] = [8, 16], using random: inout SplitMix64) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = [normedConvolution(1, filters[0], stride: 2, using: &random)]
    for (before, now) in zip([filters[0]] + filters, filters) {
        layers.append(AddingBlock(before, now, using: &random))
    }
    layers += [AdaptiveAveragePool2d(1), Flatten(), Linear(filters.last!, 10, using: &random)]
    return Sequential(layers)
}

// Now the function that every training of this chapter goes through. It makes a new, untrained learner, and the only
// thing that you have to choose is the optimizer. The book calls that argument `opt_func`. It is not an optimizer, but
// a way to make one: the learner calls it when it knows the parameters and the learning rate.

extension TrainingProcess {
    /// A learner with a new net. (The book's `get_learner`, which calls its library's `cnn_learner`.)
    /// - Parameter optimizer: makes the optimizer from parameters and a learning rate. The default is the library's:
    ///   Adam with a little weight decay, which sections 16.5 and 16.6 explain.
    func learner(
        _ optimizer: @escaping OptimizerMaker = { AdamW($0, learningRate: $1) }, using random: inout SplitMix64
    ) throws -> DigitLearner {
        let net = smallResNet(
            filters: run.size(quick: [8, 16], usual: [8, 16], full: [8, 16, 32, 64]), using: &random)
        return DigitLearner(
            try batches(using: random.next()), net, loss: { crossEntropy($0, $1) }, optimizer: optimizer,
            metrics: [.accuracy])
    }

    func theNet() throws {
        var random = run.random
        let learner = try learner(using: &random)
        show(learner.model.parameterCount, "parameters; a ResNet-34 has 21 million")
        let batch = try batches(using: 0).valid.first!.0
        show("\(batch.shape) in, \(learner.model(batch).shape) out", "a batch of images, ten scores for each")
    }
}
