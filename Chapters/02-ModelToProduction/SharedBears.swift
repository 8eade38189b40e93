// What the sections share. Each is made when a section first asks for it; the pages of sections 2.2 to 2.4 explain how.

import Common
import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

extension ModelToProduction {
    /// The folders of photos.
    var bears: Bears { get throws { try source.contents } }

    /// "bears", "generated bears": the name of the photos, for every table and chart of them.
    var dataName: String { source.name }

    /// Which files can be read, and what is wrong with the others (section 2.2).
    var verified: VerifiedPhotos {
        get throws {
            try run.once {
                let bears = try bears
                let verified = VerifiedPhotos(try someFiles)
                let counts = Dictionary(grouping: verified.readable, by: parentFolder).mapValues(\.count)
                guard verified.readable.count >= 10, counts.values.count(where: { $0 > 1 }) > 1 else {
                    throw PhotoProblem(
                        bears.folder.path,
                        "\(verified.readable.count) photos can be read; ten are needed, and two of at least two kinds"
                            + (verified.problems.first.map { ". The first problem: \($0)" } ?? ""),
                        try: "at least ten photos, and two of at least two kinds")
                }
                return verified
            }
        }
    }

    /// The files that this run uses: all, or some of each kind in a quick run or a very large folder.
    var someFiles: [URL] {
        get throws {
            let bears = try bears
            let most = run.size(quick: 48, usual: 600, full: .max)
            let count = min(most, bears.files.count)
            return (0..<count).map { bears.files[$0 * bears.files.count / count] }
        }
    }

    /// The photos that are learned from and judged by: those that can be read, each once (section 2.2).
    var photos: [URL] {
        get throws {
            try run.once {
                let photos = withoutTwins(try verified.readable, try pictureHashes)
                let counts = Dictionary(grouping: photos, by: parentFolder).mapValues(\.count)
                guard photos.count >= 5, counts.values.count(where: { $0 > 1 }) > 1 else {
                    throw PhotoProblem(
                        try bears.folder.path,
                        "of \(counted(try verified.readable.count, "photo")), \(photos.count) "
                            + "\(photos.count == 1 ? "is" : "are") left when each counts once, however often it is there",
                        try: "at least five different photos, and two of at least two kinds")
                }
                return photos
            }
        }
    }

    /// The kinds, in the order of their letters: black, grizzly, teddy. (The book's `dls.vocab`.)
    var kinds: Vocabulary { get throws { try run.once { Vocabulary(try photos.map(parentFolder)) } } }

    /// The pretrained body that all pages share.
    var body: Pretrained { get throws { try run.once { try .best(of: run, photosAreReal: source.folder != nil) } } }

    /// The small net, for pages that have generated photos whatever the run has.
    var smallBody: Pretrained { get throws { try run.once { try .small(for: run) } } }

    /// The plan of the data: photos in folders called like their kinds, a fifth of them for validation, a random part
    /// of each photo, and the usual changes. (The book's `bears`, as it trains with it.)
    var plan: DataBlock<URL, CategoryBlock> {
        get throws {
            let size = Size2D(try body.size)
            return DataBlock(
                target: CategoryBlock(try kinds), splitter: .random(seed: 42), getY: parentFolder,
                item: RandomResizedCrop(size, minScale: 0.5), batch: augmentations())
        }
    }

    /// How many photos a batch has; the large net needs a quarter of a gigabyte for what it remembers of 16.
    var batchSize: Int { get throws { try run.size(quick: 8, usual: body.isLarge ? 16 : 32, full: 64) } }

    /// The photos in two sets and in batches. (The book's `dls`.)
    func bearLoaders(
        _ plan: DataBlock<URL, CategoryBlock>? = nil, of files: [URL]? = nil, using random: inout SplitMix64
    ) throws -> PhotoLoaders<CategoryBlock> {
        try (plan ?? self.plan).loaders(of: files ?? photos, batchSize: batchSize, using: &random)
    }

    /// A learner of kinds: the pretrained body with a new head. (The book's `cnn_learner`.)
    func bearLearner(
        _ plan: DataBlock<URL, CategoryBlock>? = nil, of files: [URL]? = nil, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let data = try bearLoaders(plan, of: files, using: &random)
        let (own, isLarge) = (try body.body(), try body.isLarge)
        return VisionLearner(
            data, body: own, metrics: [.errorRate], callbacks: isLarge ? [KeptAverages(own)] : [],
            normsLearn: !isLarge, using: &random)
    }

    /// A learner that has learned: the head alone for one epoch, then everything.
    func fineTunedLearner(
        _ plan: DataBlock<URL, CategoryBlock>? = nil, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let learner = try bearLearner(plan, using: &random)
        // The small net has seen neither photos nor bears, and four epochs are about 16 steps. Over five seeds, its
        // accuracy on generated bears was 0.665 ± 0.171 after four epochs, and 0.718 ± 0.099 after twelve.
        let isLarge = try body.isLarge
        let epochs = run.size(quick: 1, usual: isLarge ? 4 : 12)
        try EpochReporting.silently {
            try learner.fineTune(epochs, rate: isLarge ? 2e-3 : 1e-2, divisor: isLarge ? 100 : 10)
        }
        return learner
    }

    /// The learner that the chapter looks at and puts to use. Do not train it any further: others want to see it as it
    /// is. Its recorder has the epoch of the head alone, and then those of everything.
    var trained: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                var random = run.random
                return try fineTunedLearner(using: &random)
            }
        }
    }
}
