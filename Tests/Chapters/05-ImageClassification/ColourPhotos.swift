// A learner for tests: photos of three colours, and a net of two convolutions that calls itself pretrained.

import Layers
import Tensors
import Training
import Vision

/// Photos whose colour is their class, with some noise.
func colourLearner(seed: UInt64 = 1) throws -> VisionLearner<CategoryBlock> {
    var random = SplitMix64(seed: seed)
    let photos = (0..<36).map { number in
        Photo(
            height: 16, width: 16,
            pixels: (0..<768).map { UInt8(($0 % 3 == number % 3 ? 150 : 70) + Int(random.next() % 60)) })
    }
    let block = DataBlock<Int, CategoryBlock>(
        target: CategoryBlock(), items: { _ in [] }, splitter: .random(share: 0.25, seed: 42), getX: { photos[$0] },
        getY: { ["blue", "green", "red"][$0 % 3] })
    let data = try block.loaders(of: Array(photos.indices), batchSize: 9, using: &random)
    let layers = Sequential(
        Conv2d(3, 6, kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
        BatchNorm2d(6, activation: .relu), Conv2d(6, 8, kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
        BatchNorm2d(8, activation: .relu))
    return VisionLearner(
        data, body: Body(layers, name: "two", splitAt: [2], isPretrained: true), head: HeadPlan(hidden: []),
        metrics: [.errorRate], using: &random)
}
