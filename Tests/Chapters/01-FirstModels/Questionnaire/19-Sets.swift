// Questions 1.19 to 1.21 and 1.32: what a model is judged by.

import Tensors
import Testing
import Vision

@testable import Chapter01

extension `1 Questionnaire` {
    /// 1.19 · What are a validation set and a test set, and what does one need them for?
    ///
    /// Both are data that the model does not learn from. By the validation set the model is judged while people work
    /// on it: on what it has learned from, it may simply remember the answers. But people choose by these numbers,
    /// among architectures, rates and numbers of epochs, and so they fit the validation set themselves, by trial and
    /// error. The test set is therefore hidden from them as well, and used once, when nothing is left to decide.
    ///
    /// - Shown by: `learnedByHeart` in Chapters/01-FirstModels/10-JudgedByWhatItKnows.swift
    /// - Shown by: `bestByChance` in Chapters/01-FirstModels/10b-UsedUp.swift
    /// - Shown by: `onceIsEnough` in Chapters/01-FirstModels/10b-UsedUp.swift
    @Test func `1.19 remembering is no knowledge, and choosing is a way to learn`() throws {
        var random = SplitMix64(seed: 119)
        let items = (0..<200).map { _ in (0..<6).map { _ in Float.random(in: 0..<1, using: &random) } }
        let labels = items.map { _ in Int.random(in: 0...1, using: &random) }
        let model = NearestItem(Array(items[..<100]), labels: Array(labels[..<100]))
        #expect(model.accuracy(Array(items[..<100]), labels: Array(labels[..<100])) == 1)
        #expect(abs(model.accuracy(Array(items[100...]), labels: Array(labels[100...])) - 0.5) < 0.2)
        // Who chooses among many that know nothing looks good on what was chosen by, and not on the test.
        let best = bestOfMany(300, valid: 100, test: 2000, using: &random)
        #expect(best.valid > 0.6 && abs(best.test - 0.5) < 0.05)
        // The third set can be read once.
        let sets = ThreeSets(Array(0..<50), seed: 1)
        let test = try sets.test.opened()
        #expect((sets.train + sets.valid + test).sorted() == Array(0..<50))
        #expect(throws: AlreadyOpened.self) { try sets.test.opened() }
    }

    /// 1.20 · What does the book's library do if you give no validation set?
    ///
    /// It makes one: a fifth of the items, drawn at random (`valid_pct=0.2`), is not learned from. It never trains
    /// without. Here each plan says so itself, and a split that leaves nothing for validation is refused.
    ///
    /// - Shown by: `howManyToJudgeBy` in Chapters/01-FirstModels/10-JudgedByWhatItKnows.swift
    @Test func `1.20 a fifth at random, rounded down`() throws {
        let parts = try Splitter<Int>.random(seed: 42)(Array(0..<7390))
        #expect(parts.valid.count == 1478 && parts.train.count == 5912)
        #expect(Set(parts.valid).isDisjoint(with: parts.train))
        // At random: not the last fifth, and another one with another seed.
        #expect(parts.valid.sorted() != Array(5912..<7390))
        #expect(try Set(Splitter<Int>.random(seed: 43)(Array(0..<7390)).valid) != Set(parts.valid))
        #expect(throws: SplitProblem.self) { try Splitter<Int>.random(seed: 42)(Array(0..<4)) }
    }

    /// 1.21 · Can the validation set always be drawn at random?
    ///
    /// No. It has to be like what the model will meet. Of a series in time, a random part has known neighbours on
    /// both sides, which the future does not have; so take the latest days. Where the model will see new people,
    /// ships or places, all items of one of them belong into the same set; otherwise it is enough to recognize the
    /// one that was learned.
    ///
    /// - Shown by: `bothSplitsJudge` in Chapters/01-FirstModels/10c-TheFuture.swift
    /// - Shown by: `twoFrames` in Chapters/01-FirstModels/10d-NewFaces.swift
    /// - Shown by: `newVoices` in Chapters/01-FirstModels/10d-NewFaces.swift
    @Test func `1.21 gaps are easy, the future is not`() {
        var wins = (random: 0, last: 0)
        for seed in 0..<12 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let shop = JudgedByDays(days: 730, then: 60, using: &random)
            // Judged by gaps, the model that only looks at neighbours seems better than it will be.
            #expect(shop.atRandom[0] < shop.future[0])
            let better = shop.future[0] < shop.future[1]
            wins.random += (shop.atRandom[0] < shop.atRandom[1]) == better ? 1 : 0
            wins.last += (shop.lastBlock[0] < shop.lastBlock[1]) == better ? 1 : 0
        }
        #expect(wins.last >= 9 && wins.random <= 3)
    }

    /// 1.32 · What is the best way not to fail when an organization uses such models?
    ///
    /// To understand what validation and test sets are for, and to use them. Keep data back that whoever makes the
    /// model, be it a vendor or your own people, never gets; measure with a number that you have chosen for your
    /// purpose; and compare with a simple model on the same data.
    ///
    /// - Shown by: `vendorsNumbers` in Chapters/01-FirstModels/10e-BuyingAModel.swift
    @Test func `1.32 hidden data, one's own measure, and a simple rival`() throws {
        // On what it has seen, a model that remembers is perfect; hidden data and a simple rival show what it is worth.
        var random = SplitMix64(seed: 132)
        func person() -> (row: [String], noise: [Float], label: Int) {
            let isA = Bool.random(using: &random)
            let label = Float.random(in: 0..<1, using: &random) < (isA ? 0.9 : 0.2) ? 1 : 0
            return ([isA ? "a" : "b"], (0..<5).map { _ in Float.random(in: 0..<1, using: &random) }, label)
        }
        let (known, hidden) = ((0..<200).map { _ in person() }, (0..<400).map { _ in person() })
        let vendor = NearestItem(known.map(\.noise), labels: known.map(\.label))
        let ours = MajorityOfCells(known.map(\.row), labels: known.map(\.label))
        let truth = hidden.map(\.label)
        let (said, sold) = (hidden.map { ours($0.row) }, hidden.map { vendor($0.noise) })
        #expect(vendor.accuracy(known.map(\.noise), labels: known.map(\.label)) == 1)
        #expect(profit(said, truth) > profit(sold, truth))
        #expect(zip(said, truth).count { $0 == $1 } > zip(sold, truth).count { $0 == $1 } + 40)
        // The measure decides: letters to everybody are less often right than letters to nobody, and earn more.
        let few = (0..<100).map { $0 < 40 ? 1 : 0 }
        #expect(profit(few.map { _ in 1 }, few) > profit(few.map { _ in 0 }, few))
        #expect(few.count { $0 == 1 } < few.count { $0 == 0 })
    }
}
