// Questions 5.16 to 5.23: learning rates, fine-tuning, epochs, deeper nets, half precision.

import Chapter05
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training
import Vision

extension `5 Questionnaire` {
    /// 5.16 · Which two rules of thumb choose a learning rate from the finder's curve?
    ///
    /// One order of magnitude below the minimum: a tenth of the rate at which the loss was lowest. Or the last point at
    /// which the loss clearly fell, in numbers the rate where it falls fastest over the logarithm of the rate. At the
    /// minimum itself the rate is too high already: some of its steps do damage.
    ///
    /// - Shown by: `suggestedRates` in Chapters/05-ImageClassification/06c-TwoSuggestions.swift
    /// - Shown by: `searchOfTheLearner` in Chapters/05-ImageClassification/06c-TwoSuggestions.swift
    @Test func `5.16 a tenth of the minimum's rate, or where the loss falls fastest`() {
        // A plain to 1e-3, a steep fall to 1e-2, a slow one to 1e-1, and an explosion.
        let rates = searchedRates(from: 1e-6, to: 10, steps: 70)
        func loss(_ x: Double) -> Double {
            if x < -3 { return 3 }
            if x < -2 { return 3 - 1.5 * (x + 3) }
            if x < -1 { return 1.5 - 0.5 * (x + 2) }
            return 1 + 9 * (x + 1)
        }
        let losses = rates.map { Float(loss(log10(Double($0)))) }
        let found = suggestedRates(rates, losses)
        #expect(abs(found.minimum / 1e-2 - 1) < 0.02)  // the minimum is at 1e-1
        #expect(found.steepest > 0.9e-3 && found.steepest < 1e-2)
        let engines = LearningRateCurve(rates: rates, losses: losses)
        #expect(found.minimum == engines.minimum && found.steepest == engines.steepest)
    }

    /// 5.17 · Which two steps does `fine_tune` perform?
    ///
    /// First it trains the new head, for one epoch (or `freeze_epochs`), with the whole body frozen. Then it unfreezes
    /// everything, and trains all layers for the epochs that were asked for: at half of the rate, and the early layers
    /// at a hundredth of that.
    ///
    /// - Shown by: `fineTuneByHand` in Chapters/05-ImageClassification/06f-FineTuneByHand.swift
    /// - Shown by: `sameAsByHand` in Chapters/05-ImageClassification/06f-FineTuneByHand.swift
    @Test func `5.17 the head alone for an epoch, then everything for the epochs asked for`() throws {
        let learner = try colourLearner()
        let watcher = BodyWatcher(learner.net.body)
        learner.learner.callbacks.append(watcher)
        try EpochReporting.silently { try learner.fineTune(3, rate: 1e-2) }
        // One fit in which no weight of the body's convolutions moves, and one of three epochs in which they all do.
        #expect(watcher.epochs == [1, 3] && watcher.moved == [false, true])
        #expect(learner.firstLearningGroup == 0)

        // By hand it is the same to the last bit.
        let other = try colourLearner()
        try EpochReporting.silently { try fineTuneByHand(other, epochs: 3, rate: 1e-2) }
        let (a, b) = (learner.net.stateDictionary, other.net.stateDictionary)
        #expect(a.keys.allSatisfy { a[$0]!.scalars == b[$0]!.scalars })
    }

