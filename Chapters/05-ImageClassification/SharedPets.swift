// What the sections share. Each is made when a section first asks for it; the pages of sections 5.1 to 5.3 explain how.

import Datasets
import Foundation
import Notebook
import Tensors
import Training
import Vision

extension ImageClassification {
    /// The pretrained body that all pages of this chapter share.
    var body: Pretrained { get throws { try run.once { try .best(of: run, photosAreReal: source.folder != nil) } } }

    /// The small net, which the pages use that train it often.
    var smallPretrained: Pretrained { get throws { try run.once { try .small(for: run) } } }

    /// The name of the photos' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// The folder of photos, as far as their names tell.
    var pets: Pets { get throws { try source.contents } }

    /// The photos that are learned from and judged by: all that can be read, in a large folder some of them.
    var photos: [URL] { get throws { try verified.readable } }

    /// What keeps this run from having the book's numbers of photos; nil if nothing does.
    var whatIsMissing: String? {
        get throws {
            let count = try pets.files.count
            return count == BookPets.photos ? nil : "this run has \(count) photos"
        }
    }

    /// Photos for the pages that look at a few of them, from all over the folder.
    var somePhotos: [URL] {
        get throws {
            let (photos, count) = (try photos, run.size(quick: 12, usual: 48))
            return (0..<min(count, photos.count)).map { photos[$0 * photos.count / min(count, photos.count)] }
        }
    }

    /// A photo that is clearly wider than high, to show what happens to it.
    var widePhoto: URL {
        get throws {
            try photos.first { file in
                let size = try file.opened().size
                return Double(size.width) > 1.3 * Double(size.height)
            } ?? photos[0]
        }
    }

    /// What is in the files that this run uses (section 5.3).
    var verified: VerifiedPhotos {
        get throws {
            try run.once {
                let files = try pets.files
                let most = min(files.count, run.size(quick: 72, usual: 600, full: .max))
                let verified = VerifiedPhotos((0..<most).map { files[$0 * files.count / most] })
                let counts = Dictionary(grouping: try verified.readable.map(breedOf)) { $0 }.mapValues(\.count)
                guard counts.values.count(where: { $0 > 1 }) > 1 || verified.readable.count < 10 else {
                    throw PhotoProblem(
                        try pets.images.path,
                        "\(verified.readable.count) photos of \(counts.count == 1 ? "one breed" : "\(counts.count) breeds"), "
                            + "but a training needs two photos of at least two breeds",
                        try: "at least ten photos, and two each of at least two breeds")
                }
                guard verified.readable.count >= 10 else {
                    throw PhotoProblem(
                        try pets.images.path,
                        "of \(most) files that are called photos, \(verified.readable.count) can be read, and a training "
                            + "needs at least 10"
                            + (verified.problems.first.map { ". The first problem: \($0)" } ?? ""),
                        try: "at least ten photos, and two each of at least two breeds")
                }
                return verified
            }
        }
    }

    /// All breeds of these photos. In a small folder there may be breeds of which no photo is left to learn from.
    var breeds: Vocabulary {
        get throws { try run.once { Vocabulary(try photos.map(breedOf)) } }
    }

    /// The plan of the data: photos with their breeds, a fifth of them for validation, and presizing. (The book's
    /// `pets`.)
    var plan: DataBlock<URL, CategoryBlock> {
        get throws {
            let body = try body
            return DataBlock(
                target: CategoryBlock(try breeds), splitter: .random(seed: 42), getY: breedOf,
                item: Resize(Size2D(body.presize)), batch: augmentations(size: Size2D(body.size), minScale: 0.75))
        }
    }

    /// The large net needs half a gigabyte for what it remembers of 32 photos of 128 × 128 pixels.
    var batchSize: Int { get throws { try run.size(quick: 8, usual: body.isLarge ? 24 : 32, full: 64) } }

    /// The photos in two sets and in batches. (The book's `dls`.)
    func petLoaders(
        _ plan: DataBlock<URL, CategoryBlock>? = nil, using random: inout SplitMix64
    ) throws -> PhotoLoaders<CategoryBlock> {
        try (plan ?? self.plan).loaders(of: try photos, batchSize: try batchSize, using: &random)
    }

    /// A learner of breeds: the pretrained body with a new head. (The book's `cnn_learner`.)
    func petLearner(
        _ plan: DataBlock<URL, CategoryBlock>? = nil, body: Body? = nil, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let data = try petLoaders(plan, using: &random)
        return VisionLearner(data, body: try body ?? self.body.body(), metrics: [.errorRate], using: &random)
    }

    /// For how many epochs everything learns in the first training. The small net has to learn more than the large one.
    var firstEpochs: Int { get throws { try run.size(quick: 1, usual: body.isLarge ? 2 : 8) } }

    /// The learner that the chapter looks at: fine-tuned as in section 5.3. Do not train it any further: others want to
    /// see it as it is. Its recorder has the epoch of the head alone, and then those of everything.
    var trained: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                var random = run.random
                let learner = try petLearner(using: &random)
                let (epochs, isLarge) = (try firstEpochs, try body.isLarge)
                try EpochReporting.silently {
                    try learner.fineTune(epochs, rate: isLarge ? 2e-3 : 1e-2, divisor: isLarge ? 100 : 10)
                }
                return learner
            }
        }
    }
}

/// The features of a frozen body for all photos, with nothing left to chance: the means of its maps.
struct FrozenFeatures {
    /// [n, channels]
    let train, valid: Tensor
    let trainLabels, validLabels: [Int]
    /// How long the body took for the photos.
    let seconds: Double
}

extension ImageClassification {
    /// What the pretrained body, as it is, says of all photos. Made once: a head can then learn from numbers.
    var features: FrozenFeatures {
        get throws {
            try run.once {
                var random = run.random
                let (data, layers) = (try petLoaders(using: &random), try body.body().layers)
                let start = ContinuousClock.now
                layers.eval()
                func features(_ part: DatasetPart) throws -> Tensor {
                    let loader = data.quiet(part)
                    let all = noGrad { loader.map { layers($0.0).mean(axes: 2, 3) } }
                    if let problem = loader.problem { throw problem }
                    return .cat(all)
                }
                let (train, valid) = (try features(.train), try features(.valid))
                return FrozenFeatures(
                    train: train, valid: valid, trainLabels: data.datasets.train.labels,
                    validLabels: data.datasets.valid.labels, seconds: start.duration(to: .now) / .seconds(1))
            }
        }
    }
}
