// What the tests of this chapter share: a small trained net, and folders of small photos.

import Figures
import Foundation
import Tensors
import Training
import Vision

@testable import Chapter02

/// A photo of one colour with some noise.
func colourPhoto(_ kind: Int, _ number: Int) -> Photo {
    var random = SplitMix64(seed: UInt64(100 * kind + number))
    return Photo(
        height: 24, width: 24,
        pixels: (0..<24 * 24 * 3).map { UInt8(($0 % 3 == kind ? 150 : 70) + Int(random.next() % 60)) })
}

/// A learner of three colours that has learned for two epochs, with augmentations and a head that drops numbers.
func colourLearner() throws -> VisionLearner<CategoryBlock> {
    var random = SplitMix64(seed: 1)
    let block = DataBlock<Int, CategoryBlock>(
        target: CategoryBlock(), items: { _ in [] }, splitter: .random(share: 0.25, seed: 42),
        getX: { colourPhoto($0 % 3, $0) }, getY: { ["black", "grizzly", "teddy"][$0 % 3] },
        item: RandomResizedCrop(16, minScale: 0.5), batch: augmentations())
    let data = try block.loaders(of: Array(0..<36), batchSize: 9, using: &random)
    let learner = VisionLearner(
        data, body: smallBody(width: 4, using: &random), head: HeadPlan(hidden: []), metrics: [.errorRate],
        using: &random)
    try EpochReporting.silently { try learner.fit(2, 1e-2) }
    return learner
}

/// Writes PNG files into folders that are called like kinds: four in each.
func writeColours(to folder: URL, each: Int = 4) throws {
    for (kind, name) in ["black", "grizzly", "teddy"].enumerated() {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for number in 0..<each {
            try colourPhoto(kind, number).raster.writePNG(to: place.appending(path: "\(number).png"))
        }
    }
}

/// The three answers as bits, for comparing programs.
func bitsOfAnswers(_ model: PhotoModel<CategoryBlock>) throws -> String {
    try (0..<6).map { number in
        let answers = try ThreeAnswers(model, colourPhoto(number % 3, 50 + number))
        return "\(answers.category) \(answers.index) \(answers.probabilities.map(\.bitPattern))"
    }.joined(separator: "\n")
}
