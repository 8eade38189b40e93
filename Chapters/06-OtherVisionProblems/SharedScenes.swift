// What the sections share. Each is made when a section first asks for it; the pages of sections 6.1 to 6.3 explain how.

import Datasets
import Foundation
import Notebook
import Tensors
import Training
import Vision

extension OtherVisionProblems {
    /// The pretrained body of the photos with several labels.
    var body: Pretrained { get throws { try run.once { try .best(of: run, photosAreReal: source.folder != nil) } } }

    /// The name of the photos' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// All rows of the table, also those whose photo cannot be read.
    var scenes: LabelledPhotos { get throws { try source.contents } }

    /// The photos that are learned from and judged by: all that can be read, of a large data set some of them.
    var photos: [LabelledPhoto] { get throws { try verifiedPhotos.photos } }

    /// What is wrong with those that were passed over.
    var photoProblems: [PhotoProblem] { get throws { try verifiedPhotos.problems } }

    private var verifiedPhotos: (photos: [LabelledPhoto], problems: [PhotoProblem]) {
        get throws {
            try run.once {
                let rows = try scenes.rows
                let most = min(rows.count, run.size(quick: 96, usual: source.folder == nil ? 1600 : 600, full: .max))
                let some = (0..<most).map { rows[$0 * rows.count / most] }
                let verified = VerifiedPhotos(some.map(photoOf))
                let readable = Set(verified.readable)
                let photos = some.filter { readable.contains(photoOf($0)) }
                guard photos.contains(where: \.isValid), photos.contains(where: { !$0.isValid }) else {
                    throw PhotoProblem(
                        try scenes.table.path,
                        "\(photos.count) of \(some.count) photos can be read, and some with is_valid True and some "
                            + "with False are needed", try: "more photos of the table's, in the folder train beside it")
                }
                return (photos, verified.problems)
            }
        }
    }

    /// All classes of the table.
    var classes: Vocabulary { get throws { try run.once { Vocabulary(try scenes.rows.flatMap(labelsOf)) } } }

    /// How large the net sees a photo.
    var photoSize: Int { get throws { try body.isLarge ? body.size : run.size(quick: 32, usual: 96) } }

    /// The plan of the data. (The book's `dblock`.)
    var plan: DataBlock<LabelledPhoto, MultiCategoryBlock> {
        get throws {
            let photos = try photos
            return DataBlock(
                target: MultiCategoryBlock(try classes), items: { _ in photos }, splitter: .function(\.isValid),
                getX: photoOf, getY: labelsOf, item: RandomResizedCrop(Size2D(try photoSize), minScale: 0.35))
        }
    }

    /// The photos in two sets and in batches. (The book's `dls`.)
    func sceneLoaders(using random: inout SplitMix64) throws -> PhotoLoaders<MultiCategoryBlock> {
        try plan.loaders(
            of: try photos, batchSize: run.size(quick: 8, usual: body.isLarge ? 16 : 32, full: 64), using: &random)
    }

    /// A learner of what is on photos: the pretrained body with a new head. The norms of the body keep their averages.
    /// (The book's `cnn_learner`.)
    func sceneLearner(using random: inout SplitMix64) throws -> VisionLearner<MultiCategoryBlock> {
        let body = try self.body.body()
        return VisionLearner(
            try sceneLoaders(using: &random), body: body,
            head: HeadPlan(hidden: [], dropout: try self.body.isLarge ? 0.3 : 0.1),
            metrics: [.multiLabelAccuracy(threshold: 0.2)],
            callbacks: [KeptAverages(body)], normsLearn: false, using: &random)
    }

    /// For how many epochs everything learns after the head has learned alone for four. The small net has to learn
    /// more.
    var epochs: Int { get throws { try run.size(quick: 1, usual: body.isLarge ? 3 : 8) } }

    /// The learner that the chapter looks at. Do not train it any further: others want to see it as it is.
    var trained: VisionLearner<MultiCategoryBlock> {
        get throws {
            try run.once {
                var random = run.random
                let learner = try sceneLearner(using: &random)
                let (epochs, isLarge) = (try epochs, try body.isLarge)
                // The large body would forget what it knows, if it learned as fast as its new head.
                try EpochReporting.silently {
                    learner.freeze()
                    try learner.fitOneCycle(
                        run.size(quick: 1, usual: 4), .slice(isLarge ? 6e-3 : 1e-2), rise: 0.99)
                    learner.unfreeze()
                    try learner.fitOneCycle(
                        epochs, isLarge ? .slice(5e-6, 5e-4) : .slice(5e-4, 5e-3), rise: 0.3, startDivisor: 5)
                }
                return learner
            }
        }
    }

    /// What it says of the validation photos. (The book's `preds,targs`.)
    var judged: Predictions<MultiCategoryBlock> { get throws { try run.once { try trained.getPreds() } } }
}
