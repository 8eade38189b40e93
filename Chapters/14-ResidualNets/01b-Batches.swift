// # Batches, and a learner
//
// Section 14.1 · After this page you have a learner to which you can give any net, and which shows it other cuts of the
// pictures in every epoch.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Whom are the cuts for? For the net in training only. When it is checked, it gets the pictures as they are: a number
// that should be compared from epoch to epoch must not depend on chance. So cutting is a matter of the training loop,
// and a callback can do it. Before each training batch, `RandomCrops` puts other inputs in the place of those that the
// learner is about to use:

/// Before every training batch, cuts a random part out of each picture. (A part of the book's `aug_transforms`; the
/// next pages build the rest.)
public final class RandomCrops: Callback {
    private var random: SplitMix64

    public init(using random: inout SplitMix64) { self.random = SplitMix64(seed: random.next()) }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .batch, learner.isTraining, let x = learner.inputs as? Tensor else { return }
        learner.inputs = cut(x) as? Input
    }

    /// Each of the pictures cut in another way: x [n, channels, h, w] → the same shape
    public func cut(_ x: Tensor) -> Tensor {
        .stack(
            (0..<x.shape[0]).map { place in
                cropped(x[place], to: RandomCrop(of: x.shape[2], x.shape[3], using: &random))
            })
    }
}

// `pictureLearner` puts a learner together for any net, with batches of `batchSize` pictures. It minimizes
// cross-entropy with Adam, and reports the accuracy. (The book's also computes in half precision. That is faster on a
// graphics card and not on a processor; section 16.8 shows what is behind it.)

extension ResidualNets {
    /// How many pictures a batch has: 128 in the book, which has more pictures.
    var batchSize: Int { run.size(quick: 16, usual: 32, full: 64) }

    /// A learner for this net, with shuffled batches of training pictures. (The book's `get_dls` and `get_learner`.)
    func pictureLearner(_ net: any Layer<Tensor, Tensor>, using random: inout SplitMix64) throws -> PictureLearner {
        let pictures = try trainPictures
        let train = DataLoader(
            pictures, batchSize: min(batchSize, pictures.count), dropsLast: true, shuffledUsing: &random)
        let loaders = DataLoaders(train, DataLoader(try validPictures, batchSize: 250))
        return Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) },
            metrics: [.accuracy], callbacks: [RandomCrops(using: &random)])
    }

    func batchesOfPictures() throws {
        // What a net will see is worth a look before every training. Wrong labels, black pictures and mixed-up channels
        // are found at once:
        var random = run.random
        let loader = DataLoader(try trainPictures, batchSize: batchSize, shuffledUsing: &random)
        let (crops, (x, y)) = (RandomCrops(using: &random), loader.first!)
        show(
            x.shape, "inputs of a batch",
            ask: "Batches of \(batchSize) colour pictures of 64 × 64: which shape?")
        let seen = pixelScale(crops.cut(x[0..<4]))
        let names = try (0..<4).map { try classNames[y.scalars[$0]] }
        show(
            ImageGrid(
                (0..<4).map { Raster(seen[$0]) }, titles: names, columns: 2),
            "Four pictures of a batch as the net sees them, on \(dataName)")

        // The same picture in two epochs is not the same input. In validation it is:
        let (once, again) = (crops.cut(x[0..<1]), crops.cut(x[0..<1]))
        show(once.scalars == again.scalars, "two random cuts of a picture are equal")
    }
}
