// Questions 7.6 to 7.13: several looks, mixtures, and targets that are not quite one.
//
// To run one of them: `swift test --filter "Questionnaire./.7.9 "`

import Chapter07
import Foundation
import Tensors
import TestSupport
import Testing
import Training

extension `7 Questionnaire` {
    /// 7.6 · What is test-time augmentation, and how is it used in the book's library?
    ///
    /// A net predicts not once for each photo but several times, from variants of it that are changed as in training,
    /// and the predictions are combined: by their mean, or for each class by the largest number. What a single crop
    /// cuts off, another one may show. There it is `learn.tta()`, for the validation set or any other loader: four
    /// random variants, whose mean counts three quarters, and the plain prediction, which counts one; `use_max` takes
    /// the maximum. Here it is `learner.tta()` with the same defaults.
    ///
    /// - Shown by: `byHandAndByTTA` in Chapters/07-StateOfTheArt/04b-SeveralLooks.swift
    /// - Shown by: `whatSquaresCost` in Chapters/07-StateOfTheArt/04-CutOff.swift
    @Test func `7.6 a quarter of the plain look, and three quarters of the mean of the others`() {
        let looks = [Tensor([[0.8, 0.2]]), Tensor([[0.1, 0.9]]), Tensor([[0.3, 0.7]])]
        expectClose(voted(looks), Tensor([[0.35, 0.65]]))
        expectClose(voted(looks, beta: 1), looks[0])
        expectClose(strongest(looks), Tensor([[0.8, 0.9]]))
        #expect(voted([looks[0]]).scalars == looks[0].scalars)
        // Alone, the plain look says class 0; together they say class 1.
        #expect(looks[0].argmax(axis: 1).scalars == [0] && voted(looks).argmax(axis: 1).scalars == [1])
    }

    /// 7.7 · Is predicting with test-time augmentation slower or faster than without, and why?
    ///
    /// Slower, by the number of looks: every variant has to be made and has to go through the net. With the default of
    /// four variants and the plain photo that is five times the work. Training does not change at all.
    ///
    /// - Shown by: `whatLooksCost` in Chapters/07-StateOfTheArt/04c-WhatItBrings.swift
    @Test func `7.7 four varied looks and the plain one are five times the work`() throws {
        let (plain, five) = (try looksOfTTA(n: 0), try looksOfTTA(n: 4))
        #expect(plain == 6 && five == 5 * plain)
    }

    /// 7.8 · What is Mixup, and how is it used in the book's library?
    ///
    /// Training on mixtures. Each photo of a batch is mixed with another one by a random share, pixel by pixel, and the
    /// target is mixed by the same share: 0.3 of a church and 0.7 of a gas station should be answered by 30 % and 70 %.
    /// In the library it is a callback, given as `cbs=MixUp()` when the learner is made. It mixes each batch of
    /// training with itself in another order, with shares from Beta(0.4, 0.4) of which the larger part is taken, and in
    /// place of mixing one-hot targets it mixes the two losses, which is the same. In validation it does nothing. Here
    /// it is `callbacks: [Mixup(using: &random)]`.
    ///
    /// - Shown by: `churchAndGasStation` in Chapters/07-StateOfTheArt/05-MixedPhotos.swift
    /// - Shown by: `SimpleMixup` in Chapters/07-StateOfTheArt/05d-ACallbackThatMixes.swift
    @Test func `7.8 photos and targets are mixed by the same share`() {
        let rows = Tensor.eye(10)
        let mixed = mixture(
            Example(photo: .full(10, [3, 2, 2]), target: rows[2]),
            Example(photo: .full(20, [3, 2, 2]), target: rows[7]),
            share: 0.3)
        expectClose(mixed.photo, .full(17, [3, 2, 2]))
        expectClose(mixed.target, Tensor([0, 0, 0.3, 0, 0, 0, 0, 0.7, 0, 0]))
        // The callback mixes what is learned from, and nothing else.
        let seen = batchesSeen(withMixup: true), plain = batchesSeen(withMixup: false)
        #expect(seen.training != plain.training && seen.validation == plain.validation)
    }

    /// 7.9 · Why does Mixup keep a net from being too sure?
    ///
    /// One-hot targets can never be reached: for a probability of exactly 1, a score would have to be infinitely far
    /// ahead. So a net is told to be surer as long as it is trained, and its scores grow. With Mixup the targets are
    /// nearly always between 0 and 1 (a 1 is left only where two photos of one class meet), and these are reached with
    /// moderate scores: who goes beyond is told to come back. Besides, no mixture comes twice, so the net cannot learn
    /// by heart what it should say.
    ///
    /// - Shown by: `descentOnScores` in Chapters/07-StateOfTheArt/06b-OutOfReach.swift
    /// - Shown by: `leadsByEpoch` in Chapters/07-StateOfTheArt/06c-GrowingScores.swift
    /// - Shown by: `sureAndRight` in Chapters/07-StateOfTheArt/05f-HowSure.swift
    @Test func `7.9 a mixed target is reached, a hard one never`() {
        // The gradient for the lead of class 0 over class 1, with a share of 0.8 for class 0.
        func push(_ lead: Float, _ share: Float) -> Float {
            let scores = Tensor([[lead, 0]]).requiringGrad()
            crossEntropy(scores, Tensor([[share, 1 - share]])).backward()
            return scores.grad![0, 0].item
        }
        let reached = Float(log(4.0))
        #expect(abs(push(reached, 0.8)) < 1e-6 && push(reached - 1, 0.8) < 0 && push(reached + 1, 0.8) > 0)
        #expect([0, 1, 4, 8].allSatisfy { push($0, 1) < 0 })
    }

