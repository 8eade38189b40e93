// Questions 2.1 to 2.7: what deep learning can do, and the Drivetrain Approach.

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Chapter02

extension `2 Questionnaire` {
    /// 2.1 · Where are models of texts still weak?
    ///
    /// At being right. They write fluent texts that fit what came before, in any style, and what these say may be
    /// false. They go on where something has always followed, and have no way of saying that they do not know. In
    /// medicine, for example, that is dangerous: a wrong answer looks like a right one.
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
    /// Disinformation in masses, made for each reader: more of it, and more convincing, than any troll farm could
    /// write. It can stir up unrest and conflicts. Models that recognize such texts do not protect for long, because
    /// whoever trains a writer can train it against them, and so writers stay a step ahead.
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
    /// Let it work together with people: it points something out, or puts it first, and a person looks at everything
    /// and decides. A scan in which it sees a stroke is read first, and all others are read as before.
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
    /// levers act on the objective, some of which may not exist yet; and only then build the models, from levers and
    /// from what cannot be influenced.
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
            let model = try LiftModel(SalesLog(randomized: 6000, using: &random), using: &random)
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
}
