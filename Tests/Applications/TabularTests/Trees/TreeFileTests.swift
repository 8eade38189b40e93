import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing

@testable import Tabular

@Suite struct `Trees in a file` {
    private let folder = TemporaryFolder()
    private var file: URL { folder.url.appending(path: "trees.safetensors") }

    @Test func `come back as they were`() throws {
        let (x, y) = try madeUpTable(100, seed: 1)
        let tree = try DecisionTree(x, y)
        try tree.save(to: file)
        #expect(try DecisionTree(saved: file) == tree)
        var random = SplitMix64(seed: 1)
        let forest = try RandomForest(x, y, trees: 4, columnShare: 0.5, using: &random)
        try forest.save(to: file)
        let again = try RandomForest(saved: file)
        #expect(try again.trees == forest.trees && again.predict(x) == forest.predict(x) && again.outOfBag == nil)
        let boosting = try GradientBoosting(x, y, trees: 4)
        try boosting.save(to: file)
        #expect(try GradientBoosting(saved: file).predict(x) == boosting.predict(x))
    }

    private func problem(_ read: () throws -> Void) -> String {
        do { try read() } catch { return (error as? TableProblem)?.problem ?? "another error" }
        return "nothing"
    }

    @Test func `are refused if they are of another kind, or no trees`() throws {
        let (x, y) = try madeUpTable(20, seed: 1)
        try DecisionTree(x, y).save(to: file)
        #expect(problem { _ = try RandomForest(saved: file) } == "it holds a “tree”, not a forest")
        try SafetensorsFile(["a": Tensor([1])]).write(to: file)
        #expect(problem { _ = try DecisionTree(saved: file) } == "it holds tensors, but no trees")
        try Data("no".utf8).write(to: file)
        #expect(problem { _ = try DecisionTree(saved: file) } != "nothing")
        #expect(problem { _ = try DecisionTree(saved: folder.url.appending(path: "none")) } != "nothing")
    }

    /// A node that leads back, one with two parents, one without, a column that is not there, a threshold that is no
    /// number, a size that does not fit, a version of tomorrow.
    @Test(arguments: [
        ("left", [0, 0, 0]), ("left", [2, 0, 0]), ("left", [-1, 0, 0]), ("column", [5, -1, -1]),
        ("column", [-2, -1, -1]),
        ("sizes", [2]), ("sizes", [-3]), ("sizes", [1, 2]), ("rows", [0, 1, 1]), ("column", [-1, -1, -1]),
        ("mean", [Int.max, 0, 0]), ("left", [1, 0]),
    ])
    func `are refused if they make no sense`(_ name: String, _ numbers: [Int]) throws {
        let x = try Features(["x"], [[1, 2]])
        try DecisionTree(x, [1.0, 2]).save(to: file)
        var content = try SafetensorsFile(reading: file)
        content.tensors[name] = .ints(NDArray(numbers))
        try content.write(to: file)
        #expect(problem { _ = try DecisionTree(saved: file) } == "its trees make no sense")
    }

    @Test func `are refused if they are of a later version`() throws {
        try DecisionTree(Features(["x"], [[1, 2]]), [1.0, 2]).save(to: file)
        var content = try SafetensorsFile(reading: file)
        content.metadata["trees"] = content.metadata["trees"]!.replacing("\"version\":1", with: "\"version\":2")
        try content.write(to: file)
        #expect(problem { _ = try DecisionTree(saved: file) } == "it is of version 2, and this program reads 1")
    }
}
