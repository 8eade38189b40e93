// Questions 9.16 to 9.21: forests, and what they say about rows that they have not seen.

import Foundation
import Tabular
import Tensors
import TestSupport
import Testing

@testable import Chapter09

/// Rows of four columns; the target depends on the first two, and on chance.
private func rows(_ count: Int, using random: inout SplitMix64) throws -> (x: Features, y: [Double]) {
    let x = try Features(Tensor.randn(count, 4, using: &random))
    let chance = Tensor.randn(count, using: &random).scalars
    return (x, (0..<count).map { Double(2 * x.columns[0][$0] + x.columns[1][$0] + 0.7 * chance[$0]) })
}

extension `9 Questionnaire` {
    /// 9.16 · What is bagging?
    ///
    /// Draw rows at random with replacement, train a model on them, and do it again many times; the mean of what all
    /// the models predict is the prediction. It helps where the models' errors differ, so that they cancel. (From
    /// bootstrap aggregating.)
    ///
    /// - Shown by: `Bagging` in Chapters/09-TabularModeling/05-Bagging.swift
    @Test func `9.16 the mean of trees of other rows each is better than these trees are`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(400, using: &random)
        let (testX, testY) = try rows(400, using: &random)
        var drawn: [[Double]] = []
        let bag = try Bagging(x, y, models: 25, using: &random) { x, y in
            drawn.append(y)
            return try DecisionTree(x, y)
        }
        #expect(drawn.allSatisfy { $0.count == 400 && Set($0).count < 300 && Set($0).isSubset(of: y) })
        #expect(drawn[0] != drawn[1])
        let errors = try bag.models.map { try $0.rootMeanSquaredError(testX, testY) }
        #expect(try bag.rootMeanSquaredError(testX, testY) < 0.85 * errors.min()!)
        let first = try bag.models.map { try $0.predict(testX)[0] }
        #expect(abs(try bag.predict(testX)[0] - first.reduce(0, +) / 25) < 1e-9)
    }

    /// 9.17 · What is the difference between `max_samples` and `max_features`?
    ///
    /// `max_samples` is how many *rows* are drawn for each tree. `max_features` is how many *columns* may be looked at
    /// for each question, drawn anew every time (here `samples` and `columnShare`).
    ///
    /// - Shown by: `rf` in Chapters/09-TabularModeling/05b-TheForest.swift
    @Test func `9.17 one limits the rows of a tree, the other the columns of a question`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(500, using: &random)
        func forest(samples: Int?, columnShare: Double) throws -> RandomForest {
            try RandomForest(x, y, trees: 30, samples: samples, columnShare: columnShare, using: &random)
        }
        let few = try forest(samples: 50, columnShare: 1)
        #expect(few.trees.allSatisfy { $0.nodes[0].weight == 50 && $0.nodes[0].rows <= 50 })
        let (all, narrow) = (try forest(samples: nil, columnShare: 1), try forest(samples: nil, columnShare: 0.25))
        #expect(
            all.trees.allSatisfy { $0.nodes[0].weight == 500 } && narrow.trees.allSatisfy { $0.nodes[0].weight == 500 })
        // With all columns at hand, every tree begins with the best one; with one in four, with whichever was drawn.
        #expect(Set(all.trees.map { $0.nodes[0].column }).count == 1)
        #expect(Set(narrow.trees.map { $0.nodes[0].column }).count == 4)
        // Drawn anew for each question, not once for a tree.
        #expect(narrow.trees.allSatisfy { Set($0.nodes.filter { !$0.isLeaf }.map(\.column)).count == 4 })
    }

    /// 9.18 · If `n_estimators` is made very large, can that lead to overfitting?
    ///
    /// No. The trees do not know of each other, so a further one only makes the mean steadier: the error gets smaller,
    /// ever more slowly, and stays there. It only takes longer.
    ///
    /// - Shown by: `moreTreesFewerColumns` in Chapters/09-TabularModeling/05c-MoreTrees.swift
    @Test func `9.18 four hundred trees are no worse than twenty, on rows that they have not seen`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(300, using: &random)
        let (testX, testY) = try rows(1000, using: &random)
        let errors = try [1, 20, 400].map {
            try RandomForest(x, y, trees: $0, outOfBag: false, using: &random).rootMeanSquaredError(testX, testY)
        }
        #expect(errors[0] > 1.15 * errors[1])
        #expect(errors[2] < 1.01 * errors[1])
    }

    /// 9.19 · Behind figure 9-7, the book takes `preds.mean(0)`, and gets the error of the forest. Why?
    ///
    /// `preds` has what each tree predicts for each row. A forest's prediction is by definition the mean over its
    /// trees; so the mean over the first axis is what the forest predicts.
    ///
    /// - Shown by: `eachTreeByItself` in Chapters/09-TabularModeling/05c-MoreTrees.swift
    @Test func `9.19 the mean over the trees is the forest's prediction, and a single tree's is not`() throws {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(200, using: &random)
        let forest = try RandomForest(x, y, trees: 12, using: &random)
        let all = try forest.predictions(x)
        #expect(all.count == 12 && all.allSatisfy { $0.count == 200 })
        let means = (0..<200).map { row in all.reduce(0) { $0 + $1[row] } / 12 }
        #expect(zip(means, try forest.predict(x)).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(all[0], means).contains { abs($0 - $1) > 0.1 })
    }

    /// 9.20 · What is the out-of-bag error?
    ///
    /// The error on the training rows, where each row is predicted only by those trees that did not draw it. No tree
    /// has seen what it is asked about, so it is as honest as a validation error, and costs no rows.
    ///
    /// - Shown by: `outOfBagByHand` in Chapters/09-TabularModeling/05d-OutOfTheBag.swift
    @Test func `9.20 out of the bag a forest is as good as on new rows, and on its own rows it seems far better`()
        throws
    {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rows(1000, using: &random)
        let (testX, testY) = try rows(1000, using: &random)
        let forest = try RandomForest(x, y, trees: 60, using: &random)
        let (own, new) = (try forest.rootMeanSquaredError(x, y), try forest.rootMeanSquaredError(testX, testY))
        let bag = forest.outOfBag!.rootMeanSquaredError
        #expect(own < 0.6 * new && abs(bag - new) < 0.08 * new)
        // Where there is nothing to learn, it says so.
        let chance = Tensor.randn(1000, using: &random).scalars.map(Double.init)
        let nothing = try RandomForest(x, chance, trees: 60, using: &random)
        #expect(rSquared(try nothing.predict(x), chance) > 0.5 && nothing.outOfBag!.rSquared < 0.05)
    }

    /// 9.21 · Why may a validation error be worse than the out-of-bag error? How can the reasons be told apart?
    ///
    /// The validation rows may be of another kind, such as from a later time, to which the training rows do not carry
    /// over; or one has decided by the out-of-bag error so often that it has become too good. To find out: draw
    /// validation rows at random from the training time (if their error is as small as out of the bag, it is the time);
    /// ask a forest to tell training from validation rows, and leave out the columns by which it can; or learn from
    /// recent rows only.
    ///
    /// - Shown by: `whyTheFutureIsHarder` in Chapters/09-TabularModeling/05d-OutOfTheBag.swift
    @Test func `9.21 with prices that rise, later rows are worse than the bag, and random ones are not`() throws {
        var random = SplitMix64(seed: 9)
        var (x, y) = try rows(1200, using: &random)
        x = try Features(x.names + ["time"], x.columns + [(0..<1200).map(Float.init)])
        y = y.indices.map { y[$0] + Double($0) / 150 }
        func beyondTheBag(_ split: RowSplits) throws -> Double {
            let forest = try RandomForest(
                x.rows(split.train), split.train.map { y[$0] }, trees: 40, minLeafSize: 3, using: &random)
            let error = try forest.rootMeanSquaredError(x.rows(split.valid), split.valid.map { y[$0] })
            return error / forest.outOfBag!.rootMeanSquaredError
        }
        #expect(try beyondTheBag(RowSplits(train: Array(0..<960), valid: Array(960..<1200))) > 1.3)
        #expect(abs(try beyondTheBag(.random(1200, using: &random)) - 1) < 0.12)
        // A forest tells by one column which rows are the later ones.
        let isLater = (0..<1200).map { $0 < 960 ? 0.0 : 1 }
        let domain = try RandomForest(x, isLater, trees: 20, minLeafSize: 3, using: &random)
        #expect(domain.rankedImportances[0].name == "time" && domain.rankedImportances[0].share > 0.9)
    }
}
