import Figures
import Foundation
import Tensors
import TestSupport
import Testing

@testable import Tabular

@Suite struct `What a model says of its columns` {
    private func forest(_ seed: UInt64 = 1) throws -> (forest: RandomForest, x: Features, y: [Double]) {
        let (x, y) = try madeUpTable(400, seed: seed)
        var random = SplitMix64(seed: seed)
        return (try RandomForest(x, y, trees: 15, columnShare: 0.6, minLeafSize: 3, using: &random), x, y)
    }

    @Test func `shares of what cuts have gained add up to one`() throws {
        let x = try Features(["a", "b"], [[0, 0, 1, 1], [0, 1, 0, 1]])
        // Cutting by a gains 16, then by b 1 on the left and 1 on the right: of 18.
        let tree = try DecisionTree(x, [0, 2.0.squareRoot(), 4, 4 + 2.0.squareRoot()])
        expectClose(tree.importances, [16.0 / 18, 2.0 / 18], absolute: 1e-9, relative: 0)
        let (forest, _, _) = try forest()
        expectClose([forest.importances.reduce(0, +)], [1], absolute: 1e-12, relative: 0)
        #expect(Set(forest.rankedImportances.prefix(2).map(\.name)) == ["size", "level"])
        #expect(forest.rankedImportances.last == Importance("same", 0))
    }

    @Test func `shuffling a column hurts where it matters`() throws {
        let (forest, x, y) = try forest()
        var random = SplitMix64(seed: 9)
        let rises = try forest.permutationImportances(x, y, using: &random)
        #expect(rises[4] == 0 && rises[0] > 5 * abs(rises[3]) && rises[1] > 5 * abs(rises[3]))
    }

    @Test func `partial dependence follows what was planted, where means are misled`() throws {
        // y = a, but rows with large a mostly have b = 1, which costs 5.
        var random = SplitMix64(seed: 1)
        let a = (0..<2000).map { _ in Float(Int(random.uniform() * 5)) }
        let b = a.map { Float(random.uniform() < Double($0) / 4 ? 1 : 0) }
        let x = try Features(["a", "b"], [a, b])
        let y = zip(a, b).map { Double($0 - 5 * $1) }
        let tree = try DecisionTree(x, y)
        let curve = try tree.partialDependence(on: "a", x)
        #expect(curve.values == [0, 1, 2, 3, 4])
        let rises = zip(curve.means, curve.means.dropFirst()).map { $1 - $0 }
        // Where a is 0, b is never 1, so the ends say less.
        expectClose(Array(rises[1...2]), [1, 1], absolute: 1e-9, relative: 0)
        func mean(_ value: Float) -> Double {
            let rows = a.indices.filter { a[$0] == value }
            return rows.reduce(0) { $0 + y[$1] } / Double(rows.count)
        }
        #expect(mean(3) < mean(1))
        #expect(throws: FitProblem.self) { try tree.partialDependence(on: "c", x) }
        #expect(throws: FitProblem.self) { try tree.partialDependence(on: "a", x.rows([Int]())) }
    }

    @Test func `values to try are few, and not the oddest`() throws {
        let column = (0...1000).map { $0 == 1000 ? Float(1e6) : Float($0) }
        let grid = try Features(["x"], [column]).grid(of: "x", count: 10)
        #expect(grid.count == 10 && grid.first == 50 && grid.last == 950)
        #expect(try Features(["x"], [[3, 1, 3]]).grid(of: "x") == [1, 3])
    }

    @Test func `contributions add up to the prediction`() throws {
        let (forest, x, y) = try forest()
        let boosting = try GradientBoosting(x, y, trees: 20)
        for (parts, predictions) in [
            (try forest.contributions(x), try forest.predict(x)),
            (try boosting.contributions(x), try boosting.predict(x)),
            (try forest.trees[0].contributions(x), try forest.trees[0].predict(x)),
        ] {
            let sums = parts.rows.map { parts.bias + $0.reduce(0, +) }
            expectClose(sums, predictions, absolute: 1e-9, relative: 0)
            expectClose(parts.predictions, predictions, absolute: 1e-9, relative: 0)
            #expect(parts.rows.allSatisfy { $0[4] == 0 })
        }
    }

