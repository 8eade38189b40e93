// Questions 9.22 to 9.24: what a forest says about its table.

import Figures
import Tabular
import Tensors
import TestSupport
import Testing

/// Rows of a, b and c: the target is 3a where b is below 0, and 3a and much chance where it is not. c says nothing.
private func rows(_ count: Int, using random: inout SplitMix64) throws -> (x: Features, y: [Double]) {
    let x = try Features(Tensor.randn(count, 3, using: &random), names: ["a", "b", "c"])
    let chance = Tensor.randn(count, using: &random).scalars
    let y = (0..<count).map { row in
        Double(3 * x.columns[0][row] + (x.columns[1][row] < 0 ? 0.1 : 2) * chance[row])
    }
    return (x, y)
}

extension `9 Questionnaire` {
    /// 9.22 · Why can a random forest tell (a) how sure it is of a row, (b) which factors mattered for a row, and how,
    /// (c) which columns are the strongest, and (d) how predictions change with them?
    ///
    /// (a) It consists of many trees: the standard deviation of what they predict for the row is large where they
    /// disagree. (b) Every row goes a way through each tree, and each question on it changes the mean: these changes,
    /// added up for each column, are its contributions (the tree interpreter). (c) Every question has made the error
    /// smaller by some amount, which is credited to its column (feature importance). (d) It predicts fast, so one can
    /// set a column to one value after the other in all rows, and look at the mean prediction (partial dependence).
    ///
    /// - Shown by: `howSure` in Chapters/09-TabularModeling/06-PredictionSpread.swift
    /// - Shown by: `whyThisPrice` in Chapters/09-TabularModeling/06h-Contributions.swift
    /// - Shown by: `importances` in Chapters/09-TabularModeling/06b-FeatureImportance.swift
    /// - Shown by: `meanPrediction` in Chapters/09-TabularModeling/06e-PartialDependence.swift
    @Test func `9.22 of a planted rule, a forest says where it is unsure, what counts, and how`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(1500, using: &random)
        let forest = try RandomForest(x, y, trees: 40, minLeafSize: 3, using: &random)
        let test = try Features(["a", "b", "c"], [[1, 1, -1, -1], [-1, 1, -1, 1], [0, 0, 0, 0]])
        // (a) With b above 0 there is chance in the targets, and the trees disagree.
        let new = try rows(400, using: &random).x
        let spread = try forest.spread(new)
        func mean(_ isMeant: (Float) -> Bool) -> Double {
            let some = spread.indices.filter { isMeant(new.columns[1][$0]) }
            return some.reduce(0) { $0 + spread[$1] } / Double(some.count)
        }
        #expect(mean { $0 > 0.2 } > 2 * mean { $0 < -0.2 })
        // (b) What a contributes has its sign; bias and contributions are the prediction.
        let why = try forest.contributions(test)
        for row in 0..<4 {
            #expect(abs(why.bias + why.rows[row].reduce(0, +) - why.predictions[row]) < 1e-9)
            #expect(why.ranked(row: row)[0].name == "a")
            #expect((why.rows[row][0] > 0) == (test.columns[0][row] > 0))
        }
        // (c) and (d)
        #expect(forest.rankedImportances[0].name == "a" && forest.importances[2] < 0.2)
        let means = try forest.partialDependence(on: "a", x, values: [-1, 0, 1]).means
        #expect(abs(means[2] - means[0] - 6) < 1.2)
        let flat = try forest.partialDependence(on: "c", x, values: [-1, 1]).means
        #expect(abs(flat[1] - flat[0]) < 0.5)
    }

    /// 9.23 · What is the purpose of removing unimportant variables?
    ///
    /// A simpler model, of about the same accuracy: fewer columns are easier to study, to explain and to keep right.
    ///
    /// - Shown by: `fewerColumns` in Chapters/09-TabularModeling/06c-FewerColumns.swift
    @Test func `9.23 without columns that say nothing, a forest is no worse`() throws {
        var random = SplitMix64(seed: 9)
        func table(_ count: Int) throws -> (x: Features, y: [Double]) {
            let x = try Features(Tensor.randn(count, 22, using: &random))
            return (x, x.columns[0].indices.map { Double(x.columns[0][$0] + x.columns[1][$0] * x.columns[1][$0]) })
        }
        let ((x, y), (testX, testY)) = (try table(800), try table(800))
        let all = try RandomForest(x, y, trees: 40, columnShare: 0.5, using: &random)
        let kept = all.rankedImportances.filter { $0.share > 0.05 }.map(\.name)
        #expect(Set(kept) == ["x0", "x1"])
        let few = try RandomForest(x.keeping(kept), y, trees: 40, columnShare: 0.5, using: &random)
        #expect(
            try few.rootMeanSquaredError(testX.keeping(kept), testY) < 1.02 * all.rootMeanSquaredError(testX, testY))
    }

    /// 9.24 · Which kind of plot suits the results of a tree interpreter?
    ///
    /// A waterfall: each bar is what one column contributes and begins where the one before has ended, small ones are
    /// put together, and the last bar is the sum of all.
    ///
    /// - Shown by: `whyThisPrice` in Chapters/09-TabularModeling/06h-Contributions.swift
    @Test func `9.24 the bars of a waterfall lead from the bias to the prediction`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(300, using: &random)
        let forest = try RandomForest(x, y, trees: 10, minLeafSize: 3, using: &random)
        let why = try forest.contributions(x.rows([7]))
        let waterfall = why.waterfall(row: 0, smallest: 0.0)
        #expect(abs(why.bias + waterfall.net - why.predictions[0]) < 1e-9)
        #expect(Set(waterfall.steps.map(\.name)) == ["a", "b", "c"])
        #expect(abs(waterfall.steps[0].change) >= abs(waterfall.steps[2].change))
        // What is small is one bar together, and the sum stays the same.
        let limit = abs(waterfall.steps[1].change) + 1e-9
        let pooled = why.waterfall(row: 0, smallest: limit)
        #expect(pooled.steps.count == 2 && abs(pooled.net - waterfall.net) < 1e-9)
    }
}
