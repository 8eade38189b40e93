// For the last word of section 5.6: photos of any task in memory, and a net that learns from them from scratch.

import Foundation
import Notebook
import Tensors
import Training
import Vision

extension ImageClassification {
    /// The accuracy of the same layers with new numbers, which all learn.
    func accuracyFromScratch(_ task: JudgedTask, epochs: Int, using random: inout SplitMix64) throws -> Double {
        let plan = DataBlock<PracticePhoto, CategoryBlock>(
            target: CategoryBlock(Vocabulary(task.photos.map(\.breed))), items: { _ in [] },
            splitter: .random(seed: random.next()), getX: \.photo, getY: \.breed,
            item: Resize(Size2D(practiceSize * 5 / 4)), batch: augmentations(size: Size2D(practiceSize), minScale: 0.75)
        )
        let data = try plan.loaders(of: task.photos, batchSize: run.size(quick: 8, usual: 32), using: &random)
        let learner = VisionLearner(
            data, body: try body.untrained(using: &random), head: HeadPlan(hidden: []), metrics: [.errorRate],
            using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(epochs, 3e-3) }
        return 1 - Double(learner.learner.recorder["error_rate"].last!)
    }
}

/// A file, and what it is called.
struct PracticeFile {
    let file: URL
    let label: String

    func read(_ size: Int, _ breed: String) throws -> PracticePhoto {
        PracticePhoto(
            photo: try Photo(file, atLeast: Size2D(size * 5 / 4)), breed: breed, name: file.lastPathComponent)
    }
}
