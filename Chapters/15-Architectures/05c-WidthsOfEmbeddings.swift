// # How wide, and what for?
//
// Section 15.5 · After this page you know where the widths of embeddings come from, and you have measured what each
// part of the net brings.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// How many numbers should stand for a level? The library has a rule of thumb, found by trying: 1.6 · n^0.56 for n
// levels, and never more than 600. `ruleOfThumb` is that.

/// (The book's `emb_sz_rule`.)
public func ruleOfThumb(_ levels: Int) -> Int { min(600, Int((1.6 * pow(Double(levels), 0.56)).rounded())) }

extension Architectures {
    func widthsByTheRule() throws {
        let counts = [2, 10, 100, 1000, 10_000, 100_000]
        show(counts.map(ruleOfThumb) == counts.map(embeddingWidth), "the rule and the engine's `embeddingWidth` agree")
        let plan = try tabularPlan
        show(
            Chart(
                "The more levels, the wider, up to 600", x: "levels", y: "width",
                xScale: .logarithmic, yScale: .logarithmic
            ) {
                Line(
                    (1...60).map { pow(10, Double($0) / 10) },
                    (1...60).map { ruleOfThumb(Int(pow(10, Double($0) / 10))) }, "rule of thumb", colour: .blue)
                Points(plan.levels, plan.widths, "columns of \(tableName)", colour: .vermilion)
                Rule(y: 600, "600")
            }, "Widths of embeddings by the number of levels")
        show(
            ruleOfThumb(1000), "width for 1,000 levels",
            predict: .number(
                "1.6 · n^0.56: how wide is an embedding of 1,000 levels?", Double(ruleOfThumb(1000)),
                within: .plusMinus(8)))
        let last = (1...1_000_000).first { ruleOfThumb($0) == 600 }!
        show(last, "levels from which on it is always 600")
    }

    func withoutEachPart() throws {
        // Now the parts on trial: the whole net, and nets that lack one of its parts. `Variant` is what is changed. All
        // are trained for as many epochs, with several seeds; the majority is the one to beat.
        let data = try tabularData
        let targets = data.valid.targets
        let ones = targets.reduce(0, +) / Double(targets.count)
        record("table/accuracy-of-the-majority", max(ones, 1 - ones))
        let whole = try tabularPlan
        var (narrow, noNumbers, noCategories, dropping) = (whole, whole, whole, whole)
        narrow.widths = whole.levels.map { _ in 1 }
        noNumbers.numbers = 0
        (noCategories.levels, noCategories.widths) = ([], [])
        dropping.dropout = 0.5
        let variants = [
            Variant(name: "the whole net", plan: whole), Variant(name: "embeddings of width 1", plan: narrow),
            Variant(name: "no plain numbers", plan: noNumbers), Variant(name: "no categories", plan: noCategories),
            Variant(name: "much dropout", plan: dropping),
        ]
        var (table, means) = (TextTable(["net", "accuracy", "numbers that learn"], decimals: 3), [Double]())
        table.add("always the more frequent class", max(ones, 1 - ones), 0)
        for variant in variants {
            let accuracies = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                try accuracy(of: variant, data, using: &random)
            }
            var random = run.random
            means.append(Spread(accuracies).mean)
            table.add(
                variant.name, Spread(accuracies),
                TabularModel(variant.plan, using: &random).parameters.map(\.count).reduce(0, +))
            record("table/accuracy-\(key(variant.name))", over: accuracies)
        }
        let (numbers, categories) = (means[0] - means[2], means[0] - means[3])
        show(
            table, "Nets with and without their parts, \(tableName)",
            predict: .choice(
                "Without which of its two inputs does the net lose more?", ["categories", "plain numbers"],
                answer: categories > numbers ? "categories" : "plain numbers"))
        // #hide
        show(
            means[0] - means[1] > 0.01
                ? "A single number for each level is not enough here: wide embeddings are worth \(((means[0] - means[1]) * 1000).rounded() / 10) points."
                : "A single learned number for each level does nearly as well here: each level can still be put in its place, only not near to different levels in different respects."
        )
    }
}

// And that is all: with bodies and heads, encoders and embeddings, you have seen every architecture of the book's
// library from the inside.

// MARK: Helpers

/// A net with something changed.
private struct Variant {
    let name: String
    let plan: TabularPlan
}

extension Architectures {
    private func accuracy(of variant: Variant, _ data: TabularData, using random: inout SplitMix64) throws -> Double {
        let (plan, net) = (variant.plan, TabularModel(variant.plan, using: &random))
        func rows(_ rows: TabularRows) -> TabularBatch {
            TabularBatch(
                plan.levels.isEmpty ? rows.categories[0..., 0..<0] : rows.categories,
                plan.numbers == 0 ? rows.numbers[0..., 0..<0] : rows.numbers)
        }
        func labels(_ rows: TabularRows) -> IntTensor { IntTensor(rows.targets.map { Int($0) }) }
        let (train, valid) = (data.train, data.valid)
        let loaders = DataLoaders(
            DataLoader(
                TensorDataset(rows(train), labels(train)), batchSize: min(64, train.count), dropsLast: true,
                shuffledUsing: &random),
            DataLoader(TensorDataset(rows(valid), labels(valid)), batchSize: 512))
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { AdamW($0, learningRate: $1) },
            metrics: [.accuracy])
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 4), learningRate: 5e-3) }
        return Double(learner.recorder.rows.last!.metrics[0])
    }
}
