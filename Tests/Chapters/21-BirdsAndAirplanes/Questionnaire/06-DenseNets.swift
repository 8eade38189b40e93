// Questions 21.6 to 21.10: one loss for two, and what dense nets cost on pictures.

import Chapter21
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `21 Questionnaire` {
    /// 21.6 · What is the same as `LogSoftmax` with `NLLLoss` behind it?
    ///
    /// `CrossEntropyLoss` of the raw scores (logits), here `crossEntropy`. Leave the last layer out, and losses and
    /// gradients are the same numbers. Only what comes out of the net is then no probability: for that, softmax has to
    /// be put behind it. The label with the largest output is the same.
    ///
    /// - Shown by: `sameNumbers` in Chapters/21-BirdsAndAirplanes/10g-TheDeepNet.swift
    /// - Shown by: `crossEntropy` in Sources/Engine/Training/CrossEntropy.swift
    @Test func `21.6 cross-entropy of the scores, with the same losses, gradients and labels`() {
        var random = SplitMix64(seed: 216)
        let scores = Tensor.randn(6, 2, using: &random) * 5
        let labels = IntTensor([0, 1, 1, 0, 0, 1])
        let (a, b) = (scores.requiringGrad(), scores.requiringGrad())
        let (two, one) = (nllLoss(LogSoftmax(axis: 1)(a), labels), crossEntropy(b, labels))
        two.backward()
        one.backward()
        #expect(abs(two.item - one.item) < 1e-6)
        expectClose(a.grad!, b.grad!)
        #expect(scores.argmax(axis: 1) == scores.logSoftmax(axis: 1).argmax(axis: 1))
        let sums = scores.sum(axis: 1)
        #expect(!(sums - 1).abs().scalars.contains { $0 < 1e-3 })  // scores are no probabilities
        expectClose(scores.softmax(axis: 1).sum(axis: 1), .ones(6))
    }

    /// 21.7 · How many parameters do both nets have, 3072-512-2 and 3072-1024-512-128-2?
    ///
    /// 1,574,402 and 3,737,474. A linear layer has inputs · outputs weights and a bias for each output: 1,572,864 + 512
    /// + 1,024 + 2 for the first net, and 3,145,728 + 1,024 + 524,288 + 512 + 65,536 + 128 + 256 + 2 for the second.
    /// Nearly all are in the first layer. (The first net has 42 % of the second's, where the book says about half.)
    ///
    /// - Shown by: `parametersOfBothNets` in Chapters/21-BirdsAndAirplanes/10i-CountingParameters.swift
    @Test func `21.7 1,574,402 and 3,737,474`() {
        var random = SplitMix64(seed: 217)
        let (shallow, deep) = (shallowNet(using: &random), deepNet(using: &random))
        #expect(shallow.parameters.map(\.count) == [1_572_864, 512, 1024, 2])
        #expect(deep.parameters.map(\.count) == [3_145_728, 1024, 524_288, 512, 65_536, 128, 256, 2])
        #expect(shallow.parameterCount == 1_574_402 && deep.parameterCount == 3_737_474)
        #expect(deep.parameters[0].shape == [1024, 3072] && deep.parameters[1].shape == [1024])
        let share = Double(shallow.parameterCount) / Double(deep.parameterCount)
        #expect(abs(share - 0.42) < 0.005)
    }

    /// 21.8 · What would a dense layer of 1,024 features need for a picture of 1,024 × 1,024 pixels in colour?
    ///
    /// 3 · 1,024 · 1,024 = 3,145,728 inputs, so 3,145,728 · 1,024 + 1,024 = 3,221,226,496 numbers, at four bytes each
    /// about 12 GB. That is the first layer alone, and without the gradients, which need as much again.
    ///
    /// - Shown by: `aLargePicture` in Chapters/21-BirdsAndAirplanes/10i-CountingParameters.swift
    @Test func `21.8 more than three billion numbers, 12 GB`() {
        #expect(linearParameters(3 * 1024 * 1024, 1024) == 3_221_226_496)
        let bytes = bytesOfLayer(side: 1024, features: 1024)
        #expect(bytes == 4 * 3_221_226_496 && (Double(bytes) / Double(1 << 30)).rounded() == 12)
        // Twice the side is four times the memory, as far as biases do not count.
        let half = bytesOfLayer(side: 512, features: 1024)
        #expect(abs(Double(bytes) / Double(half) - 4) < 1e-3)
    }

    /// 21.9 · Which pixels are elements 176 and 208 of a flat picture?
    ///
    /// Both in the first channel, red: row 5, column 16, and row 6, column 16, since 176 = 5 · 32 + 16 and 208 = 6 · 32
    /// + 16. One is right below the other. The net is not told: to it, they are two of 3,072 numbers.
    ///
    /// - Shown by: `whichPixelIsIt` in Chapters/21-BirdsAndAirplanes/06-FlatPictures.swift
    /// - Shown by: `scrambledPictures` in Chapters/21-BirdsAndAirplanes/06b-TheShallowNet.swift
    @Test func `21.9 row 5 and row 6 of column 16, in red`() {
        #expect(elementNumber(channel: 0, row: 5, column: 16) == 176)
        #expect(elementNumber(channel: 0, row: 6, column: 16) == 208)
        let picture = Tensor.arange(3 * 32 * 32).reshaped(3, 32, 32)
        #expect(picture[0, 5, 16].item == 176 && picture[0, 6, 16].item == 208)
        #expect(picture.flattened().strides == [1])
        // The net is not told which elements are neighbours: with its weights in the new order, it is the same net.
        var random = SplitMix64(seed: 219)
        let (net, other) = (shallowNet(features: 4, using: &random), shallowNet(features: 4, using: &random))
        let order = random.permutation(3072)
        for (new, old) in zip(other.parameters, net.parameters) { new.assign(old.value) }
        other.parameters[0].assign(net.parameters[0].value.entries(order, axis: 1))
        let x = Tensor.randn(2, 3072, using: &random)
        expectClose(other(x.entries(order, axis: 1)).detached(), net(x).detached(), absolute: 1e-5)
    }

    /// 21.10 · The deep net gets 0.998 of the pictures right that it has learned from, and 0.802 of the others. Why is
    /// that bad?
    ///
    /// Because it has learned its pictures by heart. 0.998 says how much it can keep, and nothing of what it can do: a
    /// net with hundreds of parameters for each picture can keep labels that were tossed. What counts is the 0.802, on
    /// pictures that it has not seen, and the gap between both is overfitting. More features make the gap wider, not
    /// narrower.
    ///
    /// - Shown by: `learnedByHeart` in Chapters/21-BirdsAndAirplanes/10h-Memorizing.swift
    /// - Shown by: `narrowerNets` in Chapters/21-BirdsAndAirplanes/10j-AnotherLoss.swift
    /// - Shown by: `evenNonsenseCanBeLearned` in Chapters/21-BirdsAndAirplanes/10h-Memorizing.swift
    @Test func `21.10 even tossed labels can be learned by heart, and then nothing is known`() {
        var random = SplitMix64(seed: 2110)
        func tossed(_ count: Int) -> FlatPictures {
            let x = Tensor.randn(count, 80, using: &random)
            return FlatPictures(x, IntTensor((0..<count).map { _ in Int(random.next() % 2) }))
        }
        let (learned, others) = (tossed(60), tossed(1000))
        let net = shallowNet(inputs: 80, features: 32, using: &random)
        let curve = train(
            net, on: learned, checkedWith: others, epochs: 200, rate: 0.5, checksTraining: true, using: &random,
            loss: crossEntropy)
        #expect(curve.trainAccuracies.last! == 1)
        #expect((0.42...0.58).contains(curve.validAccuracies.last!))
        #expect(net.parameterCount > 40 * learned.count)
    }
}
