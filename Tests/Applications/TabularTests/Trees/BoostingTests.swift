import Tensors
import TestSupport
import Testing

@testable import Tabular

@Suite struct `Gradient boosting` {
    @Test func `fits each tree to what is left`() throws {
        let (x, y) = try madeUpTable(200, seed: 1)
        let model = try GradientBoosting(x, y, trees: 3, learningRate: 0.5, maxDepth: 2)
        var sums = Array(repeating: y.reduce(0, +) / 200, count: 200)
        for tree in model.trees {
            let residuals = zip(y, sums).map { $0 - $1 }
            #expect(try tree == DecisionTree(x, residuals, maxDepth: 2))
            sums = zip(sums, try tree.predict(x)).map { $0 + 0.5 * $1 }
        }
        expectClose(try model.predict(x), sums, absolute: 1e-12, relative: 0)
        let stages = try model.stagedPredictions(x)
        expectClose(stages[2], sums, absolute: 1e-12, relative: 0)
        expectClose(
            model.trainErrors, stages.map { rootMeanSquaredError($0, y) }, absolute: 1e-12, relative: 0)
    }

    @Test func `errs less and less on what it learns from, but not on other rows`() throws {
        let (train, valid) = (try madeUpTable(100, seed: 1), try madeUpTable(200, seed: 2))
        let model = try GradientBoosting(
            train.x, train.y, trees: 300, learningRate: 0.3, validation: (valid.x, valid.y))
        #expect(zip(model.trainErrors, model.trainErrors.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(model.trainErrors.last! < 0.05)
        #expect(model.validErrors.count == 300 && model.validErrors.last! > 1.02 * model.validErrors.min()!)
        expectClose(
            [model.validErrors.last!], [try model.rootMeanSquaredError(valid.x, valid.y)], absolute: 1e-9, relative: 0)
    }

    @Test func `stops when it gets no better, and keeps the best`() throws {
        let (train, valid) = (try madeUpTable(100, seed: 1), try madeUpTable(200, seed: 2))
        let model = try GradientBoosting(
            train.x, train.y, trees: 300, learningRate: 0.3, validation: (valid.x, valid.y), patience: 10)
        let best = model.validErrors.indices.min { model.validErrors[$0] < model.validErrors[$1] }!
        #expect(model.trees.count == best + 1 && model.validErrors.count == best + 11)
        expectClose(
            [model.validErrors[best]], [try model.rootMeanSquaredError(valid.x, valid.y)], absolute: 1e-9, relative: 0)
    }

    @Test func `learns from some of the rows for each tree`() throws {
        let (x, y) = try madeUpTable(200, seed: 1)
        func model(_ seed: UInt64) throws -> GradientBoosting {
            var random = SplitMix64(seed: seed)
            return try GradientBoosting(x, y, trees: 20, subsample: 0.5, using: &random)
        }
        #expect(try model(1).trees.allSatisfy { $0.nodes[0].rows == 100 })
        #expect(try model(1).trees == model(1).trees && model(1).trees != model(2).trees)
    }

    @Test func `refuses what makes no sense`() throws {
        let (x, y) = try madeUpTable(20, seed: 1)
        #expect(throws: FitProblem.self) { try GradientBoosting(x, y, trees: 0) }
        #expect(throws: FitProblem.self) { try GradientBoosting(x, y, learningRate: 0) }
        #expect(throws: FitProblem.self) { try GradientBoosting(x, y, learningRate: .nan) }
        #expect(throws: FitProblem.self) { try GradientBoosting(x, y, patience: 3) }
        #expect(throws: FitProblem.self) { try GradientBoosting(x, y, validation: (x, y), patience: 0) }
        var random = SplitMix64(seed: 1)
        for share in [0, 1.5, 0.01, -1, .nan] {
            #expect(throws: FitProblem.self) { try GradientBoosting(x, y, subsample: share, using: &random) }
        }
    }
}

@Suite struct `The nearest neighbours` {
    @Test(arguments: Seeds.all)
    func `are those that adding up squares finds`(_ seed: UInt64) throws {
        let (x, y) = try madeUpTable(300, seed: seed)
        let (new, _) = try madeUpTable(50, seed: seed + 50)
        let model = try NearestNeighbours(x, y, neighbours: 4)
        let expected = (0..<50).map { row in
            let distances = (0..<300).map { other in
                zip(new.row(row), x.row(other)).reduce(0.0) {
                    $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
                }
            }
            return Array((0..<300).sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(4))
        }
        #expect(try model.nearest(new) == expected, "seed \(seed)")
        let means = expected.map { rows in rows.reduce(0) { $0 + y[$1] } / 4 }
        expectClose(try model.predict(new), means, absolute: 1e-12, relative: 0)
    }

    @Test func `are found where numbers are large and differences small, and the first of equal ones counts`() throws {
        let x = try Features(["x"], [[1e6, 1e6 + 1, 1e6 + 1, 1e6 + 2, 5]])
        let model = try NearestNeighbours(x, [0.0, 1, 2, 3, 4], neighbours: 1)
        #expect(try model.predict(Features(["x"], [[1e6 + 1, 1e6 - 3, 6, 1e6 + 9]])) == [1, 0, 4, 3])
    }

    @Test func `are found where squares are too large for floats`() throws {
        let x = try Features(["x"], [[3e38, -3e38, 1, 2e38]])
        let model = try NearestNeighbours(x, [0.0, 1, 2, 3], neighbours: 1)
        #expect(try model.predict(Features(["x"], [[2.9e38, -1e38, 1e20, 2.2e38]])) == [0, 2, 2, 3])
    }

    @Test func `must be there`() throws {
        let x = try Features(["x"], [[1, 2]])
        #expect(throws: FitProblem.self) { try NearestNeighbours(x, [1.0, 2], neighbours: 3) }
        #expect(throws: FitProblem.self) { try NearestNeighbours(x, [1.0, 2], neighbours: 0) }
        #expect(try NearestNeighbours(x, [1.0, 2], neighbours: 2).predict(x) == [1.5, 1.5])
    }
}
