// Pictures of what is no picture: sounds, series, tracks, programs. All pages of section 1.7 learn from them in the
// same way.

import Figures
import Notebook
import Tensors
import Training
import Vision

/// A picture that was made from something else.
struct DrawnPicture: Sendable, CustomStringConvertible {
    let photo: Photo
    /// What it is of.
    let label: String
    /// Where it comes from: the speaker, the person.
    var group = ""

    var description: String { "a picture of \(label)" }
}

extension FirstModels {
    /// Pictures in two sets and in batches, all of 64 × 64 pixels. (Page 07b says what the parts are.)
    func drawnLoaders(
        _ pictures: [DrawnPicture], splitter: Splitter<DrawnPicture>, using random: inout SplitMix64
    ) throws -> PhotoLoaders<CategoryBlock> {
        let block = DataBlock(
            target: CategoryBlock(Vocabulary(pictures.map(\.label))), items: { _ in pictures }, splitter: splitter,
            getX: { $0.photo }, getY: { $0.label },
            item: Resize(Size2D(try smallPretrained.size), .squish))
        return try block.loaders(of: pictures, batchSize: run.size(quick: 4, usual: 16), using: &random)
    }

    /// A learner of such pictures, fine-tuned.
    func drawnLearner(
        _ pictures: [DrawnPicture], splitter: Splitter<DrawnPicture>, epochs: Int, using random: inout SplitMix64
    ) throws -> VisionLearner<CategoryBlock> {
        let data = try drawnLoaders(pictures, splitter: splitter, using: &random)
        let learner = VisionLearner(
            data, body: try smallPretrained.body(), head: HeadPlan(hidden: [], dropout: 0.1), metrics: [.accuracy],
            using: &random)
        try learner.fineTune(epochs, rate: 1e-2, divisor: 10)
        return learner
    }

    /// The share of the validation pictures that is recognized, over several seeds.
    func drawnAccuracies(
        _ pictures: [DrawnPicture], seeds: Int, epochs: Int, splitter: @Sendable (UInt64) -> Splitter<DrawnPicture>
    ) throws -> [Double] {
        _ = try smallPretrained
        return try run.overSeedsAtOnce(seeds) { random in
            let learner = try drawnLearner(
                pictures, splitter: splitter(random.next()), epochs: epochs, using: &random)
            return Double(learner.learner.recorder["accuracy"].last!)
        }
    }
}

/// The first pictures of each label, in its order.
func examples(_ pictures: [DrawnPicture], each count: Int) -> [DrawnPicture] {
    let labels = Set(pictures.map(\.label)).sorted()
    return labels.flatMap { label in pictures.filter { $0.label == label }.prefix(count) }
}
