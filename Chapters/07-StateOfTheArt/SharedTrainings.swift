// What the sections share: photos in batches, the net, and one way to train it, whatever is tried. How it came about is
// told on the pages of sections 7.1 and 7.2.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// What a training of this chapter is made of. Everything that is not said is as in the baseline.
struct Setup: Sendable, Equatable {
    var epochs: Int
    /// The highest learning rate of the cycle.
    var rate: Float = 1e-2
    /// Height and width of what the net sees.
    var size: Int
    var normalization: Normalization? = .imageNet
    /// Whether photos are changed at random.
    var augments = true
    var plan: XResNetPlan = .small
    var batchSize: Int
    /// Whether every epoch is followed by a look at the validation photos. If not, only the last one is: it takes
    /// less time, and the net is the same.
    var isJudgedEveryEpoch = true
}

extension StateOfTheArt {
    /// The name of the photos' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// The photos of this run.
    var photos: [LabelledPhoto] { get throws { try source.contents.photos } }

    /// What the photos show.
    var classes: [String] { get throws { try source.contents.classes } }

    /// How large a photo is before it is changed at random. (The book's 460.)
    var presize: Int { run.size(quick: 40, usual: 60, full: 160) }
    /// How large a photo is as the net sees it; and how large a small one is. (The book's 224 and 128.)
    var large: Int { run.size(quick: 32, usual: 48, full: 128) }
    var small: Int { run.size(quick: 20, usual: 24, full: 64) }
    /// For how many epochs the baseline learns. (The book's 5.)
    var epochs: Int { run.size(quick: 1, usual: 5, full: 20) }
    /// How many seeds a comparison has.
    var seeds: Int { run.options.seedCount ?? run.size(quick: 2, usual: 5) }

    /// The accuracy of always giving the most frequent class, on the validation photos.
    var majorityShare: Double { get throws { shareOfMostFrequent(try photos.filter(\.isValid).map(\.label)) } }

    /// The two parts. They are the same in every training of this chapter.
    var parts: PhotoDatasets<CategoryBlock> {
        get throws { try run.once { try datasets(of: try photos) } }
    }

    /// The parts of some of the photos.
    ///
    /// - Parameter classes: nil for those among the training photos; named where chance may leave one without any.
    func datasets(of photos: [LabelledPhoto], classes: Vocabulary? = nil) throws -> PhotoDatasets<CategoryBlock> {
        let block = DataBlock<LabelledPhoto, CategoryBlock>(
            target: CategoryBlock(classes), items: { _ in photos }, splitter: .function(\.isValid), getX: \.photo,
            getY: \.label)
        return try block.datasets(of: photos)
    }

    /// The baseline: the setup that every technique is compared with.
    var baseline: Setup { Setup(epochs: epochs, size: large, batchSize: run.size(quick: 16, usual: 32, full: 64)) }

    /// Photos in batches, at any size: presized, changed at random, normalized. (The book's `get_dls`.)
    func getDls(
        _ setup: Setup, of parts: PhotoDatasets<CategoryBlock>? = nil, using random: inout SplitMix64
    ) throws -> PhotoLoaders<CategoryBlock> {
        let size = Size2D(setup.size)
        let pipeline = PhotoPipeline(
            item: setup.augments ? Resize(Size2D(presize)) : CenterCrop(size),
            batch: setup.augments ? augmentations(size: size, minScale: 0.75) : [],
            normalization: setup.normalization)
        return PhotoLoaders(try parts ?? self.parts, pipeline, batchSize: setup.batchSize, using: &random)
    }

    /// A learner with a new net, which has not learned anything.
    /// - Parameters:
    ///   - loss: nil for cross-entropy.
    ///   - parts: nil for all photos.
    func newLearner(
        _ setup: Setup, of parts: PhotoDatasets<CategoryBlock>? = nil,
        loss: ((_ scores: Tensor, _ labels: IntTensor) -> Tensor)? = nil, callbacks: [any Callback] = [],
        using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let data = try getDls(setup, of: parts, using: &random)
        return VisionLearner(
            data, body: Architecture(setup.plan).body(using: &random),
            head: HeadPlan(hidden: [], dropout: 0, poolsMaximum: false), loss: loss, metrics: [.accuracy],
            callbacks: callbacks + (setup.isJudgedEveryEpoch ? [] : [JudgedAtTheEnd()]), using: &random)
    }

    /// A learner that has learned as a setup says, along one cycle. Everything that chance decides comes from `random`.
    /// - Parameters: see ``newLearner(_:of:loss:callbacks:using:)``.
    func trained(
        _ setup: Setup, of parts: PhotoDatasets<CategoryBlock>? = nil,
        loss: ((_ scores: Tensor, _ labels: IntTensor) -> Tensor)? = nil, callbacks: [any Callback] = [],
        using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let learner = try newLearner(setup, of: parts, loss: loss, callbacks: callbacks, using: &random)
        try learner.fitOneCycle(setup.epochs, LearningRates(setup.rate))
        return learner
    }
}

extension VisionLearner {
    /// The accuracy after the last epoch.
    var accuracy: Double { Double(learner.recorder["accuracy"].last!) }
    /// The loss on the validation photos, after the last epoch.
    var loss: Double { Double(learner.recorder["valid_loss"].last!) }
}

/// About so many places, the same number from each class and at least one, evenly spread over those of the class.
func evenlyByClass(_ most: Int, of labels: [Int], classes: Int) -> [Int] {
    (0..<classes).flatMap { label in
        let own = labels.indices.filter { labels[$0] == label }
        let count = min(own.count, max(most / classes, 1))
        return (0..<count).map { own[$0 * own.count / count] }
    }
}
