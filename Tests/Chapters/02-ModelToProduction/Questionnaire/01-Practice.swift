// Questions 2.1 to 2.7, 2.16 and 2.24 to 2.27: what deep learning can do, the Drivetrain Approach, and a model in use.

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter02

extension `2 Questionnaire` {
    /// 2.1 · Where are models of texts still weak?
    ///
    /// At being right. They write fluent texts that fit what came before, in any style, and what these say may be false.
    /// They go on where something has always followed, and have no way of saying that they do not know. In medicine,
    /// for example, that is dangerous: a wrong answer looks like a right one.
    ///
    /// - Shown by: `fluentAnswers` in Chapters/02-ModelToProduction/01d-FluentAndWrong.swift
    /// - Shown by: `aTroubleNobodyHas` in Chapters/02-ModelToProduction/01d-FluentAndWrong.swift
    @Test func `2.1 nearly every answer is fluent, and hardly any is right`() {
        var random = SplitMix64(seed: 1)
        let handbook = inventedHandbook(40, using: &random)
        let chain = WordChain(handbook, order: 2)
        let answers = handbook.map { chain.continued(Array($0.prefix(5)), using: &random) }
        #expect(answers.allSatisfy(isFluent))
        #expect(zip(answers, handbook).count { $0 == $1 } < 8)
        // Where it knows all that it is asked, it makes up an answer to anything else.
        let long = WordChain(handbook, order: 10)
        #expect(handbook.allSatisfy { long.continued(Array($0.prefix(5)), using: &random) == $0 })
        #expect(isFluent(long.continued(["for", "broken", "teeth", "people", "take"], using: &random)))
    }

    /// 2.2 · What harm to society can models do that write texts?
    ///
    /// Disinformation in masses, made for each reader: more of it, and more convincing, than any troll farm could write.
    /// It can stir up unrest and conflicts. Models that recognise such texts do not protect for long, because whoever
    /// trains a writer can train it against them, and so writers stay a step ahead.
    ///
    /// - Shown by: `aTroubleNobodyHas` in Chapters/02-ModelToProduction/01d-FluentAndWrong.swift
    @Test func `2.2 a writer that is trained against a detector is not caught any more`() {
        var random = SplitMix64(seed: 2)
        let handbook = inventedHandbook(40, using: &random)
        // The detector knows how people write; it catches what is not built like that.
        func writes(_ order: Int) -> Int {
            let chain = WordChain(handbook, order: order)
            return handbook.count { isFluent(chain.continued(Array($0.prefix(1)), using: &random)) }
        }
        let caught = 40 - writes(0)
        #expect(caught > 35)
        // The writer tries several settings, and keeps the one that the detector lets pass.
        #expect((0...3).map(writes).max()! == 40)
    }

    /// 2.3 · If a model can make mistakes that do harm, what is a good alternative to letting it decide?
    ///
    /// Let it work together with people: it points something out, or puts it first, and a person looks at everything and
    /// decides. A scan in which it sees a stroke is read first, and all others are read as before.
    ///
    /// - Shown by: `strokesThatWait` in Chapters/02-ModelToProduction/01e-AlertsNotDecisions.swift
    @Test func `2.3 alerts first makes strokes wait less, and nobody is missed`() {
        func read(_ rule: ScanRule) -> ScansRead {
            var random = SplitMix64(seed: 3)
            return scansRead(rule, scans: 3000, using: &random)
        }
        func mean(_ scans: ScansRead) -> Double {
            let waits = scans.waits.compactMap(\.self)
            return waits.reduce(0, +) / Double(waits.count)
        }
        let (before, together, alone) = (read(.inOrder), read(.alertsFirst), read(.alertsOnly))
        #expect(before.missed == 0 && together.missed == 0 && alone.missed > 0.08)
        #expect(mean(together) < 0.5 * mean(before))
        #expect(before.waits.count == together.waits.count && together.waits.count == alone.waits.count)
    }

    /// 2.4 · For what kind of tables is deep learning especially suited?
    ///
    /// For tables with columns that hold words, such as names of things or what somebody has written, and columns with
    /// many different values, such as postcodes or numbers of products. An embedding takes them as they are.
    ///
    /// - Shown by: `wordsAndShops` in Chapters/02-ModelToProduction/01f-NamesInTables.swift
    @Test func `2.4 names as numbers say nothing of new names, their words do`() {
        var random = SplitMix64(seed: 4)
        let sales = NamedSales(3000, using: &random)
        // Of 27,000 names and 300 shops most are new at the end of the table, and none of the words is.
        let known = Set(sales.names.prefix(2400)), last = Array(2400..<3000)
        #expect(last.count { known.contains(sales.names[$0]) } < 100)
        let words = Set(sales.words.prefix(2400).joined())
        #expect(last.allSatisfy { row in sales.words[row].allSatisfy(words.contains) })
        // A net with embeddings of the right kind takes words and shops together.
        let net = NamesNet(using: &random)
        #expect(net.words.weight.value.shape == [90, 8] && net.shops.weight.value.shape == [300, 4])
        let numbers = last.prefix(3).map { sales.words[$0] + [sales.shops[$0]] }
        #expect(net(IntTensor(numbers)).shape == [3])
        // The order of the words does not matter, and each of them does.
        let turned = numbers.map { [$0[2], $0[0], $0[1], $0[3]] }
        expectClose(net(IntTensor(numbers)), net(IntTensor(turned)))
        let other = numbers.map { [($0[0] + 1) % 30, $0[1], $0[2], $0[3]] }
        #expect((net(IntTensor(numbers)) - net(IntTensor(other))).abs().max().item > 1e-6)
    }

