// Questions 2.16 and 2.24 to 2.27: what happens to a model in use.

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter02

extension `2 Questionnaire` {
    /// 2.16 · Name a case in which the classifier of bears may work badly, because of what its data look like.
    ///
    /// On a camera at night: its pictures are grey, dark and noisy, and the photos to learn from were taken by day. So
    /// with pictures of few pixels, blurred ones, bears far away, behind bushes, from behind, or drawn.
    ///
    /// - Shown by: `accuracyOfTheCamera` in Chapters/02-ModelToProduction/06-WhatACameraSees.swift
    @Test func `2.16 a camera at night leaves no colours, little light, and noise`() {
        var random = SplitMix64(seed: 16)
        let picture = Tensor.rand(3, 32, 32, using: &random)
        let night = CameraTrouble.night.seen(picture, using: &random)
        #expect((night[0] - night[1]).abs().max().item == 0 && night.mean().item < 0.7 * picture.mean().item)
        // The same light everywhere gives pixels that differ.
        let even = CameraTrouble.night.seen(Tensor.zeros(3, 32, 32) + 0.5, using: &random)
        #expect(even.std().item > 0.03)
        for trouble in CameraTrouble.allCases {
            let seen = trouble.seen(picture, using: &random)
            #expect(seen.shape == [3, 32, 32] && seen.min().item >= 0 && seen.max().item <= 1)
            #expect((seen.scalars == picture.scalars) == (trouble == .none))
        }
    }

    /// 2.24 · Which three problems may come up when a warning system for bears is brought into use?
    ///
    /// Any three of these: the cameras give video instead of single photos; pictures at night, which may not be among
    /// the data; a low resolution; results that come too late to be of use; bears in positions of which there are few
    /// photos on the internet, such as from behind, half behind a bush, or far away.
    ///
    /// - Shown by: `asTheCameraSees` in Chapters/02-ModelToProduction/06-WhatACameraSees.swift
    @Test func `2.24 few pixels, a far bear and a moving one lose what told them apart`() {
        // Stripes of one pixel, which tell everything about this picture.
        let stripes = Tensor((0..<64).map { $0 % 2 == 0 ? 1 : 0 }).reshaped(1, 1, 64) + Tensor.zeros(3, 64, 64)
        var random = SplitMix64(seed: 24)
        for trouble in [CameraTrouble.fewPixels, .moving, .farAway] {
            #expect(trouble.seen(stripes, using: &random).std().item < 0.15)
        }
        #expect(stripes.std().item > 0.49)
    }

    /// 2.25 · What are data out of the domain?
    ///
    /// Data in use that are very different from those that the model has learned from. It answers nevertheless, and may
    /// be sure of it.
    ///
    /// - Shown by: `threeSigns` in Chapters/02-ModelToProduction/06b-NothingLikeIt.swift
    /// - Shown by: `sureAndWrong` in Chapters/02-ModelToProduction/06b-NothingLikeIt.swift
    @Test func `2.25 a model is as sure of what is far from all data as of anything, and the distance shows it`() {
        // Two kinds on a line, told apart by the sign: a row far out is sure, and far.
        let known = Tensor([[-1, 0], [-1.2, 0.1], [1, 0], [1.1, -0.1]]), strange = Tensor([[30, 40]])
        let sure = (2 * strange[0, 0]).sigmoid().item
        #expect(sure > 0.999)
        let (near, far) = (nearestDistances(Tensor([[0.9, 0.1]]), known), nearestDistances(strange, known))
        #expect(near[0] < 0.2 && far[0] > 10 && areaUnderCurve(low: near, high: far) == 1)
        // It has another mixture of features, too, and a row that is only stronger has not.
        let mixed = nearestDistances(mixtures(Tensor([[30, 40], [50, 0]])), mixtures(known))
        #expect(mixed[0] > 0.3 && mixed[1] < 1e-3)
        #expect(areaUnderCurve(low: [1, 2], high: [2, 3]) == 0.875 && areaUnderCurve(low: [1], high: [0]) == 0)
    }

    /// 2.26 · What is a domain shift?
    ///
    /// What goes into a model changes over time, as with an insurer whose customers become others, until what the model
    /// has learned from is no longer what it is asked about.
    ///
    /// - Shown by: `shorterDays` in Chapters/02-ModelToProduction/06c-AsTheYearGoesOn.swift
    @Test func `2.26 the stability index rises with the share of other pictures`() {
        var random = SplitMix64(seed: 26)
        let reference = Tensor.randn(4000, using: &random).scalars.map { Double($0) }
        let before = sharesOfPieces(reference, cutBy: reference)
        #expect(abs(before.reduce(0, +) - 1) < 1e-9)
        let indices = [0, 0.2, 0.5, 1].map { share -> Double in
            let week = Tensor.randn(2000, using: &random).scalars.enumerated().map { place, value in
                Double(value) + (Double(place) < share * 2000 ? 2 : 0)
            }
            return stabilityIndex(before, sharesOfPieces(week, cutBy: reference))
        }
        #expect(indices[0] < 0.03 && indices == indices.sorted() && indices[3] > 1)
        #expect(stabilityIndex([0.5, 0.5], [0.5, 0.5]) == 0)
        let byHand = 0.25 * log(1.5) + 0.25 * log(2)
        #expect(abs(stabilityIndex([0.75, 0.25], [0.5, 0.5]) - byHand) < 1e-12)
    }

    /// 2.27 · What are the three steps of bringing a model into use?
    ///
    /// First, people do the work by hand as before, and the model runs beside them; they look at what it says. Second,
    /// it is used in a limited place and time, and people watch it carefully. Third, it is extended step by step, with
    /// good reports that show when something is off, such as twice or half as many alerts.
    ///
    /// - Shown by: `stagesOfDeployment` in Chapters/02-ModelToProduction/06d-ThreeStages.swift
    /// - Shown by: `allAtOnceOrInStages` in Chapters/02-ModelToProduction/06e-HalfAYear.swift
    @Test func `2.27 in stages a bad model is stopped beside people, and all at once it is not`() {
        var random = SplitMix64(seed: 27)
        for model in FieldModel.all {
            let stages = (0..<10).map { _ in RollOut(model, inStages: true, using: &random) }
            let atOnce = (0..<10).map { _ in RollOut(model, inStages: false, using: &random) }
            let stop = ["good": nil, "too slow": 2, "blind at night": 1, "alarmed by every bush": 1][model.name]!
            #expect(stages.count { $0.stoppedIn == stop } >= 9)
            #expect(atOnce.allSatisfy { $0.stoppedIn == nil })
            #expect(zip(stages, atOnce).count { $0.missed < $1.missed } >= 9)
        }
        #expect(Report(alerts: 120, byHand: 60).rings && Report(alerts: 30, byHand: 60).rings)
        #expect(!Report(alerts: 90, byHand: 60).rings && !Report(alerts: 6, byHand: 6).rings)
        // With few bears half of them may be chance.
        #expect(!Report(alerts: 2, byHand: 4).rings)
    }
}
