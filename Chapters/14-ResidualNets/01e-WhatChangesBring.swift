// # What random changes bring
//
// Section 14.1 · After this page you have the book's `get_data`, and have tried what cutting, turning and lighting
// pictures at random does to a training.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// As with the cuts of `RandomCrops`, it is a callback that changes the pictures: a batch comes in with the size of
// `presize`, and the net gets it with that of `resize`. `Augmented` draws a map and a light for each picture in
// training. In validation all get the map that changes nothing:

/// Before every batch, brings pictures to the size of the net: in training changed at random, in validation as they
/// are. (The book's batch transforms.)
public final class Augmented: Callback {
    public let augmentation: Augmentation
    public let side: Int
    private var random: SplitMix64

    public init(_ augmentation: Augmentation, side: Int, using random: inout SplitMix64) {
        (self.augmentation, self.side, self.random) = (augmentation, side, SplitMix64(seed: random.next()))
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .batch, let x = learner.inputs as? Tensor else { return }
        learner.inputs = (learner.isTraining ? changed(x) : brought(x)) as? Input
    }

    /// Each of the pictures changed in another way: x [n, 3, h, w], normalized → [n, 3, side, side]
    public func changed(_ x: Tensor) -> Tensor {
        let maps = (0..<x.shape[0]).map { _ in augmentation.map(using: &random) }
        let lights = (0..<x.shape[0]).map { _ in augmentation.light(using: &random) }
        let moved = lookedUp(x, .stack(maps), side: side)
        return augmentation.chance == 0 ? moved : imageNetScale(lit(pixelScale(moved), Tensor(lights)))
    }

    /// The pictures as they are, in the size of the net: x [n, 3, h, w] → [n, 3, side, side]
    public func brought(_ x: Tensor) -> Tensor { x.interpolated(to: Size2D(side), mode: .bilinear) }
}

// `getData` makes the batches and the callback for a learner. `smallLearner` uses it with 64 and 32 wherever a page of
// this chapter has to be quick; it cuts and mirrors only:

extension ResidualNets {
    /// Batches of pictures of `presize`, and what brings them to `resize`. (The book's `get_data`.)
    func getData(
        presize: Int = Pictures.side, resize: Int, augmentation: Augmentation = Augmentation(),
        using random: inout SplitMix64
    ) throws -> (loaders: DataLoaders<(Tensor, IntTensor)>, changes: Augmented) {
        func sized(_ pictures: PictureSet) -> PictureSet {
            presize == Pictures.side
                ? pictures
                : PictureSet(pictures.inputs.interpolated(to: Size2D(presize), mode: .bilinear), pictures.targets)
        }
        let pictures = sized(try trainPictures)
        let train = DataLoader(
            pictures, batchSize: min(batchSize, pictures.count), dropsLast: true, shuffledUsing: &random)
        return (
            DataLoaders(train, DataLoader(sized(try validPictures), batchSize: 250)),
            Augmented(augmentation, side: resize, using: &random)
        )
    }

    /// A learner for pictures of half the size, 32 × 32: a quarter of the work.
    /// - Parameter smoothing: of the labels, in training and validation.
    func smallLearner(
        _ net: any Layer<Tensor, Tensor>, augmentation: Augmentation = .cuts, smoothing: Float = 0,
        using random: inout SplitMix64
    ) throws -> PictureLearner {
        let (loaders, changes) = try getData(resize: 32, augmentation: augmentation, using: &random)
        return Learner(
            loaders, net, loss: { crossEntropy($0, $1, smoothing: smoothing) },
            optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy], callbacks: [changes])
    }

    func everyChangeAtOnce() throws {
        var random = run.random
        let changes = Augmented(Augmentation(), side: 64, using: &random)
        let picture = try trainPictures.inputs[0..<1]
        let changed = changes.changed(picture.expanded(to: [11, 3, 64, 64]))
        show(
            ImageGrid(
                [Raster(pixelScale(picture[0]))] + (0..<11).map { Raster(pixelScale(changed[$0]).clamped(min: 0, max: 1)) },
                titles: ["the picture"], columns: 4),
            "One picture as the net sees it in eleven epochs: cut, mirrored, turned, tilted and lit, on \(dataName)")
    }

    func withAndWithoutChanges() throws {
        // What do they bring? A small plain net of four halvings learns from pictures of 32 × 32: from the pictures as
        // they are, with cuts and mirrors, and with everything.
        var none = Augmentation.cuts
        (none.leastArea, none.mirrors) = (1, false)
        let ways = [("none", none), ("cuts and mirrors", .cuts), ("all of them", Augmentation())]
        let (epochs, classes) = (run.size(quick: 1, usual: 10, full: 20), try classNames.count)
        let trained = try ways.map { _, augmentation in
            try run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random in
                let net = convolutionalNet(
                    classes: classes, filters: Array(stageFilters.prefix(4)), using: &random)
                let learner = try smallLearner(net, augmentation: augmentation, using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 0.003) }
                return learner
            }
        }
        var table = TextTable(["changes", "train_loss", "valid_loss", "valid − train", "accuracy"], decimals: 3)
        for ((name, _), learners) in zip(ways, trained) {
            let (train, valid) = (
                learners.values("train_loss", after: epochs - 1), learners.values("valid_loss", after: epochs - 1)
            )
            let gap = zip(train, valid).map { $1 - $0 }
            table.add(name, Spread(train), Spread(valid), Spread(gap), Spread(learners.ends))
            record("changes/accuracy-with-\(name.replacing(" ", with: "-"))", over: learners.ends)
        }
        let losses = trained.map { Spread($0.values("train_loss", after: epochs - 1)).mean }
        show(
            table, "after \(counted(epochs, "epoch")) on \(dataName), 32 × 32",
            predict: .change(
                "The same net, the same epochs, and every picture changed in all ways. Compared with pictures as they "
                    + "are, the loss in training is …", from: losses[0], to: losses[2]))

        // A picture that is never the same is harder to learn, so the loss in training says little by itself. Compare
        // it with the loss on new pictures. A net that does much better on those that it knows has learned some of them
        // by heart; the column of differences says how much. And what counts in the end is the accuracy on new
        // pictures:
        let gains = zip(trained[2].ends, trained[0].ends).map { $0 - $1 }
        show(
            "All changes beat none from \(gains.count { $0 > 0 }) of \(counted(gains.count, "start")), cuts and mirrors from "
                + "\(zip(trained[1].ends, trained[0].ends).count { $0 > $1 }).")

        // So changes are a remedy against learning by heart. They close the gap, and cuts and mirrors alone do most of
        // it here. The trainings of this chapter are short and have to be quick: they cut and mirror only. (Longer ones
        // need more: the more often a net sees the same pictures, the better it can know them. `--full` has twice as
        // many epochs here.)
    }
}
