// # A decision tree
//
// A tree asks one question after the other, each about one column: is the number at most this? Every answer leads to a
// node with another question, and at last to a leaf. What it predicts there is the mean of the targets of the rows that
// it learned from and that came to the same leaf.
//
// How it finds its questions is told in SplitSearch.swift and GrowingTree.swift.

import Foundation
import Tensors

/// A tree that predicts numbers. (scikit-learn's `DecisionTreeRegressor`.)
///
///     let tree = try DecisionTree(xs, y, maxLeaves: 4)
///     try tree.predict(validXs)
///
/// Targets of 0 and 1 make it a classifier: it predicts the share of ones. The squared error of a share p is p(1 − p),
/// half of its Gini impurity, so the cuts are the same.
public struct DecisionTree: Regressor, Equatable {
    public let names: [String]
    /// The root first. The two children of a node stand side by side, somewhere behind it.
    public let nodes: [Node]

    /// A question, or a leaf.
    public struct Node: Sendable, Equatable {
        /// The mean of the targets of its rows. (`value` in the book's drawing.)
        public internal(set) var mean: Double
        /// Their mean squared difference from it. (`mse` in the book's drawing.)
        public internal(set) var squaredError: Double
        /// How many rows came here. (`samples` in the book's drawing.)
        public internal(set) var rows: Int32
        /// How many rows came here, those that were drawn twice counted twice.
        public internal(set) var weight: Int32
        /// What it asks: whether the number in this column … (−1 for a leaf)
        public internal(set) var column: Int32 = -1
        /// … is at most this.
        public internal(set) var threshold: Float = 0
        /// The node for yes; the next one is for no.
        public internal(set) var left: Int32 = 0

        public var isLeaf: Bool { column < 0 }
        /// The nodes for yes and no; none for a leaf.
        public var children: [Int] { isLeaf ? [] : [Int(left), Int(left) + 1] }
    }

    /// - Parameters:
    ///   - targets: one for each row.
    ///   - maxLeaves: at most so many leaves, the best cuts first (`max_leaf_nodes`); 1 makes a tree that always
    ///     predicts the mean.
    ///   - minLeafSize: each leaf has at least so many rows (`min_samples_leaf`).
    ///   - maxDepth: at most so many questions one after the other.
    /// - Throws: ``FitProblem`` for no rows, targets that are not numbers, or limits that make no sense.
    public init(
        _ features: Features, _ targets: some Collection<some BinaryFloatingPoint>, maxLeaves: Int? = nil,
        minLeafSize: Int = 1, maxDepth: Int? = nil
    ) throws {
        let targets = doubles(targets)
        try expectLearnable(features, targets)
        let rules = GrowthRules(maxLeaves: maxLeaves, maxDepth: maxDepth, smallestLeaf: minLeafSize)
        try rules.check(features)
        let weighted = targets.map { WeightedTarget(y: $0, weight: 1) }
        self.init(growing: SortedColumns(features), weighted, rules, using: .init(seed: 0), names: features.names)
    }

    /// - Parameter sorted: is used up.
    init(
        growing sorted: SortedColumns, _ targets: [WeightedTarget], _ rules: GrowthRules, using random: SplitMix64,
        names: [String]
    ) {
        var tree = GrowingTree(sorted, targets, rules, using: random)
        tree.grow()
        self.init(names: names, nodes: tree.nodes)
    }

    init(names: [String], nodes: [Node]) { (self.names, self.nodes) = (names, nodes) }

    /// How many leaves it has. (`get_n_leaves()`)
    public var leafCount: Int { nodes.count { $0.isLeaf } }

    /// How many questions lie between the root and the leaf that is furthest away. (`get_depth()`)
    public var depth: Int {
        var depths = [Int](repeating: 0, count: nodes.count)
        for (place, node) in nodes.enumerated() {
            for child in node.children { depths[child] = depths[place] + 1 }
        }
        return depths.max() ?? 0
    }

    /// The nodes that a row comes through, from the root to its leaf.
    public func path(of row: [Float]) -> [Int] {
        var path = [0]
        while let node = path.last.map({ nodes[$0] }), !node.isLeaf {
            path.append(Int(node.left) + (row[Int(node.column)] <= node.threshold ? 0 : 1))
        }
        return path
    }

    /// The mean of the leaf that each row comes to.
    public func predict(_ features: Features) throws -> [Double] {
        try TreeWalk([self]).sums(features, learned: names)
    }
}

extension DecisionTree: CustomStringConvertible {
    /// The questions with their answers, one on a line, indented.
    public var description: String { lines(of: 0, "", "").joined(separator: "\n") }

    private func lines(of place: Int, _ indent: String, _ answer: String) -> [String] {
        let node = nodes[place]
        let what =
            node.isLeaf
            ? "predict \(rounded(node.mean))" : "\(names[Int(node.column)]) ≤ \(String(format: "%.6g", node.threshold))?"
        let head =
            "\(indent)\(answer)\(what)  (\(node.rows) rows, mean \(rounded(node.mean)), mse \(rounded(node.squaredError)))"
        return [head]
            + zip(node.children, ["yes: ", "no:  "]).flatMap { lines(of: $0, indent + "  ", $1) }
    }

    private func rounded(_ number: Double) -> String { String(format: "%.4g", number) }
}

extension GrowthRules {
    /// Refuses rules that no tree can follow.
    func check(_ features: Features) throws {
        func expect(_ number: Int?, _ what: String, atMost limit: Int = .max) throws {
            guard let number, !(1...limit).contains(number) else { return }
            let range = limit == .max ? "at least 1" : "1 to \(limit)"
            throw FitProblem("\(what) is \(number)", try: range)
        }
        try expect(maxLeaves, "the number of leaves")
        try expect(smallestLeaf, "the number of rows that each leaf must have")
        if maxDepth != 0 { try expect(maxDepth, "the depth") }
        try expect(columnsPerSplit, "the number of columns to try", atMost: features.names.count)
    }
}

/// Targets in the type that trees reckon in.
func doubles(_ targets: some Collection<some BinaryFloatingPoint>) -> [Double] {
    if let doubles = targets as? [Double] { return doubles }
    if let floats = targets as? [Float] { return floats.map { Double($0) } }
    return targets.map { Double($0) }
}
