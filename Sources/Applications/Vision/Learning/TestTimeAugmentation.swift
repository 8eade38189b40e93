// # Test-time augmentation
//
//     let better = try learner.tta()          // five looks at each photo
//
// Training shows a net each photo in many variants; a prediction looks at one. Where the rim of a photo is cut off for
// that, what tells the answer may be cut off, too. So look several times, each time as in training, and let the looks
// vote.

import Tensors
import Training

extension VisionLearner {
    /// Predictions for all photos of a set from several looks at each, and what is true. (The book's `tta`.)
    ///
    ///     beta · plain + (1 - beta) · mean of the varied looks
    ///
    /// - Parameters:
    ///   - n: how many looks are changed at random as in training, besides the plain one. 0 looks once, as
    ///     ``getPreds(_:)``.
    ///   - beta: how much the plain look counts, from 0 to 1.
    ///   - usesMax: takes the largest number of all looks for each output in place of a mean.
    ///   - pipeline: what is done with photos in the varied looks; nil for what is done in training.
    ///   - seed: of all that chance decides. The same seed gives the same looks, whatever the batch size.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func tta(
        _ part: DatasetPart = .valid, n: Int = 4, beta: Float = 0.25, usesMax: Bool = false,
        pipeline: PhotoPipeline? = nil, seed: UInt64 = 1
    ) throws -> (outputs: Tensor, targets: Target.Label.Batch) {
        require(n >= 0 && beta >= 0 && beta <= 1, "tta(n: \(n), beta: \(beta))", "n is 0 or more, beta from 0 to 1")
        require(
            !(Target.Label.self is any MovesWithPicture.Type), "tta of \(Target.self)",
            "what it predicts moves with the picture, so the looks do not predict the same",
            try: "looks without a change of place")
        let plain = try getPreds(part)
        if n == 0 { return (plain.outputs, plain.targets) }
        var seeds = SplitMix64(seed: seed)
        let looks = try (0..<n).map { _ in
            try getPreds(from: data.varied(part, pipeline: pipeline, seed: seeds.next())).outputs
        }
        if usesMax {
            return (looks.reduce(plain.outputs) { $0.maximum($1) }, plain.targets)
        }
        let mean = looks.dropFirst().reduce(looks[0]) { $0 + $1 } / Float(n)
        return (beta * plain.outputs + (1 - beta) * mean, plain.targets)
    }

    /// Predictions for all photos of a set, each looked at once, but through another pipeline. Nothing is left to
    /// chance.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func getPreds(_ part: DatasetPart = .valid, pipeline: PhotoPipeline) throws -> Predictions<Target> {
        try getPreds(from: data.quiet(part, pipeline: pipeline))
    }
}

extension PhotoLoaders {
    /// A set in its order, changed at random as in training: another look at it.
    /// - Parameters:
    ///   - pipeline: nil for the one of training.
    ///   - seed: each photo's changes follow from it and from the photo's place in the set.
    public func varied(
        _ part: DatasetPart, pipeline: PhotoPipeline? = nil, seed: UInt64
    ) -> DataLoader<Batch> {
        let set = dataset(part)
        let items = PhotoItems(set.photos, set.labels, pipeline ?? self.pipeline)
        return DataLoader(OneLook(items: items, seed: seed), batchSize: batchSize)
    }
}

/// Photos in their order, changed as in an epoch of training that has this seed.
private struct OneLook<Label: Collatable & Sendable>: EpochSource {
    let items: PhotoItems<Label>
    let seed: UInt64

    var count: Int { items.count }
    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> (Tensor, Label.Batch)? {
        items.epoch(places, seed: self.seed)
    }
}
