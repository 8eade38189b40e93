// What the trainings of section 5.6 learn from. There are many of them, so each has to be short: small photos, kept in
// memory, of those breeds of which there are enough.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// A photo that was read already, and its breed.
struct PracticePhoto: Sendable, CustomStringConvertible {
    let photo: Photo
    let breed: String
    let name: String
    var description: String { name }
}

extension ImageClassification {
    /// Photos of the breeds that have enough of them for both sets, as large as the item transform wants them.
    var practicePhotos: [PracticePhoto] {
        get throws {
            try run.once {
                let files = try photos.map { (file: $0, breed: try breedOf($0)) }
                let counts = Dictionary(grouping: files, by: \.breed).mapValues(\.count)
                let least = run.size(quick: 4, usual: 20)
                // Where no breed has so many, the most frequent ones have to do: two, or more until ten photos are
                // there.
                let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                var (kept, count) = (Set<String>(), 0)
                for (breed, number) in ordered where number >= least || kept.count < 2 || count < 10 {
                    kept.insert(breed)
                    count += number
                }
                let size = Size2D(practiceSize * 5 / 4)
                return try files.filter { kept.contains($0.breed) }.map { file, breed in
                    PracticePhoto(
                        photo: try Photo(file, atLeast: size), breed: breed, name: try pets.shortName(file))
                }
            }
        }
    }

    /// How large a photo is for the net in these trainings.
    var practiceSize: Int { run.size(quick: 32, usual: 64, full: 96) }

    /// A fifth of the photos for validation, presizing, and the usual changes.
    var practicePlan: DataBlock<PracticePhoto, CategoryBlock> {
        get throws {
            let photos = try practicePhotos
            return DataBlock(
                target: CategoryBlock(Vocabulary(photos.map(\.breed))), items: { _ in photos },
                splitter: .random(seed: 42), getX: \.photo, getY: \.breed, item: Resize(Size2D(practiceSize * 5 / 4)),
                batch: augmentations(size: Size2D(practiceSize), minScale: 0.75))
        }
    }

    /// A learner of these breeds. The norms of a pretrained body keep their averages, frozen or not (section 5.6 says
    /// why); and as long as the body is frozen, no gradient has to go back into it.
    /// - Parameter body: nil for the pretrained one. Any other learns its averages.
    func practiceLearner(
        body: Body? = nil, head: HeadPlan = HeadPlan(), most: Int = .max, batchSize: Int? = nil,
        using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let data = try practicePlan.loaders(
            of: try somePracticePhotos(most), batchSize: batchSize ?? run.size(quick: 8, usual: 32), using: &random)
        let pretrained = try self.body.body()
        return VisionLearner(
            data, body: body ?? pretrained, head: head, metrics: [.errorRate],
            callbacks: body == nil ? [KeptAverages(pretrained)] : [], normsLearn: false, using: &random)
    }

    /// At most so many of them, spread evenly over the breeds.
    private func somePracticePhotos(_ most: Int) throws -> [PracticePhoto] {
        let all = try practicePhotos
        let count = min(most, all.count)
        return (0..<count).map { all[$0 * all.count / count] }
    }

    /// "364 photos of 3 breeds (oxford-iiit-pet)"
    var practiceName: String {
        get throws {
            let photos = try practicePhotos
            return "\(photos.count) photos of \(Set(photos.map(\.breed)).count) breeds (\(dataName))"
        }
    }

    /// The share of wrong answers of somebody who always says the most frequent breed of the training photos.
    var majorityError: Double {
        get throws {
            let sets = try practicePlan.datasets(of: try practicePhotos)
            return 1 - shareOfMostFrequent(sets.valid.labels, learnedFrom: sets.train.labels)
        }
    }

    /// What makes each training differ from the book's.
    var practiceDifference: String {
        get throws {
            "\(try body.title), \(try practicePhotos.count) photos of \(practiceSize) × \(practiceSize) pixels"
        }
    }
}

extension ImageClassification {
    /// Features of the practice photos, for both sets, with their labels.
    var practiceFeatures: (train: (Tensor, IntTensor), valid: (Tensor, IntTensor)) {
        get throws {
            try run.once {
                var random = run.random
                let learner = try practiceLearner(using: &random)
                learner.net.eval()
                func features(_ part: DatasetPart) -> (Tensor, IntTensor) {
                    let batches = learner.data.quiet(part)
                    let all = noGrad { batches.map { (learner.net.body($0.0).mean(axes: 2, 3), $0.1) } }
                    return (.cat(all.map(\.0)), .cat(all.map(\.1)))
                }
                return (features(.train), features(.valid))
            }
        }
    }
}
