// What scikit-learn and SciPy find for the same table (Tools/tree_fixtures.py).

import Foundation
import Safetensors
import TestSupport
import Testing

@testable import Tabular

@Suite struct `As in scikit-learn` {
    private let file: SafetensorsFile
    private let x, new: Features
    private let y: [Double]

    init() throws {
        file = try SafetensorsFile(reading: fixture("Trees/scikit-learn.safetensors"))
        (x, new) = (try Features(file.tensor("x")), try Features(file.tensor("new")))
        y = try file.tensor("y").scalars.map { Double($0) }
    }

    /// The fixtures are read as floats.
    private func expectClose(_ found: [Double], _ name: String) throws {
        let expected = try file.tensor(name).scalars.map { Double($0) }
        TestSupport.expectClose(found, expected, absolute: 1e-6, relative: 1e-6, name)
    }

    private func tree(_ name: String) throws -> DecisionTree {
        switch name {
        case "4 leaves": try DecisionTree(x, y, maxLeaves: 4)
        case "12 leaves": try DecisionTree(x, y, maxLeaves: 12, minLeafSize: 10)
        case "small leaves": try DecisionTree(x, y, minLeafSize: 10)
        default: try DecisionTree(x, y, minLeafSize: 10, maxDepth: 3)
        }
    }

    @Test(arguments: ["4 leaves", "12 leaves", "small leaves", "depth 3"])
    func `trees are the same`(_ name: String) throws {
        let tree = try tree(name)
        try expectClose(tree.predict(new), "\(name).predictions")
        try expectClose(tree.importances, "\(name).importances")
        #expect(try [tree.leafCount, tree.depth] == file.ints("\(name).shape").scalars)
    }

    @Test func `a tree of zeros and ones is that of Gini's impurity`() throws {
        let mean = y.reduce(0, +) / 400
        let tree = try DecisionTree(x, y.map { $0 > mean ? 1.0 : 0 }, maxLeaves: 8, minLeafSize: 10)
        try expectClose(tree.predict(new), "gini.predictions")
    }

    @Test func `boosting is the same after every tree`() throws {
        let model = try GradientBoosting(x, y, trees: 30, minLeafSize: 10)
        try expectClose(model.stagedPredictions(new).flatMap(\.self), "boosting.stages")
        try expectClose(model.trainErrors.map { $0 * $0 }, "boosting.errors")
        try expectClose(model.importances, "boosting.importances")
        let values = try file.tensor("dependence.values").scalars
        try expectClose(model.partialDependence(on: "x2", x, values: values).means, "dependence.means")
    }

    @Test func `neighbours are the same`() throws {
        let model = try NearestNeighbours(x, y)
        try expectClose(model.predict(new), "neighbours.predictions")
        #expect(try model.nearest(new).flatMap(\.self) == file.ints("neighbours.rows").scalars)
    }

    @Test func `columns that say the same are brought together alike`() throws {
        try expectClose(x.rankCorrelations.flatMap(\.self), "correlations")
        let merges = x.clusters.merges.flatMap { [Double($0.first), Double($0.second), $0.distance, Double($0.size)] }
        try expectClose(merges, "merges")
    }

    @Test func `the share of variance that is explained is the same`() throws {
        let guess = Array(repeating: y.reduce(0, +) / 400 + 0.5, count: 400)
        try expectClose([rSquared(guess, y)], "r2")
        #expect(rSquared(y, y) == 1 && rSquared([1, 1], [1, 1]) == 1 && rSquared([1, 2], [1, 1]) == 0)
    }
}