    /// 2.5 · What is the main drawback of using a deep model directly to recommend things?
    ///
    /// It says what people are going to like, and not what is of help to them: what they like most is what they have,
    /// know, or would have bought anyway.
    ///
    /// - Shown by: `moreOfTheSame` in Chapters/02-ModelToProduction/01g-LikedOrHelpful.swift
    @Test func `2.5 what similar readers have is liked, and mostly known already`() {
        var random = SplitMix64(seed: 5)
        let town = BookLovers(300, using: &random)
        var (liked, helpful, all) = (0, 0, 0)
        for (reader, bought) in town.boughtHere.enumerated() where !bought.isEmpty {
            let books = suggestions(for: bought, from: town.boughtHere).prefix(5)
            let found = town.judged(Array(books), for: reader)
            (liked, helpful, all) = (liked + found.liked, helpful + found.helpful, all + books.count)
        }
        #expect(Double(liked) > 0.9 * Double(all) && Double(helpful) < 0.2 * Double(all))
        // The book's two customers.
        #expect(suggestions(for: [1, 10], from: [[1, 2, 4, 10]]) == [2, 4])
    }

    /// 2.6 · What are the steps of the Drivetrain Approach?
    ///
    /// Define the objective; find the levers, which are the actions that one can take; collect the data that show how
    /// levers act on the objective, some of which may not exist yet; and only then build the models, from levers and from
    /// what cannot be influenced.
    ///
    /// - Shown by: `drivetrain` in Chapters/02-ModelToProduction/01h-Drivetrain.swift
    @Test func `2.6 the worksheet asks for the objective, levers, data and models in this order`() {
        let keys = WorksheetQuestion.all.map(\.key)
        let steps = ["objective", "levers", "data", "models"].map { keys.firstIndex(of: $0)! }
        #expect(steps == steps.sorted() && steps[0] == 0)
    }

    /// 2.7 · How do the steps apply to a recommender?
    ///
    /// Objective: sales that would not have happened without the recommendation. Lever: what is recommended, in which
    /// order. Data: random recommendations to many customers, and what they have bought. Models: two probabilities of a
    /// sale, with the recommendation and without; offers are ranked by the difference. It is small for what a customer
    /// knows and does not like, and for what is bought anyway.
    ///
    /// - Shown by: `liftAgainstProbability` in Chapters/02-ModelToProduction/01i-TwoProbabilities.swift
    /// - Shown by: `twoLowCases` in Chapters/02-ModelToProduction/01j-WhatRecommendationsChange.swift
    @Test func `2.7 ranking by lift brings more extra sales than ranking by probability`() throws {
        for seed in 1...3 {
            var random = SplitMix64(seed: UInt64(seed))
            let model = try LiftModel(SalesLog(randomised: 6000, using: &random), using: &random)
            let offers = (0..<1000).map { _ in Offer(using: &random) }
            let (with, without) = try model.probabilities(offers)
            func extra(_ score: (Int) -> Double) -> Double {
                offers.indices.sorted { score($0) > score($1) }.prefix(100).reduce(0) { $0 + offers[$1].lift }
            }
            #expect(extra { with[$0] - without[$0] } > 1.3 * extra { with[$0] })
        }
        let (rejected, awaited) = (Offer(match: 0.1, known: 0.95), Offer(match: 0.95, known: 0.99))
        #expect(rejected.lift < 0.01 && awaited.lift < 0.01 && Offer(match: 0.95, known: 0.05).lift > 0.25)
        #expect(rejected.chance(recommended: true) < 0.05 && awaited.chance(recommended: false) > 0.5)
    }

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
        #expect((night[0] - night[1]).abs().max().item == 0 && night.mean().item < 0.5 * picture.mean().item)
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
    /// Any three of these: the cameras give video instead of single photos; pictures at night, which may not be among the
    /// data; a low resolution; results that come too late to be of use; bears in positions of which there are few photos
    /// on the internet, such as from behind, half behind a bush, or far away.
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
            #expect(stages.allSatisfy { $0.stoppedIn == (model.name == "good" ? nil : 1) })
            #expect(atOnce.allSatisfy { $0.stoppedIn == nil })
            #expect(zip(stages, atOnce).allSatisfy { $0.missed < $1.missed })
        }
        #expect(Report(alerts: 120, byHand: 60).rings && Report(alerts: 30, byHand: 60).rings)
        #expect(!Report(alerts: 90, byHand: 60).rings && !Report(alerts: 6, byHand: 6).rings)
        // With few bears half of them may be chance.
        #expect(!Report(alerts: 2, byHand: 4).rings)
    }
}
