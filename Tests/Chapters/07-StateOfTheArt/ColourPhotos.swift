// Photos of three classes that a small net can tell apart within seconds.

import Chapter07
import Tensors
import Vision

/// Photos that are mostly red, green or blue, with some noise; every fourth is to be judged by.
func colourPhotos(_ count: Int, seed: UInt64 = 5) -> [LabelledPhoto] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
        let kind = number % 3
        let pixels = (0..<24 * 30 * 3).map { UInt8(($0 % 3 == kind ? 140 : 80) + Int(random.next() % 70)) }
        return LabelledPhoto(
            photo: Photo(height: 24, width: 30, pixels: pixels), label: ["red", "green", "blue"][kind],
            isValid: number % 4 == 3, name: "\(number)")
    }
}

/// These photos in batches, at any size.
func colourLoaders(
    _ size: Int, normalization: Normalization? = .imageNet, using random: inout SplitMix64
) throws -> PhotoLoaders<CategoryBlock> {
    let block = DataBlock<LabelledPhoto, CategoryBlock>(
        target: CategoryBlock(), items: { _ in [] }, splitter: .function(\.isValid), getX: \.photo, getY: \.label,
        item: Resize(Size2D(size)), batch: [Flip()])
    var changed = block
    changed.pipeline.normalization = normalization
    return try changed.loaders(of: colourPhotos(96), batchSize: 12, using: &random)
}

/// A learner of them with a tiny XResNet.
func colourLearner(
    _ size: Int, normalization: Normalization? = .imageNet, seed: UInt64 = 1
) throws -> VisionLearner<CategoryBlock> {
    var random = SplitMix64(seed: seed)
    let data = try colourLoaders(size, normalization: normalization, using: &random)
    return VisionLearner(
        data, body: tinyPlan.body(using: &random), head: HeadPlan(hidden: [], dropout: 0, poolsMaximum: false),
        metrics: [.accuracy], using: &random)
}

let tinyPlan = XResNetPlan(stem: [4, 4, 8], blocks: [1, 1])
