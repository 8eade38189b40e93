// Questions 9.25 to 9.30: what trees cannot do, nets, boosting, and embeddings for other models.

import Layers
import Tabular
import Tensors
import TestSupport
import Testing
import Training

@testable import Chapter09

/// Rows at random between the ends of a range, whose targets are 2 x.
private func line(_ range: ClosedRange<Float>, _ count: Int) throws -> (x: Features, y: [Double]) {
    let x = (0..<count).map { range.lowerBound + (range.upperBound - range.lowerBound) * Float($0) / Float(count - 1) }
    return (try Features(["x"], [x]), x.map { Double(2 * $0) })
}

/// A table whose target depends on towns, which are numbered in no order, and a little on a number.
private func towns(_ count: Int, using random: inout SplitMix64) throws -> TabularData {
    let worth = (0..<60).map { _ in Double(random.next() % 1000) / 100 }
    let town = (0..<count).map { _ in Int(random.next() % 60) }
    let size = (0..<count).map { _ in random.uniform() }
    let table = DataFrame([
        ("town", Column(town)), ("size", Column(size)), ("price", Column(zip(town, size).map { worth[$0] + $1 })),
    ])
    return try TabularData(
        table, procs: [.categorify, .normalize], categorical: ["town"], continuous: ["size"], target: "price",
        splits: RowSplits(train: Array(0..<count / 2), valid: Array(count / 2..<count)))
}

