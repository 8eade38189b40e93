// Questions 6.10 to 6.14: the loss for several labels, its metric, and the threshold.
//
// To run one of them: `swift test --filter "Questionnaire./.6.12 "`

import Foundation
import Tensors
import TestSupport
import Testing
import Training
import Vision

@testable import Chapter06

extension `6 Questionnaire` {
    /// 6.10 · Why does softmax not suit a target that is a row of zeros and ones?
    ///
    /// Its numbers add up to 1, and because of the exponential it strongly favours the largest activation. That is
    /// right where exactly one class is on a photo. Where several are, they would have to share the 1, and none could
    /// get near to it; where none is, some class gets much nevertheless.
    ///
    /// - Shown by: `softmaxMustChoose` in Chapters/06-OtherVisionProblems/03c-WhyNotSoftmax.swift
    /// - Shown by: `softmaxOfThisRun` in Chapters/06-OtherVisionProblems/03c-WhyNotSoftmax.swift
    @Test func `6.10 no activations bring softmax close to two ones, or to none`() {
        var random = SplitMix64(seed: 610)
        for _ in 0..<200 {
            let p = Tensor.randn(4, using: &random).softmax(axis: 0)  // any activations
            #expect(abs(p.sum().item - 1) < 1e-5)
            #expect(min(p.scalars[0], p.scalars[1]) <= 0.5 && p.max().item >= 0.25)
        }
        // Sigmoids come as close as one likes.
        #expect(Tensor([9, 9, -9, -9]).sigmoid().scalars.map { $0.rounded() } == [1, 1, 0, 0])
        #expect((Tensor([9, 9, -9, -9]).sigmoid() - Tensor([1, 1, 0, 0])).abs().max().item < 1e-3)
    }

    /// 6.11 · Why does nll_loss not suit such a target?
    ///
    /// It returns the activation of a single column, that of the label, and takes no notice of the others. With several
    /// labels, or with none, there is no single column to pick.
    ///
    /// - Shown by: `nllPicksOne` in Chapters/06-OtherVisionProblems/03c-WhyNotSoftmax.swift
    @Test func `6.11 nll looks at one column only`() {
        let found = Tensor(shape: [1, 3], [-0.5, -0.1, -3]), missed = Tensor(shape: [1, 3], [-0.5, -8, -3])
        #expect(nllLoss(found, IntTensor([0])).item == nllLoss(missed, IntTensor([0])).item)
        let target = Tensor(shape: [1, 3], [1, 1, 0])
        #expect(binaryCrossEntropyWithLogits(found, target).item < binaryCrossEntropyWithLogits(missed, target).item)
    }

    /// 6.12 · What is the difference between BCELoss and BCEWithLogitsLoss?
    ///
    /// `BCELoss` expects probabilities: the sigmoid has to be applied before. `BCEWithLogitsLoss` expects activations
    /// and applies the sigmoid itself, in a way that is also exact for very large ones. In training one uses the
    /// second, since nets end with activations.
    ///
    /// - Shown by: `tooSure` in Chapters/06-OtherVisionProblems/03b-BinaryCrossEntropy.swift
    /// - Shown by: `tableOfLosses` in Chapters/06-OtherVisionProblems/03d-AllTheirNames.swift
    @Test func `6.12 one wants probabilities, the other activations, also large ones`() {
        let x = Tensor([2, -1, 0.5]), y = Tensor([1, 0, 1])
        #expect(abs(binaryCrossEntropy(x.sigmoid(), y).item - binaryCrossEntropyWithLogits(x, y).item) < 1e-6)
        #expect(abs(binaryCrossEntropyWithLogits(x, y).item - plainBinaryCrossEntropy(x, y).item) < 1e-6)
        #expect(binaryCrossEntropyWithLogits(Tensor([200]), Tensor([0])).item == 200)
        #expect(plainBinaryCrossEntropy(Tensor([200]), Tensor([0])).item.isInfinite)
        // Sigmoid twice is something else.
        #expect(abs(binaryCrossEntropyWithLogits(x.sigmoid(), y).item - binaryCrossEntropy(x.sigmoid(), y).item) > 0.1)
    }

    /// 6.13 · Why can the usual accuracy not be used in a multi-label problem?
    ///
    /// It takes the class with the largest activation as the one prediction and compares it with the one label. Here
    /// there may be several labels, or none. So each class is asked by itself: its sigmoid is compared with a
    /// threshold, and all answers with the zeros and ones. (And the share of right answers needs a baseline beside it:
    /// most things are not there, so saying nothing is right most of the time.)
    ///
    /// - Shown by: `bothAccuracies` in Chapters/06-OtherVisionProblems/03e-CountingRightAnswers.swift
    /// - Shown by: `sayingNothing` in Chapters/06-OtherVisionProblems/01d-WhatIsOnThem.swift
    @Test func `6.13 every class is compared with a threshold`() {
        let x = Tensor(shape: [2, 3], [3, 2, -3, -1, -2, -3]), y = Tensor(shape: [2, 3], [1, 1, 0, 0, 0, 0])
        #expect(accuracyMulti(x, y) == 1)
        // argmax says one class of the first photo, where two are, and one of the second, where none is.
        #expect(x.argmax(axis: 1).scalars == [0, 0])
        #expect(accuracyMulti(x, y, threshold: 0.9) == Float(5) / 6)
        #expect(accuracyMulti(.zeros(2, 3) - 9, y) == Float(4) / 6)
        #expect(Metric<Tensor>.multiLabelAccuracy(threshold: 0.9).value(x, y) == accuracyMulti(x, y, threshold: 0.9))
    }

    /// 6.14 · When is it all right to choose a hyperparameter on the validation set?
    ///
    /// When the measure is a smooth curve of the hyperparameter, as with the threshold: then no lucky outlier is
    /// picked, and the choice is about as good on new photos. (It is what a validation set is for.) One has to look at
    /// the curve. With few photos, or with one threshold for each of many classes, curves have teeth, and what was
    /// gained where it was chosen is partly lost elsewhere.
    ///
    /// - Shown by: `onOtherPhotos` in Chapters/06-OtherVisionProblems/03i-ChosenWhereItIsJudged.swift
    /// - Shown by: `jaggedCurves` in Chapters/06-OtherVisionProblems/03i-ChosenWhereItIsJudged.swift
    /// - Shown by: `aThresholdForEach` in Chapters/06-OtherVisionProblems/03j-ClassByClass.swift
    @Test func `6.14 many cells make a smooth curve whose choice carries over, few do not`() {
        /// Answers of a net that is usually right, and sure of it.
        func cells(_ count: Int, _ random: inout SplitMix64) -> (Tensor, Tensor) {
            let there = (0..<count).map { _ in random.next() % 5 == 0 }
            let p = there.map { Float.random(in: 0..<1, using: &random) * 0.6 + ($0 ? 0.4 : 0) }
            return (Tensor(p), Tensor(there.map { $0 ? 1 : 0 }))
        }
        func lost(_ count: Int) -> Double {
            (0..<20).map { (seed: UInt64) -> Double in
                var random = SplitMix64(seed: seed)
                let (here, there) = (cells(count, &random), cells(4000, &random))
                let threshold = bestThreshold(here.0, here.1)
                return countsAt(threshold, here.0, here.1).f1 - countsAt(threshold, there.0, there.1).f1
            }.reduce(0, +) / 20
        }
        #expect(lost(4000) < 0.01 && lost(20) > 0.03)
    }
}
