import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite struct `A decision tree` {
    @Test(arguments: Seeds.all, [1, 2, 7])
    func `cuts where trying everything would`(_ seed: UInt64, _ smallest: Int) throws {
        let (x, y) = try madeUpTable(60, seed: seed)
        let naive = try #require(naiveCut(x, y, rows: Array(0..<60), smallest: smallest))
        let root = try DecisionTree(x, y, maxLeaves: 2, minLeafSize: smallest).nodes[0]
        #expect(Int(root.column) == naive.column && root.threshold == naive.threshold, "seed \(seed)")
        let left = try DecisionTree(x, y, maxLeaves: 2, minLeafSize: smallest).nodes[1...]
        let error = left.reduce(0) { $0 + Double($1.rows) * $1.squaredError }
        expectClose([error], [naive.error], absolute: 0, relative: 1e-9)
    }

    @Test(arguments: Seeds.all, [1, 4])
    func `predicts what a tree grown by trying everything does`(_ seed: UInt64, _ smallest: Int) throws {
        let (x, y) = try madeUpTable(80, seed: seed)
        let (new, _) = try madeUpTable(20, seed: seed + 100)
        let found = try DecisionTree(x, y, minLeafSize: smallest, maxDepth: 5).predict(new)
        let expected = (0..<20).map {
            naivePrediction(x, y, rows: Array(0..<80), for: new.row($0), smallest: smallest, depth: 5)
        }
        expectClose(found, expected, absolute: 1e-9, relative: 0, "seed \(seed)")
    }

    @Test func `without limits, knows its rows by heart`() throws {
        let (x, y) = try madeUpTable(500, seed: 1)
        let tree = try DecisionTree(x, y)
        #expect(try tree.predict(x) == y)
        #expect(tree.leafCount == 500)
    }

    @Test func `cuts first what gains most`() throws {
        // The cut between 1 and 2 gains most, then that between 5 and 6; the others little.
        let x = try Features(["x"], [[0, 1, 2, 3, 4, 5, 6, 7]])
        let y = [0.0, 0.1, 10, 10.1, 10, 10.2, 13, 13.1]
        #expect(try DecisionTree(x, y, maxLeaves: 2).nodes.map(\.threshold) == [1.5, 0, 0])
        let three = try DecisionTree(x, y, maxLeaves: 3)
        #expect(three.nodes.filter { !$0.isLeaf }.map(\.threshold) == [1.5, 5.5])
        #expect(three.leafCount == 3 && three.depth == 2)
        #expect(three.nodes.map(\.rows) == [8, 2, 6, 4, 2])
        #expect(three.path(of: [5.6]) == [0, 2, 4] && three.path(of: [5.5]) == [0, 2, 3])
    }

    @Test func `cuts in two even where that gains nothing, since the next cuts may`() throws {
        let x = try Features(["a", "b"], [[0, 0, 1, 1], [0, 1, 0, 1]])
        let tree = try DecisionTree(x, [0.0, 1, 1, 0])
        #expect(try tree.predict(x) == [0, 1, 1, 0])
        #expect(tree.importances == [0, 1])
    }

    @Test func `knows mean, squared error and rows of every node`() throws {
        let tree = try DecisionTree(Features(["x"], [[1, 2, 3]]), [1.0, 2, 6])
        #expect(tree.nodes[0].mean == 3)
        expectClose([tree.nodes[0].squaredError], [14.0 / 3], absolute: 1e-12, relative: 0)
        #expect(tree.description.hasPrefix("x ≤ 2.5?  (3 rows, mean 3, mse 4.667)\n  yes: x ≤ 1.5?"))
    }

    @Test func `treats very small differences between numbers as differences`() throws {
        let numbers: [Float] = [1, Float(1).nextUp, 3e38, -3e38, -0.0, 0.0]
        let tree = try DecisionTree(Features(["x"], [numbers]), [1.0, 2, 3, 4, 5, 5])
        #expect(try tree.predict(Features(["x"], [numbers])) == [1, 2, 3, 4, 5, 5])
    }

    @Test func `is one leaf where nothing can be cut`() throws {
        let same = try Features(["x"], [[2, 2, 2]]), three = try Features(["x"], [[1, 2, 3]])
        #expect(try DecisionTree(same, [1.0, 2, 6]).nodes.map(\.mean) == [3])
        #expect(try DecisionTree(three, [0.1, 0.1, 0.1]).nodes.map(\.mean) == [0.1])
        #expect(try DecisionTree(three, [1.0, 2, 6], maxLeaves: 1).leafCount == 1)
        #expect(try DecisionTree(three, [1.0, 2, 6], maxDepth: 0).leafCount == 1)
        #expect(try DecisionTree(three, [1.0, 2, 6], minLeafSize: 2).leafCount == 1)
        let one = try DecisionTree(Features(["x"], [[7]]), [5.0])
        #expect(try one.predict(three) == [5, 5, 5] && one.importances == [0])
        #expect(try one.predict(Features(["x"], [[]])).isEmpty)
    }

    @Test func `takes targets of both types`() throws {
        let x = try Features(["x"], [[1, 2]])
        #expect(try DecisionTree(x, [Float(0.5), 2]) == DecisionTree(x, [0.5, 2.0]))
    }
}