extension `9 Questionnaire` {
    /// 9.25 · What is the extrapolation problem?
    ///
    /// A tree predicts means of targets that it has seen, and a forest means of trees. So neither can predict anything
    /// above the largest or below the smallest of them, and where the world goes on, as prices do with time, it stays
    /// behind.
    ///
    /// - Shown by: `flatTail` in Chapters/09-TabularModeling/07-Extrapolation.swift
    @Test func `9.25 beyond the last row it has seen, a forest says what it says there`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try line(0...10, 200)
        let forest = try RandomForest(x, y, trees: 20, using: &random)
        let beyond = try forest.predict(Features(["x"], [[10, 15, 20, 1000]]))
        #expect(Set(beyond).count == 1 && beyond[0] <= y.max()!)
        #expect(try forest.predict(Features(["x"], [[-1000]]))[0] >= y.min()!)
        // Between the rows it is right, and beyond them as wrong as the line has gone on.
        #expect(try forest.rootMeanSquaredError(x, y) < 0.2)
        #expect(abs(beyond[2] - 40) > 19)
    }

    /// 9.26 · How can you tell whether the test or validation rows are distributed differently from the training rows?
    ///
    /// Train a forest to predict which set a row is from. If it can, they differ, and the columns that are important to
    /// it are those in which they do.
    ///
    /// - Shown by: `domainForest` in Chapters/09-TabularModeling/07b-OutOfDomainRows.swift
    @Test func `9.26 a forest can tell sets that differ, names the column, and cannot tell sets that are alike`() throws
    {
        var random = SplitMix64(seed: 9)
        let all = try Features(Tensor.randn(400, 4, using: &random), names: ["a", "b", "c", "time"])
        let (train, alike) = (try all.rows(Array(0..<200)), try all.rows(Array(200..<400)))
        let later = try alike.replacing("time", with: alike["time"].map { $0 + 4 })
        let isValid = (0..<400).map { $0 < 200 ? 0.0 : 1 }
        func forest(_ valid: Features) throws -> RandomForest {
            try RandomForest(train.stacked(on: valid), isValid, trees: 40, minLeafSize: 5, using: &random)
        }
        let (differ, same) = (try forest(later), try forest(alike))
        #expect(differ.rankedImportances[0].name == "time" && differ.rankedImportances[0].share > 0.9)
        // Guessing a half is wrong by 0.5, and without a difference it gets no better than that.
        #expect(differ.outOfBag!.rootMeanSquaredError < 0.2)
        #expect(same.outOfBag!.rootMeanSquaredError > 0.48)
    }

    /// 9.27 · Why is `saleElapsed` made continuous, although it has fewer than 9000 different values?
    ///
    /// A category can only stand for what has been seen: every later day would be the same unknown level. As a number
    /// it can go on, and prices of future sales are what is to be predicted.
    ///
    /// - Shown by: `netData` in Chapters/09-TabularModeling/07d-ANetOfSales.swift
    @Test func `9.27 as a category all later days are one, and as a number they go on`() throws {
        let days = DataFrame([
            ("day", Column(Array(0..<60))), ("price", Column((0..<60).map { Double($0) / 10 })),
        ])
        let splits = RowSplits(train: Array(0..<40), valid: Array(40..<60))
        func said(asCategory: Bool) throws -> [Float] {
            let data = try TabularData(
                days, procs: [.categorify, .normalize], categorical: asCategory ? ["day"] : [],
                continuous: asCategory ? [] : ["day"], target: "price", splits: splits)
            var random = SplitMix64(seed: 9)
            let learner = TabularLearner<Tensor>(data, layers: [20], batchSize: 8, using: &random)
            try EpochReporting.silently { try learner.fitOneCycle(60, 0.02) }
            return learner.predictions().squeezed(1).scalars
        }
        let (name, number) = (try said(asCategory: true), try said(asCategory: false))
        #expect(Set(name).count == 1)
        #expect(number.last! > number.first! + 0.5)
        #expect(abs(number.last! - 5.9) < abs(name.last! - 5.9))
        // The rule alone would have made it a category: it has fewer values.
        #expect(days.contCatSplit(maxCard: 9000, dependent: ["price"]).categorical == ["day"])
    }

    /// 9.28 · What is boosting?
    ///
    /// Small models are trained one after the other, and each learns what is left of the targets after those before it.
    /// What they say is added up. Unlike in a forest, too many of them overfit.
    ///
    /// - Shown by: `Boosting` in Chapters/09-TabularModeling/08b-Boosting.swift
    @Test func `9.28 each tree learns what is left, they are added, and too many are too many`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try noisyWave(200, using: &random)
        let (testX, testY) = try noisyWave(200, using: &random)
        let model = try Boosting(x, y, trees: 3, rate: 1, depth: 2)
        var left = y.map { $0 - model.start }
        for tree in model.trees {
            let own = try DecisionTree(x, left, maxDepth: 2)
            let (expected, said) = (try own.predict(x), try tree.predict(x))
            #expect(zip(expected, said).allSatisfy { abs($0 - $1) < 1e-9 })
            left = zip(left, try tree.predict(x)).map { $0 - $1 }
        }
        let sums = try model.predict(x)
        #expect(zip(y, sums).map { $0 - $1 }.indices.allSatisfy { abs(y[$0] - sums[$0] - left[$0]) < 1e-9 })
        let long = try GradientBoosting(
            x, y, trees: 300, learningRate: 0.5, maxDepth: 4, validation: (testX, testY))
        #expect(long.trainErrors.last! < 0.05)
        #expect(long.validErrors.last! > 1.1 * long.validErrors.min()!)
    }

    /// 9.29 · How could embeddings be used with a random forest, and would you expect it to help?
    ///
    /// Train a net, and replace every column of categories by the numbers of its embeddings; then train the forest on
    /// these. Yes: levels that mean the same are near each other, so that one cut is right for many of them. How much
    /// it helps depends on the table; what has many levels gains most.
    ///
    /// - Shown by: `embedded` in Chapters/09-TabularModeling/08d-EmbeddingsForTrees.swift
    @Test func `9.29 where categories have many levels, a small forest is better with embeddings than with codes`()
        throws
    {
        var random = SplitMix64(seed: 9)
        let data = try towns(1200, using: &random)
        let net = TabularLearner<Tensor>(data, layers: [30], widths: [4], batchSize: 32, using: &random)
        try EpochReporting.silently { try net.fitOneCycle(15, 0.02) }
        let (codes, numbers) = (try data.train.features, try embedded(data.train, by: net))
        #expect(numbers.names == ["town 0", "town 1", "town 2", "town 3", "size"])
        func error(_ x: Features, _ valid: Features) throws -> Double {
            var random = SplitMix64(seed: 1)
            return try RandomForest(x, data.train.targets, trees: 20, minLeafSize: 20, using: &random)
                .rootMeanSquaredError(valid, data.valid.targets)
        }
        let (before, after) = (try error(codes, data.valid.features), try error(numbers, embedded(data.valid, by: net)))
        #expect(after < 0.7 * before)
    }

    /// 9.30 · Why might we not always use a neural net for tabular data?
    ///
    /// It takes much longer to train than a forest, needs more preparation and settings, and is harder to interpret;
    /// trees are often as good or better. Without `Normalize`, for one, a forest does not change at all, and a net may
    /// be useless.
    ///
    /// - Shown by: `whichModel` in Chapters/09-TabularModeling/09-WhichModel.swift
    @Test func `9.30 another scale changes nothing for a forest, and harms a net`() throws {
        var random = SplitMix64(seed: 9)
        let rows = Tensor.randn(300, 2, using: &random)
        let wide = rows * Tensor([4096, 1])
        let targets = rows[0..., 0] - rows[0..., 1]
        func forest(_ rows: Tensor) throws -> [Double] {
            var random = SplitMix64(seed: 2)
            let (x, y) = (try Features(rows), targets.scalars.map(Double.init))
            return try RandomForest(x, y, trees: 10, using: &random).predict(x)
        }
        #expect(try forest(rows) == forest(wide))
        func netLoss(_ rows: Tensor) -> Float {
            var random = SplitMix64(seed: 3)
            let layers = Sequential([Linear(2, 10, using: &random), ReLU(), Linear(10, 1, using: &random)])
            let optimizer = SGD(layers.parameters, learningRate: 0.05)
            for _ in 0..<60 {
                mseLoss(layers(rows).squeezed(1), targets).backward()
                optimizer.step()
                optimizer.zeroGrad()
            }
            return mseLoss(layers(rows).squeezed(1), targets).item
        }
        let (small, large) = (netLoss(rows), netLoss(wide))
        #expect(small < 0.1)
        #expect(!(large < 1))
    }
}
