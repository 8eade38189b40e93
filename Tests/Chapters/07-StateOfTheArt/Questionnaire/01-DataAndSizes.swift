// Questions 7.1 to 7.5: small data sets, normalization, progressive resizing.

import Chapter07
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training
import Vision

extension `7 Questionnaire` {
    /// 7.1 · What is the difference between ImageNet and Imagenette, and on which of them should one experiment, when?
    ///
    /// ImageNet has 1.3 million photos of a thousand classes, and a training on it takes days. Imagenette has 13,394
    /// photos of ten of these classes, chosen because they differ very much. Ideas are tried on the small one, where a
    /// trial takes minutes and many can be made, as long as what is better there tends to be better on the whole;
    /// ImageNet is for the few that have proved themselves, and for what the small set cannot show, such as telling
    /// classes apart that are very much alike.
    ///
    /// - Shown by: `fourDataSets` in Chapters/07-StateOfTheArt/01-TenClasses.swift
    /// - Shown by: `threeIdeasOnThreeSets` in Chapters/07-StateOfTheArt/01f-TrialsInMinutes.swift
    @Test func `7.1 a few classes that differ, on which ideas keep their order`() {
        // From six classes on a line, three are chosen that are far from one another, and not neighbours.
        let line = distances(Tensor(shape: [6, 1], [0, 0.1, 5, 5.2, 9.9, 10]))
        let three = mostDifferent(3, line)
        #expect(three == [0, 3, 5] || three == [0, 2, 5])
        #expect(mostAlike(2, line) == [0, 1] || mostAlike(2, line) == [4, 5])
        // A trial on them is of use if it orders ideas like the whole; one pair of three is ordered otherwise here.
        let whole = [0.5, 0.7, 0.6]
        #expect(agreement(whole, [0.8, 0.95, 0.9]) == 1)
        #expect(agreement(whole, [0.8, 0.95, 0.7]) == 2.0 / 3)
        #expect(agreement(whole, [0.9, 0.7, 0.8]) == 0)
        #expect(agreement(whole, [0.9, 0.9, 0.9]) == 0)
    }

    /// 7.2 · What is normalization?
    ///
    /// To shift and to scale the inputs, so that they have a mean of 0 and a standard deviation of 1. Of photos each
    /// channel is treated for itself: its mean is subtracted from all its pixels, and the difference is divided by its
    /// deviation. The two numbers of each channel are chosen once, from one batch or from ImageNet, and are the same
    /// for every photo after that.
    ///
    /// - Shown by: `channelStatistics` in Chapters/07-StateOfTheArt/02-MeanAndDeviation.swift
    /// - Shown by: `normalized` in Chapters/07-StateOfTheArt/02-MeanAndDeviation.swift
    @Test func `7.2 to mean 0 and deviation 1, channel by channel`() {
        var random = SplitMix64(seed: 72)
        let scale = Tensor(shape: [3, 1, 1], [0.1, 0.5, 2]), shift = Tensor(shape: [3, 1, 1], [3, -1, 0.2])
        let x = Tensor.rand(8, 3, 10, 12, using: &random) * scale + shift
        let (mean, deviation) = channelStatistics(x)
        #expect(mean.shape == [3] && deviation.shape == [3])
        let y = normalized(x, mean: mean, deviation: deviation)
        // Of each channel, not only of all of them together; and not of each photo.
        let after = channelStatistics(y)
        expectClose(after.mean, .zeros(3), absolute: 1e-4)
        expectClose(after.deviation, .ones(3), absolute: 1e-4)
        #expect(y.mean(axes: 2, 3).abs().max().item > 0.01)
        // Other photos are treated with the same numbers: a brighter one stays brighter.
        let brighter = normalized(x + 1, mean: mean, deviation: deviation)
        #expect((brighter - y).min().item > 0.4)
        expectClose(Normalization(of: x)(x), y, absolute: 1e-4)
    }