    /// 5.18 · How do you see the source of a method in a Jupyter notebook?
    ///
    /// With two question marks behind its name: `learn.fine_tune??`. (One question mark shows its documentation.) In
    /// Swift the editor's "jump to definition" does it; here, what `fineTune` does is a few lines in a file.
    ///
    /// - Shown by: `fineTune` in Sources/Engine/Training/GroupLearner.swift
    @Test func `5.18 the source of fineTune is there to be read, and names its two steps`() throws {
        let source = try projectText("Sources/Engine/Training/GroupLearner.swift")
        let start = try #require(source.range(of: "public func fineTune("))
        let body = source[start.lowerBound...].prefix(1200)
        let steps = ["freeze()", "fitOneCycle(frozenEpochs", "unfreeze()", "fitOneCycle(epochs"]
        let places = steps.compactMap { body.range(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted())
    }

    /// 5.19 · What are discriminative learning rates?
    ///
    /// Different learning rates for different layers: low ones for the early layers, whose features are of use for any
    /// photo and have been learned from a million of them, higher ones for later layers, the highest for the new head.
    ///
    /// - Shown by: `sliceAgainstOneRate` in Chapters/05-ImageClassification/06h-RatesForGroups.swift
    /// - Shown by: `LearningRates` in Sources/Engine/Training/LearningRates.swift
    @Test func `5.19 with plain descent, each group moves as far as its own rate says`() {
        let parts = (0..<3).map { _ in Parameter(Tensor([1])) }
        let rates = LearningRates.slice(0.01, 1).rates(3)
        let groups = zip(parts, rates).map { ParameterGroup([$0], learningRate: $1) }
        for part in parts { part.grad = Tensor([1]) }
        SGD(groups: groups, learningRate: 5).step()
        expectClose(Tensor(parts.map { 1 - $0.value.item }), Tensor([0.01, 0.1, 1]))
    }

    /// 5.20 · How is a slice understood that is passed as a learning rate?
    ///
    /// The first number is the rate of the earliest group of layers, the second that of the last one. The groups
    /// between have rates between, evenly by factors: `slice(1e-6, 1e-4)` for three groups is 1e-6, 1e-5 and 1e-4. (A
    /// slice of a single number gives it to the last group, and a tenth of it to all others.)
    ///
    /// - Shown by: `evenlyMultiplied` in Chapters/05-ImageClassification/06h-RatesForGroups.swift
    /// - Shown by: `slices` in Chapters/05-ImageClassification/06h-RatesForGroups.swift
    @Test func `5.20 the first group's rate, the last group's, and equal factors between`() {
        let three = evenlyMultiplied(1e-6, 1e-4, count: 3)
        for (rate, expected) in zip(three, [1e-6, 1e-5, 1e-4]) { #expect(abs(rate / expected - 1) < 1e-9) }
        let five = evenlyMultiplied(1e-4, 1, count: 5)
        let factors = zip(five.dropFirst(), five).map { $0 / $1 }
        #expect(factors.allSatisfy { abs($0 - 10) < 1e-9 } && abs(five[0] - 1e-4) < 1e-12 && abs(five[4] - 1) < 1e-9)
        #expect(evenlyMultiplied(1e-6, 1e-4, count: 1) == [1e-4])
        for (a, b) in zip(LearningRates.slice(1e-6, 1e-4).rates(4), evenlyMultiplied(1e-6, 1e-4, count: 4)) {
            #expect(abs(Double(a) / b - 1) < 1e-5)
        }
        #expect(LearningRates.slice(2e-3).rates(3).last == 2e-3)
    }

    /// 5.21 · Why is early stopping a poor choice with one-cycle training?
    ///
    /// In the middle of a cycle the rate is high. The epochs there have not had the low rates of the end, in which a
    /// net settles and becomes its best. So the best epoch in the middle is worse than a cycle that ends there would
    /// be. Take the number of epochs from it, and train again from scratch with that many.
    ///
    /// - Shown by: `earlyStopping` in Chapters/05-ImageClassification/06k-HowManyEpochs.swift
    /// - Shown by: `noisyValley` in Chapters/05-ImageClassification/06k-HowManyEpochs.swift
    @Test func `5.21 a cycle that ends at the best epoch has low rates there, a longer one has not`() {
        // 20 epochs, and the best of the middle is the one that ends at 10.
        let whole = Schedule.oneCycle(1e-2), peak: Float = 1e-2
        #expect(whole(10.0 / 20) > peak / 2)
        #expect(whole(0.999) < peak / 1000)
        // A walk down ½ w² whose slope is noisy: what is left of the error is larger where steps are longer.
        func error(after count: Int, of planned: Int, seed: UInt64) -> Float {
            var (w, random) = (Float(3), SplitMix64(seed: seed))
            let cycle = Schedule.oneCycle(0.9)
            for step in 0..<count {
                let slope = w + Float(random.uniform() - 0.5) * 4
                w -= cycle(Double(step) / Double(planned)) * slope
            }
            return w * w
        }
        let stopped = (0..<200).map { error(after: 100, of: 200, seed: $0) }.reduce(0, +) / 200
        let ended = (0..<200).map { error(after: 100, of: 100, seed: $0) }.reduce(0, +) / 200
        #expect(ended < stopped / 3)
    }

    /// 5.22 · What is the difference between `resnet50` and `resnet101`?
    ///
    /// The number of layers with weights, 50 and 101: the third group has 6 blocks in the one and 23 in the other. So
    /// the second has more parameters, needs more memory and time, and can fit more. Both are published with weights
    /// that were trained on ImageNet.
    ///
    /// - Shown by: `fiveDepths` in Chapters/05-ImageClassification/06l-DeeperNets.swift
    /// - Shown by: `ResNet` in Sources/Engine/Layers/ResNet.swift
    @Test func `5.22 fifty layers against 101, and the difference is in one group`() {
        let (small, large) = (ResNet.Plan.resNet50, ResNet.Plan.resNet101)
        #expect(small.depth == 50 && large.depth == 101)
        #expect(small.blocks == [3, 4, 6, 3] && large.blocks == [3, 4, 23, 3])
        #expect(small.hasBottlenecks && large.hasBottlenecks)
    }

    /// 5.23 · What does `to_fp16` do?
    ///
    /// It switches a learner to mixed precision: where it can, the net computes with numbers of 16 bits, which take
    /// half of the memory and are faster on cards that are made for it. Weights are kept in 32 bits (as masters), and
    /// the loss is scaled before the backward pass, so that small gradients do not become 0.
    ///
    /// - Shown by: `lostSteps` in Chapters/05-ImageClassification/06m-HalfPrecision.swift
    /// - Shown by: `fourWaysToTrain` in Chapters/05-ImageClassification/06n-MixedPrecision.swift
    @Test func `5.23 sixteen bits where possible, master weights for small steps, a scale for small gradients`() {
        // A small step is lost on a half, and not on a master weight.
        #expect(half(1 + 0.0001) == 1 && Float(1) + 0.0001 > 1)
        var (inHalves, master) = (Float(1), Float(1))
        for _ in 0..<100 {
            inHalves = half(inHalves + 0.0001)
            master += 0.0001
        }
        #expect(inHalves == 1 && half(master) > 1.009)
        // A small gradient is lost, unless it is scaled before and divided after.
        #expect(half(1e-8) == 0 && abs(half(1e-8 * 1024) / 1024 / 1e-8 - 1) < 0.01)
        #expect(half(65_520) == .infinity && half(1 / 3) != 1 / 3 && abs(half(1 / 3) - 1 / 3) < 2e-4)
    }
}

/// Notes of every fit how many epochs it had, and whether the body's weights moved.
private final class BodyWatcher: Callback {
    var epochs: [Int] = [], moved: [Bool] = []
    private let body: Sequential
    private var before: [Float] = []

    init(_ body: Sequential) { self.body = body }

    private var weights: [Float] { body.parameters.filter { $0.shape.count > 1 }.flatMap(\.value.scalars) }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { before = weights }
    }
    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { epochs.append(learner.epochs); moved.append(weights != before) }
    }
}