    @Test func `a column is credited with the change that its question makes`() throws {
        let x = try Features(["a", "b"], [[0, 0, 1, 1], [0, 1, 0, 1]])
        let parts = try DecisionTree(x, [0.0, 1, 4, 7]).contributions(x)
        #expect(parts.bias == 3 && parts.rows == [[-2.5, -0.5], [-2.5, 0.5], [2.5, -1.5], [2.5, 1.5]])
        #expect(parts.ranked(row: 2) == [Importance("a", 2.5), Importance("b", -1.5)])
    }
}

@Suite struct `Columns that say the same` {
    @Test func `have the same ranks`() throws {
        #expect(ranks([30, 10, 20, 10]) == [4, 1.5, 3, 1.5] && ranks([]).isEmpty)
        let a: [Float] = [1, 2, 3, 4, 5]
        let x = try Features(
            ["a", "cubed", "back", "same"], [a, a.map { $0 * $0 * $0 }, a.reversed(), [7, 7, 7, 7, 7]])
        let rows = x.rankCorrelations
        expectClose(rows[0], [1, 1, -1, 0], absolute: 1e-12, relative: 0)
        #expect(rows[3] == [0, 0, 0, 1])
    }

    @Test func `are brought together first`() throws {
        let merges = averageLinkage([[0, 1, 6, 8], [1, 0, 7, 9], [6, 7, 0, 2], [8, 9, 2, 0]])
        #expect(
            merges == [
                Merge(0, 1, distance: 1, size: 2), Merge(2, 3, distance: 2, size: 2),
                Merge(4, 5, distance: 7.5, size: 4),
            ])
        #expect(averageLinkage([[0]]).isEmpty && averageLinkage([]).isEmpty)
        let x = try Features(["a", "b", "a again"], [[1, 2, 3, 4], [2, 4, 1, 3], [10, 20, 30, 40]])
        #expect(x.clusters.merges[0].first == 0 && x.clusters.merges[0].second == 2)
        #expect(x.clusters.merges[0].distance < 1e-12)
        #expect(x.clusters.order == [1, 0, 2] || x.clusters.order == [0, 2, 1])
    }
}

@Suite struct `Pictures of trees` {
    private let x = try! Features(["size", "age"], [[1, 2, 3, 4], [5, 3, 9, 1]])
    private let y = [1.0, 2, 8, 9]

    @Test func `show what each node asks and knows`() throws {
        let diagram = try DecisionTree(x, y, maxLeaves: 3).diagram()
        #expect(diagram.root.lines == ["size ≤ 2.5?", "mse 12.5", "4 rows", "mean 5.0"])
        let leaves = diagram.root.children.flatMap { $0.children.isEmpty ? [$0] : $0.children }
        #expect(leaves.map { $0.lines.last } == ["mean 1.5", "mean 8.0", "mean 9.0"], "all with as many decimals")
        #expect(leaves.map { $0.lines[1] } == ["2 rows", "1 row", "1 row"])
        #expect(diagram.root.children.count == 2 && diagram.root.shade == 0.5 || diagram.root.shade > 0.4)
        let short = try DecisionTree(x, y).diagram(depth: 1)
        #expect(short.root.children.allSatisfy { $0.children.isEmpty && $0.lines.last == "…" })
    }

    @Test func `show the rows that come to each question`() throws {
        let pictures = try DecisionTree(x, y, maxLeaves: 2).splitPictures(x, y, target: "price")
        #expect(
            pictures.root.column == "size" && pictures.root.threshold == 2.5 && pictures.root.values == [1, 2, 3, 4])
        #expect(pictures.root.children.map(\.targets) == [[1, 2], [8, 9]])
        #expect(throws: FitProblem.self) {
            try DecisionTree(x, y).splitPictures(x.keeping(["age"]), y, target: "price")
        }
    }

    @Test func `show what matters, and why`() throws {
        let tree = try DecisionTree(x, y)
        #expect(ranked(x.names, tree.importances).bars().names == ["size", "age"])
        let waterfall = try tree.contributions(x).waterfall(row: 0, smallest: 0.1)
        #expect(abs(waterfall.net - (1 - 5)) < 1e-9)
    }
}
