// What the sections share. Each is made when a section first asks for it; what it is, is told in sections 1.3 and 1.5.

import Datasets
import Foundation
import Notebook
import Tensors
import Training
import Vision

extension FirstModels {
    /// A net that has learned from other pictures before: the best one that this machine has.
    var pretrained: Pretrained {
        get throws { try run.once { try .best(of: run, photosAreReal: source.folder != nil) } }
    }

    /// The small net, for pages that train often.
    var smallPretrained: Pretrained { get throws { try run.once { try .small(for: run) } } }

    /// The name of the photos' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// The photos that are learned from and judged by: all that can be read, in a large folder some of them.
    var photos: [URL] {
        get throws {
            try run.once {
                let folder = try source.contents
                let most = min(folder.files.count, run.size(quick: 72, usual: 600, full: .max))
                let verified = VerifiedPhotos((0..<most).map { folder.files[$0 * folder.files.count / most] })
                let cats = verified.readable.count { isCat($0.lastPathComponent) }
                guard cats >= 5, verified.readable.count - cats >= 5 else {
                    throw PhotoProblem(
                        folder.images.path,
                        "of \(most) files that are called photos, \(cats) are readable photos of cats and "
                            + "\(verified.readable.count - cats) of dogs, but a training needs five of each"
                            + (verified.problems.first.map { ". The first problem: \($0)" } ?? ""),
                        try: "at least five photos of cats and five of dogs")
                }
                return verified.readable
            }
        }
    }

    var batchSize: Int { get throws { try run.size(quick: 8, usual: pretrained.isLarge ? 8 : 16, full: 64) } }
    /// For how many epochs the last part learns alone. The book has ten times as many photos in each.
    var frozenEpochs: Int { run.size(quick: 1, usual: 3, full: 3) }
    /// For how many epochs everything learns. The small net has more to learn than the large one.
    var epochs: Int { get throws { try run.size(quick: 1, usual: pretrained.isLarge ? 1 : 6) } }
    var rate: Float { get throws { try pretrained.isLarge ? 1.5e-3 : 1e-2 } }
    /// How much slower the first layers learn than the last. The large net needs next to no change.
    var divisor: Float { get throws { try pretrained.isLarge ? 10_000 : 10 } }
    /// How large photos are for the model.
    var photoSize: Int { get throws { try run.size(quick: pretrained.size, usual: pretrained.isLarge ? 160 : 64) } }

    /// Small photos in memory, for pages that train whole nets.
    var smallPhotos: [(photo: Photo, label: String)] {
        get throws {
            try run.once {
                let (all, size) = (try photos, smallSize)
                let most = min(all.count, run.size(quick: 32, usual: 300))
                return try (0..<most).map { place in
                    let file = all[place * all.count / most]
                    return (try Photo(file, atLeast: Size2D(size)), isCat(file.lastPathComponent) ? "cat" : "dog")
                }
            }
        }
    }

    var smallSize: Int { run.size(quick: 24, usual: 64) }

    /// A learner of cats and dogs. What the body knows of averages it keeps: a few hundred photos are too few to learn
    /// them anew.
    func petLearner(
        _ data: PhotoLoaders<CategoryBlock>, body other: Body? = nil, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let body = try other ?? pretrained.body()
        return VisionLearner(
            data, body: body, head: HeadPlan(hidden: [], dropout: 0.1), metrics: [.errorRate],
            callbacks: body.isPretrained ? [KeptAverages(body)] : [], normsLearn: false, using: &random)
    }
}

extension VisionLearner where Target == CategoryBlock {
    /// What the net says of photos, some at a time, so that memory does not grow with their number.
    func answers(to photos: [Photo]) throws -> [Vision.Prediction<CategoryBlock>] {
        try stride(from: 0, to: photos.count, by: 16).flatMap { first in
            try model.predict(Array(photos[first..<min(first + 16, photos.count)]))
        }
    }
}

/// Whether a file's name is that of a cat. (The book's `is_cat`; see section 1.5.)
public func isCat(_ fileName: String) -> Bool { fileName.first?.isUppercase == true }