    /// 7.10 · Why is a net worse with Mixup than without after five epochs?
    ///
    /// Because the task is harder and five epochs are few. In each photo the net has to recognize two things, and how
    /// much there is of each; so it needs longer to get as far. What Mixup prevents, that photos are learned by heart,
    /// has not begun after five epochs. In the list of results for Imagenette it appears in trainings of 80 epochs and
    /// more. The training loss is larger in any case, and must not be compared: for mixtures it cannot get down to 0.
    ///
    /// - Shown by: `withAndWithout` in Chapters/07-StateOfTheArt/05e-ShortAndLong.swift
    /// - Shown by: `theLowestLoss` in Chapters/07-StateOfTheArt/05d-ACallbackThatMixes.swift
    @Test func `7.10 in a short training Mixup costs, and in a long one on few items it pays`() {
        // Chance decides in a single set of points; so the means over several.
        func means(_ steps: Int, _ rate: Float) -> (plain: Float, mixed: Float) {
            let all = (0..<8).map { lossesOnNewPoints(steps: steps, rate: rate, seed: 710 + $0) }
            return (all.map(\.plain).reduce(0, +) / 8, all.map(\.mixed).reduce(0, +) / 8)
        }
        let (short, long) = (means(8, 0.1), means(800, 1))
        #expect(short.mixed > short.plain)
        #expect(long.mixed < long.plain)
    }

    /// 7.11 · What is the idea of label smoothing?
    ///
    /// Not to ask for 1 and 0. The target of the right class is a bit less than 1, that of each other class a bit more
    /// than 0: with N classes and a share ε, 1 − ε + ε/N and ε/N. They still add up to 1. Such a target is reached with
    /// finite scores, so the net is not driven to be ever surer, and one wrong label does less harm. No target has to
    /// be built for it: (1 − ε) times the usual loss and ε times the mean loss over all classes is the same.
    ///
    /// - Shown by: `smoothedTargets` in Chapters/07-StateOfTheArt/06-NotQuiteOne.swift
    /// - Shown by: `descentOnScores` in Chapters/07-StateOfTheArt/06b-OutOfReach.swift
    @Test func `7.11 a bit less than 1, a bit more than 0`() {
        let target = smoothedTarget(3, classes: 10)
        expectClose(target, Tensor((0..<10).map { $0 == 3 ? 0.91 : 0.01 }))
        #expect(abs(target.sum().item - 1) < 1e-6)
        let scores = Tensor([[2, -1, 0.5], [0, 3, 1]])
        let rows = Tensor.stack([smoothedTarget(1, classes: 3), smoothedTarget(1, classes: 3)])
        expectClose(LabelSmoothingCrossEntropy()(scores, IntTensor([1, 1])), crossEntropy(scores, rows))
        // The loss of being ever surer falls without smoothing, and rises with it.
        func loss(_ lead: Float, _ ε: Float) -> Float {
            LabelSmoothingCrossEntropy(smoothing: ε)(Tensor([[lead, 0]]), IntTensor([0])).item
        }
        #expect(loss(10, 0) < loss(5, 0) && loss(10, 0.1) > loss(5, 0.1))
    }

    /// 7.12 · Against which problems of data can label smoothing help?
    ///
    /// Against labels that are wrong, and labels about which people would not agree: a photo that shows two things, a
    /// thing between two classes, a slip of the hand. Hard targets claim that all of these are certain, and a wrong one
    /// is worth an ever larger loss, the better the net knows better. Smoothed targets bound what a single label can
    /// ask for, and if a known share of labels is wrong, one ε says exactly what they are worth.
    ///
    /// - Shown by: `smoothingAgainstMistakes` in Chapters/07-StateOfTheArt/06d-WrongLabels.swift
    /// - Shown by: `islandsOfMistakes` in Chapters/07-StateOfTheArt/06g-LearnedByHeart.swift
    @Test func `7.12 the smoothed target is what uncertain labels are worth`() {
        // 9 % of the labels are wrong, each of nine other classes alike: the shares of the true classes behind a label.
        var random = SplitMix64(seed: 712)
        let truth = (0..<20_000).map { $0 % 10 }
        let labels = withWrongLabels(truth, share: 0.09, classes: 10, using: &random)
        let behind = zip(truth, labels).filter { $1 == 3 }.map(\.0)
        let shares = (0..<10).map { label in Float(behind.count { $0 == label }) / Float(behind.count) }
        expectClose(Tensor(shares), smoothedTarget(3, classes: 10, smoothing: 0.1), absolute: 0.012)
    }

    /// 7.13 · There are five classes. What is the smoothed target of class 1?
    ///
    /// With ε = 0.1 each class gets 0.1 / 5 = 0.02, and class 1 gets 0.9 besides: 0.02, 0.92, 0.02, 0.02, 0.02.
    ///
    /// - Shown by: `smoothedTargets` in Chapters/07-StateOfTheArt/06-NotQuiteOne.swift
    @Test func `7.13 0.92 for class 1, and 0.02 for each of the others`() {
        expectClose(smoothedTarget(1, classes: 5), Tensor([0.02, 0.92, 0.02, 0.02, 0.02]))
    }
}
