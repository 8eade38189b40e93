import Foundation
import Kernels
import Tensors
import TestSupport
import Testing

@testable import Tabular

@Suite struct `A random forest` {
    private func forest(
        _ table: (x: Features, y: [Double]), trees: Int = 12, seed: UInt64 = 1, share: Double = 0.5
    ) throws -> RandomForest {
        var random = SplitMix64(seed: seed)
        return try RandomForest(
            table.x, table.y, trees: trees, samples: 150, columnShare: share, minLeafSize: 2, using: &random)
    }

    @Test func `predicts the mean of its trees`() throws {
        let table = try madeUpTable(300, seed: 1)
        let forest = try forest(table)
        let all = try forest.predictions(table.x)
        #expect(try all.count == 12 && all[3] == forest.trees[3].predict(table.x))
        let means = (0..<300).map { row in all.reduce(0) { $0 + $1[row] } / 12 }
        expectClose(try forest.predict(table.x), means, absolute: 1e-12, relative: 0)
        let spread = try forest.spread(table.x)
        let squares = all.reduce(0) { $0 + ($1[7] - means[7]) * ($1[7] - means[7]) }
        expectClose([spread[7]], [(squares / 12).squareRoot()], absolute: 1e-12, relative: 0)
    }

    @Test func `errs less than its trees do on average`() throws {
        let (train, valid) = (try madeUpTable(300, seed: 1), try madeUpTable(300, seed: 2))
        let forest = try forest(train, trees: 30)
        let each = try forest.trees.map { try $0.rootMeanSquaredError(valid.x, valid.y) }
        #expect(try forest.rootMeanSquaredError(valid.x, valid.y) < 0.8 * each.reduce(0, +) / 30)
    }

    @Test func `is made by its seed alone`() throws {
        let table = try madeUpTable(300, seed: 1)
        #expect(try forest(table).trees == forest(table).trees)
        #expect(try forest(table).trees != forest(table, seed: 2).trees)
        // A loop inside a loop runs on one thread.
        nonisolated(unsafe) var alone: [DecisionTree]?
        parallelFor(2) { range in
            for number in range where number == 0 { alone = try? forest(table).trees }
        }
        #expect(try alone == forest(table).trees)
    }

    @Test func `gives each tree rows of its own, some of them twice`() {
        var random = SplitMix64(seed: 1)
        let bag = Bag(1000, of: 1000, using: &random)
        #expect(bag.counts.reduce(0) { $0 + Int($1) } == 1000)
        // 1 − 1/e of the rows are drawn.
        #expect((580...680).contains(bag.rows.count) && bag.counts.max()! > 2)
        #expect(bag.rows.map { bag.numbers[$0] } == bag.rows.indices.map(UInt32.init))
        let different = Bag(300, ofDifferent: 1000, using: &random)
        #expect(different.rows.count == 300 && different.counts.max() == 1)
    }

    @Test func `counts a row that was drawn twice as two`() throws {
        // A tree of weighted rows is the tree of the rows written out.
        let (x, y) = try madeUpTable(40, seed: 3)
        var random = SplitMix64(seed: 4)
        let bag = Bag(40, of: 40, using: &random)
        let rows = (0..<40).flatMap { Array(repeating: $0, count: Int(bag.counts[$0])) }
        let weighted = DecisionTree(
            growing: SortedColumns(x).sample(bag.numbers, count: bag.rows.count), bag.weighted(y),
            GrowthRules(maxDepth: 3), using: random, names: x.names)
        let written = try DecisionTree(x.rows(rows), rows.map { y[$0] }, maxDepth: 3)
        #expect(weighted.nodes.map(\.column) == written.nodes.map(\.column))
        #expect(weighted.nodes.map(\.weight) == written.nodes.map(\.rows))
        expectClose(weighted.nodes.map(\.mean), written.nodes.map(\.mean), absolute: 1e-9, relative: 0)
    }

    @Test func `tries as many columns for a cut as it may`() throws {
        let table = try madeUpTable(300, seed: 1)
        // With a single column for each cut, the one that says nothing is asked as often as the others.
        let one = try forest(table, trees: 30, share: 0.01), all = try forest(table, trees: 30, share: 1)
        #expect(one.importances[3] > 2 * all.importances[3])
        #expect(one.importances[4] == 0 && all.importances[4] == 0)
    }

    @Test func `asks for each row the trees that have not seen it`() throws {
        let (x, y) = try madeUpTable(200, seed: 5)
        var random = SplitMix64(seed: 6)
        let forest = try RandomForest(x, y, trees: 5, using: &random)
        // The bags come from the trees' seeds.
        var again = SplitMix64(seed: 6)
        let bags = (0..<5).map { _ in
            var own = SplitMix64(seed: again.next())
            return Bag(200, of: 200, using: &own)
        }
        let all = try forest.predictions(x)
        let expected = (0..<200).map { row -> Double? in
            let trees = (0..<5).filter { bags[$0].counts[row] == 0 }
            return trees.isEmpty ? nil : trees.reduce(0) { $0 + all[$1][row] } / Double(trees.count)
        }
        let found = try #require(forest.outOfBag).predictions
        #expect(found.map { $0 == nil } == expected.map { $0 == nil } && found.contains { $0 == nil })
        expectClose(found.compactMap(\.self), expected.compactMap(\.self), absolute: 1e-12, relative: 0)
        let inBag = try forest.rootMeanSquaredError(x, y)
        #expect(forest.outOfBag!.rootMeanSquaredError > 1.5 * inBag)
        #expect((0.3..<1).contains(forest.outOfBag!.rSquared))
    }

    @Test(arguments: [(0, 10, 0.5), (3, 0, 0.5), (3, 10, 0), (3, 10, 1.5), (3, 10, -.infinity), (3, 10, .nan)])
    func `refuses what makes no sense`(_ trees: Int, _ samples: Int, _ share: Double) throws {
        let (x, y) = try madeUpTable(20, seed: 1)
        var random = SplitMix64(seed: 1)
        #expect(throws: FitProblem.self) {
            try RandomForest(x, y, trees: trees, samples: samples, columnShare: share, using: &random)
        }
    }

    @Test func `draws no more rows than there are, and learns from a single one`() throws {
        var random = SplitMix64(seed: 1)
        let one = try RandomForest(Features(["x"], [[1]]), [3.0], trees: 3, samples: 100, using: &random)
        #expect(try one.predict(Features(["x"], [[1, 9]])) == [3, 3])
        #expect(one.trees.allSatisfy { $0.nodes[0].weight == 1 })
        #expect(one.outOfBag!.predictions == [nil] && one.outOfBag!.rootMeanSquaredError.isNaN)
    }
}