    /// 7.3 · Why was normalization nothing to care about as long as nets were pretrained?
    ///
    /// Because the library did it: `cnn_learner`, when it is given a pretrained net, adds the normalization with the
    /// statistics that the net was trained with. It does not for a net from scratch. The pretrained net only knows
    /// photos with those statistics, so it matters there most of all.
    ///
    /// - Shown by: `wrongForOthers` in Chapters/07-StateOfTheArt/02f-OthersNets.swift
    /// - Shown by: `inOneFile` in Chapters/07-StateOfTheArt/02e-StatisticsTravel.swift
    @Test func `7.3 a data block normalizes by itself, and the model keeps the statistics`() throws {
        let block = DataBlock<LabelledPhoto, CategoryBlock>(
            target: CategoryBlock(), items: { _ in [] }, splitter: .function(\.isValid), getX: \.photo, getY: \.label)
        #expect(block.pipeline.normalization == .imageNet)
        let learner = try colourLearner(16)
        try EpochReporting.silently { try learner.fitOneCycle(6, 2e-2) }
        try withFolder { folder in
            let file = folder.appending(path: "model")
            try learner.export(to: file)
            let model = try PhotoModel<CategoryBlock>(file, architectures: [Architecture(tinyPlan)])
            #expect(model.pipeline.normalization == .imageNet)
            let photos = learner.data.datasets.valid.photos, labels = learner.data.datasets.valid.values
            let answers = try model.predict(photos)
            #expect(zip(answers, labels).count { $0.text == $1 } == photos.count)
            // The same net without the statistics gives other probabilities.
            let x = try model.pipeline.batch(photos)
            let (right, wrong) = noGrad {
                (model.net(x).softmax(axis: 1), model.net(Normalization.imageNet.undone(x)).softmax(axis: 1))
            }
            #expect((right - wrong).abs().max().item > 0.1)
        }
    }

    /// 7.4 · What is progressive resizing?
    ///
    /// To train on small images first, and on larger and larger ones as training goes on. The first epochs are quick,
    /// and the last ones have the details; that the net sees two sizes is a kind of data augmentation besides. It takes
    /// a net that accepts any size, and after each change of size a time to get used to it, as in transfer learning.
    ///
    /// - Shown by: `progressivelyTrained` in Chapters/07-StateOfTheArt/03-ProgressiveResizing.swift
    /// - Shown by: `whatEachLayerMakes` in Chapters/07-StateOfTheArt/01c-AnySize.swift
    @Test func `7.4 small images first, then larger ones, with the same weights`() throws {
        let learner = try colourLearner(12)
        try EpochReporting.silently { try learner.fitOneCycle(1, 1e-2) }
        let before = learner.net.stateDictionary
        var random = SplitMix64(seed: 2)
        learner.data = try colourLoaders(24, using: &random)
        let after = learner.net.stateDictionary
        #expect(before.keys.allSatisfy { before[$0]!.scalars == after[$0]!.scalars })
        #expect(try learner.data.oneBatch().0.shape == [12, 3, 24, 24])
        try EpochReporting.silently { try learner.fitOneCycle(1, 1e-2) }
        #expect(learner.learner.recorder.rows.count == 2)
        // A smaller photo costs less: with half the sides a quarter, but for the border.
        var layers = SplitMix64(seed: 1)
        let net = tinyPlan.body(using: &layers).layers
        let share = Double(multiplications(of: net, size: 32)) / Double(multiplications(of: net, size: 64))
        #expect(abs(share - 0.25) < 0.03)
        #expect(resizingSteps(from: 64, to: 160, epochs: 5, multiple: 32) == [64, 64, 96, 128, 160])
    }

    /// 7.5 · Use progressive resizing in a project of your own. Did it help?
    ///
    /// That can be answered only by a comparison: on the same validation photos, from several seeds, and with as
    /// much work for the training without it. The chapter makes it with the photos of the run, and says what came out.
    /// It is unfair to give the second phase its time for nothing, and wrong to draw a new validation set for it, most
    /// of which was learned from.
    ///
    /// - Shown by: `comparedFairly` in Chapters/07-StateOfTheArt/03d-EqualWork.swift
    /// - Shown by: `whatALeakIsWorth` in Chapters/07-StateOfTheArt/03e-ALeak.swift
    @Test func `7.5 compared at equal work, on photos that neither phase has learned from`() throws {
        // Four epochs of half the size cost one of the whole; so two phases of 4 and 2 compare with 3 epochs.
        let both = try colourLearner(12)
        try EpochReporting.silently { try both.fitOneCycle(4, 1e-2) }
        let judged = both.data.datasets.valid.names
        var random = SplitMix64(seed: 2)
        both.data = try colourLoaders(24, using: &random)
        #expect(both.data.datasets.valid.names == judged)
        try EpochReporting.silently { try both.fitOneCycle(2, 1e-2) }
        let direct = try colourLearner(24)
        try EpochReporting.silently { try direct.fitOneCycle(3, 1e-2) }
        // Colours are easy: both ways lead there.
        #expect(both.learner.recorder["accuracy"].last! > 0.9 && direct.learner.recorder["accuracy"].last! > 0.9)
        // With random splits, four fifths of the second validation set were learned from; with one seed, none.
        #expect(abs(try shareSeenBefore(of: 10_000, oldSeed: 3, newSeed: 4) - 0.8) < 0.03)
        #expect(try shareSeenBefore(of: 10_000, oldSeed: 3, newSeed: 3) == 0)
    }
}
