// Questions 6.15 to 6.17: ranges, losses for numbers, and points that move.

import Chapter06
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training
import Vision

extension `6 Questionnaire` {
    /// 6.15 · How is `y_range` implemented? Try it and test it without looking.
    ///
    /// As a last layer that brings any number into the range: a sigmoid gives a share between 0 and 1, which is
    /// stretched to the width of the range and shifted to where it begins: sigmoid(x) · (high - low) + low. The book
    /// calls it `sigmoid_range`. The bounds themselves are never reached, and near them nearly nothing is learned; so a
    /// range is made a little wider than what it has to reach.
    ///
    /// - Shown by: `sigmoidRange` in Chapters/06-OtherVisionProblems/04h-SigmoidRange.swift
    /// - Shown by: `wayToTheBorder` in Chapters/06-OtherVisionProblems/04i-AtTheBorder.swift
    @Test func `6.15 a sigmoid, stretched to the range and shifted to where it begins`() {
        let x = Tensor([-30, -2, 0, 1, 30])
        for (low, high) in [(-1, 1), (0, 5.5), (3, 4)] as [(Float, Float)] {
            let y = sigmoidRange(x, low, high).scalars
            let byHand = x.scalars.map { low + (high - low) / (1 + exp(-$0)) }
            #expect(zip(y, byHand).allSatisfy { abs($0 - $1) < 1e-5 })
            #expect(y == y.sorted() && y[2] == (low + high) / 2)
            #expect(RangedSigmoid(low...high)(x).scalars == y)
        }
        // It is the head's last layer, and keeps all outputs within the range, whatever comes in.
        var random = SplitMix64(seed: 1)
        let head = HeadPlan(dropout: 0, range: -1...1).layers(8, outputs: 2, using: &random)
        #expect(head.layers.last is RangedSigmoid)
        let outputs = head(100 * Tensor.randn(16, 8, 2, 2, using: &random))
        #expect(outputs.abs().max().item <= 1)
        let free = HeadPlan(dropout: 0).layers(8, outputs: 2, using: &random)
        #expect(!(free.layers.last is RangedSigmoid))
    }

    /// 6.16 · What is a regression problem? Which loss does one take for it?
    ///
    /// One whose target is a quantity, one number or several, that may take any value in between, and not a class: a
    /// place, a price, an age. The usual loss is the mean squared error; the absolute error is another, which minds
    /// wild labels less, since its best answer is the median and not the mean. Outputs and targets need equal shapes,
    /// or every output is compared with every target.
    ///
    /// - Shown by: `flattenedMSE` in Chapters/06-OtherVisionProblems/04k-ASilentBroadcast.swift
    /// - Shown by: `meanOrMedian` in Chapters/06-OtherVisionProblems/05c-MeanOrMedian.swift
    @Test func `6.16 its target is a quantity, and its usual loss the mean squared error`() {
        // What blocks for quantities take, and what the block for classes does not.
        let scores = Tensor([[0.5, -0.5], [0.25, 1]]), targets = Tensor([[[0, 0]], [[0.25, 0]]])
        let byHand: Float = (0.25 + 0.25 + 0 + 1) / 4
        #expect(PointBlock().loss(scores, targets).item == byHand && flattenedMSE(scores, targets).item == byHand)
        #expect(RegressionBlock(2).loss(scores, targets.flattened(from: 1)).item == byHand)
        #expect(CategoryBlock(Vocabulary(["a", "b"])).loss(scores, IntTensor([0, 0])).item != byHand)
        // All pairs are another number.
        #expect(broadcastMSE(scores, targets).item != byHand && (scores - targets).shape == [2, 2, 2])
        // It is smallest for the mean of what is possible; the absolute error for the median.
        let labels = Tensor([0, 0, 0, 0, 5])
        func best(_ loss: (Tensor) -> Tensor) -> Float {
            (0...50).map { Float($0) / 10 }.min { loss(labels - $0).item < loss(labels - $1).item }!
        }
        #expect(best { $0.squared().mean() } == 1 && best { $0.abs().mean() } == 0)
    }

    /// 6.17 · What do you have to do so that the book's library applies the same augmentation to pictures and target
    /// points?
    ///
    /// Say that the targets are points: `PointBlock`. Then points go through the map that the pixels go through, with
    /// the same random numbers. Targets that are mere numbers stay where they are, and are wrong as soon as a picture
    /// is mirrored or turned.
    ///
    /// - Shown by: `paintedDot` in Chapters/06-OtherVisionProblems/04e-PointsThatMove.swift
    /// - Shown by: `labelsThatStay` in Chapters/06-OtherVisionProblems/04p-PointsLeftBehind.swift
    @Test func `6.17 declare the targets as points`() throws {
        // A white dot in a corner, and a mirror that is always used.
        var pixels = [UInt8](repeating: 0, count: 3 * 16 * 16)
        for channel in 0..<3 { pixels[3 * (4 * 16 + 12) + channel] = 255 }
        let photo = Photo(height: 16, width: 16, pixels: pixels)
        let label = KeyPoints([Point(12.5, 4.5)], in: 16)
        func firstBatch<Target: TargetBlock>(
            _ target: Target, _ value: Target.Value
        ) throws -> (Tensor, Target.Label.Batch) {
            let block = DataBlock<Int, Target>(
                target: target, items: { _ in [] }, splitter: .index([1]), getX: { _ in photo }, getY: { _ in value },
                batch: [Flip(p: 1)], normalization: nil)
            var random = SplitMix64(seed: 3)
            return try block.loaders(of: [0, 1], batchSize: 1, using: &random).oneBatch()
        }
        let (picture, moved) = try firstBatch(PointBlock(), label)
        let dot = try #require(brightest(picture[0]))
        #expect(abs(dot.x - 3.5) < 1e-3 && abs(dot.y - 4.5) < 1e-3)
        let expected = KeyPoints([dot], in: 16).scaled.scalars
        #expect(zip(moved.scalars, expected).allSatisfy { abs($0 - $1) < 1e-3 })
        // The same targets as numbers stay behind.
        let (_, stayed) = try firstBatch(RegressionBlock(2), label.scaled.scalars)
        #expect(stayed.scalars == label.scaled.scalars && abs(stayed.scalars[0] - expected[0]) > 1)
    }
}
