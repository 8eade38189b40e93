// # A validation set is used up
//
// Section 1.10 · After this page you know why there has to be a third set.

import Figures
import Foundation
import Notebook
import Tensors

// The model never sees the validation set. You do. You try an architecture, a number of epochs, a *learning rate* (how
// far the parameters are moved in each step), and you keep what does best on the validation set. These choices are
// called *hyperparameters*: parameters about parameters. Each choice takes a little of the validation set into the
// model, through your head. After enough tries, you have fitted the validation set yourself.
//
// How much can that be? Let us go as far as one can. The labels are coins, so nothing can be learned, and the models do
// not even try: each is a list of random answers. Some of them are better than others on the validation set, by chance.
// We try many and keep the best:

/// The best of `count` lists of random answers, by how many of the validation answers it has right; and how it does on
/// other items, the test.
public func bestOfMany(
    _ count: Int, valid: Int, test: Int, using random: inout SplitMix64
) -> (valid: Double, test: Double) {
    var best = (valid: -1, test: -1)
    for _ in 0..<count {
        // Against coins, a list of random answers is a row of hits and misses.
        let hits = (0..<valid).count { _ in Bool.random(using: &random) }
        let onTest = (0..<test).count { _ in Bool.random(using: &random) }
        if hits > best.valid { best = (hits, onTest) }
    }
    return (Double(best.valid) / Double(valid), Double(best.test) / Double(test))
}

extension FirstModels {
    func bestByChance() {
        let (counts, items) = (run.size(quick: [1, 5, 20], usual: [1, 3, 10, 30, 100, 300, 1000]), 100)
        let times = run.size(quick: 3, usual: 10)
        var random = run.random
        let found = counts.map { count in
            let all = (0..<times).map { _ in bestOfMany(count, valid: items, test: items, using: &random) }
            return (valid: Spread(all.map(\.valid)), test: Spread(all.map(\.test)))
        }
        let last = found.last!.valid.mean
        show(
            Chart(
                "The best of many models that know nothing", x: "models that were tried", y: "accuracy",
                yLimits: 0.4...0.75, xScale: .logarithmic
            ) {
                Line(counts, found.map(\.valid.mean), "on the \(items) items it was chosen by", colour: .blue)
                Points(counts, found.map(\.valid.mean), colour: .blue)
                Line(counts, found.map(\.test.mean), "on \(items) others", colour: .vermilion)
                Points(counts, found.map(\.test.mean), colour: .vermilion)
                Rule(y: 0.5, "what is true")
            }, "What choosing does",
            predict: .number(
                "\(counts.last!) models answer \(items) questions by a coin. What accuracy has the best of them, about?",
                last, within: .plusMinus(0.05)))
        record("chosen/best-of-\(counts.last!)-on-validation", last)
        record("chosen/the-same-on-a-test", found.last!.test.mean)

        // Nobody tries a thousand lists of coins. But a week of looking for better settings is some hundred tries, and
        // their differences are often no larger than what luck does. So a third part of the data is put aside before
        // everything else, the *test set*. Nobody looks at it, neither the model nor you, until all has been decided;
        // then once.
        var table = TextTable(["set", "the model sees it", "you see it", "what it is for"])
        table.add("training", "always", "always", "the model learns its parameters")
        table.add("validation", "never", "again and again", "you choose hyperparameters")
        table.add("test", "never", "once, at the end", "what you then know of your model")
        show(table, "Three sets, and who is exposed to them")
    }
}

// Good intentions do not hold for long. A test set that can be read only once is better than one that should be.
// `SealedTest` is that: whoever opens it a second time gets an error, `AlreadyOpened`.

/// A test set was read before.
public struct AlreadyOpened: Error, CustomStringConvertible {
    public var description: String {
        "this test set has been opened before: what it says now is no test any more\n  try: new data that nobody has seen"
    }
}

/// A test set that can be read once.
public final class SealedTest<Item> {
    private var items: [Item]?
    public let count: Int

    public init(_ items: [Item]) { (self.items, count) = (items, items.count) }

    /// All items, the first time.
    /// - Throws: `AlreadyOpened`, every other time.
    public func opened() throws(AlreadyOpened) -> [Item] {
        guard let all = items else { throw AlreadyOpened() }
        items = nil
        return all
    }
}

// Dividing is done once for all three, at random where that is right (the next pages are about where it is not):

/// Items in three parts, of which the last is sealed.
public struct ThreeSets<Item> {
    public let train: [Item], valid: [Item]
    public let test: SealedTest<Item>

    /// - Parameters:
    ///   - validShare, testShare: rounded down to whole items.
    public init(_ items: [Item], validShare: Double = 0.2, testShare: Double = 0.2, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let all = items.shuffled(using: &random)
        let (v, t) = (Int(validShare * Double(all.count)), Int(testShare * Double(all.count)))
        (valid, test, train) = (Array(all[..<v]), SealedTest(Array(all[v..<v + t])), Array(all[(v + t)...]))
    }
}

extension FirstModels {
    func onceIsEnough() throws {
        let sets = ThreeSets(Array(0..<1000), seed: 42)
        show([sets.train.count, sets.valid.count, sets.test.count], "for training, for validation, and sealed")
        show(try sets.test.opened().count, "items, the first time")
        var message = "it opens again"
        do { _ = try sets.test.opened() } catch { message = "\(error)" }
        show(message, "the second time")
    }
}