@Suite struct `What a model cannot learn from` {
    private func problem(_ names: [String] = ["x"], _ columns: [[Float]] = [[1, 2]], _ targets: [Double] = [1, 2])
        -> String
    {
        do {
            _ = try DecisionTree(Features(names, columns), targets)
            return "nothing"
        } catch { return (error as? FitProblem)?.problem ?? "another error" }
    }

    @Test func `is refused with its place`() {
        #expect(problem() == "nothing")
        #expect(problem(["x"], [[1, .nan]]) == "“x” is missing in row 1")
        #expect(problem(["x"], [[-.infinity, 1]]) == "“x” is infinite in row 0")
        #expect(problem(["x"], [[]], []) == "there is no row to learn from")
        #expect(problem([], [], []) == "there is no column to learn from")
        #expect(problem(["x", "x"], [[1, 2], [3, 4]]) == "two columns are named “x”")
        #expect(problem(["x", "y"], [[1, 2], [3]]) == "“y” has 1 row, and “x” has 2")
        #expect(problem(["x", "y"], [[1, 2]]) == "2 names for 1 column")
        #expect(problem(["x"], [[1, 2]], [1]) == "1 target for 2 rows")
        #expect(problem(["x"], [[1, 2]], [1, .nan]) == "the target of row 1 is nan")
        #expect(problem(["x"], [[1, 2]], [1, .infinity]) == "the target of row 1 is inf")
        #expect(problem(["x"], [[1, 2]], [1, 1e200]) == "the target of row 1 is 1e+200")
    }

    @Test(arguments: [(0, 1, 3), (-2, 1, 3), (2, 0, 3), (2, 1, -1)])
    func `are limits that make no sense`(_ leaves: Int, _ smallest: Int, _ depth: Int) throws {
        let x = try Features(["x"], [[1, 2]])
        #expect(throws: FitProblem.self) {
            try DecisionTree(x, [1.0, 2], maxLeaves: leaves, minLeafSize: smallest, maxDepth: depth)
        }
    }

    @Test func `are other columns than those it knows`() throws {
        let tree = try DecisionTree(Features(["a", "b"], [[1, 2], [1, 2]]), [1.0, 2])
        let problems = try [["a"], ["b", "a"], ["a", "b", "c"]].map { names in
            let other = try Features(names, names.map { _ in [1] })
            do { _ = try tree.predict(other) } catch let problem as FitProblem { return problem.problem }
            return "nothing"
        }
        #expect(problems[0] == "there is no column “b”, which the model has learned from")
        #expect(problems[1] == "the columns are b, a, not a, b" && problems[2] == "the columns are a, b, c, not a, b")
    }
}

@Suite struct `Columns of numbers` {
    private let table = try! Features(["a", "b"], [[1, 2, 3], [4, 5, 6]])

    @Test func `are taken by name, and rows by number`() throws {
        #expect(try table["b"] == [4, 5, 6] && table.row(1) == [2, 5])
        #expect(try table.rows([2, 0]) == Features(["a", "b"], [[3, 1], [6, 4]]))
        #expect(try table.dropping(["a"]) == Features(["b"], [[4, 5, 6]]))
        #expect(try table.keeping(["b", "a"]).names == ["b", "a"])
        #expect(try table.stacked(on: table.rows([0])).columns == [[1, 2, 3, 1], [4, 5, 6, 4]])
        #expect(try table.replacing("a", with: [0, 0, 0]).columns == [[0, 0, 0], [4, 5, 6]])
        #expect(throws: FitProblem.self) { try table.replacing("a", with: [0, 0]) }
        #expect(throws: FitProblem.self) { try table.replacing("a", with: [0, 0, .nan]) }
        #expect(throws: FitProblem.self) { try table.keeping(["c"]) }
        #expect(throws: FitProblem.self) { try table.dropping(["c"]) }
    }

    @Test func `become a tensor and come from one`() throws {
        #expect(table.tensor.scalars == [1, 4, 2, 5, 3, 6])
        #expect(try Features(table.tensor, names: ["a", "b"]) == table)
    }
}
