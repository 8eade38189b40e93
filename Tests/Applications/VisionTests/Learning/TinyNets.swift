// What the tests of learning look at: small nets, and photos that they can learn from in seconds.

import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

/// An item: its label, and a photo in memory.
struct Sample: Sendable, CustomStringConvertible {
    let label: String
    let photo: Photo
    let number: Int
    var description: String { "\(label)_\(number)" }
}

/// Photos of three classes that differ in colour, with some noise.
func samples(_ count: Int, seed: UInt64 = 5) -> [Sample] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
        let kind = number % 3
        let pixels = (0..<20 * 24 * 3).map { i -> UInt8 in
            UInt8((i % 3 == kind ? 150 : 70) + Int(random.next() % 60))
        }
        return Sample(
            label: ["green", "red", "Amber"][kind], photo: Photo(height: 20, width: 24, pixels: pixels),
            number: number)
    }
}

func block(_ target: CategoryBlock = CategoryBlock()) -> DataBlock<Sample, CategoryBlock> {
    DataBlock(
        target: target, items: { _ in samples(48) }, splitter: .random(share: 0.25, seed: 42), getX: { $0.photo },
        getY: { $0.label }, item: Resize(18), batch: [RandomCrop(16, minScale: 0.8), Flip()])
}

/// Two convolutions in two groups: [n, 3, h, w] → [n, 8, h / 4, w / 4].
func tinyBody(_ random: inout SplitMix64, isPretrained: Bool = true) -> Body {
    Body(
        Sequential(
            Conv2d(3, 6, kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
            BatchNorm2d(6, activation: .relu),
            Conv2d(6, 8, kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
            BatchNorm2d(8, activation: .relu)),
        name: "tiny", splitAt: [2], isPretrained: isPretrained)
}

let tiny = Architecture("tiny") { tinyBody(&$0, isPretrained: false) }

func tinyLearner(
    seed: UInt64 = 1, isPretrained: Bool = true, normsLearn: Bool = true
) throws -> VisionLearner<CategoryBlock> {
    var random = SplitMix64(seed: seed)
    let data = try block().loaders(of: samples(48), batchSize: 12, using: &random)
    return VisionLearner(
        data, body: tinyBody(&random, isPretrained: isPretrained), head: HeadPlan(hidden: [16], dropout: 0.2),
        metrics: [.errorRate], normsLearn: normsLearn, using: &random)
}

/// The numbers of a module by name.
func numbers(_ module: Module) -> [String: [Float]] { module.stateDictionary.mapValues(\.scalars) }

/// The names of what differs.
func changed(_ before: [String: [Float]], _ after: [String: [Float]]) -> [String] {
    after.keys.filter { before[$0] != after[$0] }.sorted()
}

/// Expects a number to be within `absolute` of what it should be.
func expectNear(
    _ found: Float, _ expected: Float, absolute: Float, sourceLocation: SourceLocation = #_sourceLocation
) {
    expectClose(
        [Double(found)], [Double(expected)], absolute: Double(absolute), relative: 0, sourceLocation: sourceLocation)
}
