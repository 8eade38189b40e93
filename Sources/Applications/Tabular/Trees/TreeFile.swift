// # Trees in a file
//
// A safetensors file: the nodes of all trees one after the other, a tensor for what each node knows, and in its
// metadata, as JSON, what kind of model it is and what its columns are called. Means are kept to the last bit, as whole
// numbers. Nothing in such a file is run, and everything in it is checked before it is used.

import Common
import Foundation
import Safetensors
import Tensors

/// What the metadata say.
private struct TreeCard: Codable {
    /// Raised when older programs could not read the files any more.
    static let version = 1
    static let key = "trees"

    var version = Self.version
    /// "tree", "forest" or "boosting".
    var kind: String
    var names: [String]
    var start: Double?
    var learningRate: Double?
}

extension DecisionTree {
    /// Keeps the tree in a file.
    /// - Throws: ``TableProblem``; what was there before is still there.
    public func save(to file: URL) throws {
        try write([self], TreeCard(kind: "tree", names: names), to: file)
    }

    /// Reads what `save` has written.
    /// - Throws: ``TableProblem`` for a file that is missing, damaged, or of another kind.
    public init(saved file: URL) throws {
        let (trees, _) = try read(file, kind: "tree")
        guard trees.count == 1 else { throw TableProblem(file.path, "it holds \(trees.count) trees instead of one") }
        self = trees[0]
    }
}

extension RandomForest {
    /// Keeps the trees in a file, without what they predict out of the bag.
    /// - Throws: ``TableProblem``; what was there before is still there.
    public func save(to file: URL) throws {
        try write(trees, TreeCard(kind: "forest", names: names), to: file)
    }

    /// Reads what `save` has written.
    /// - Throws: ``TableProblem`` for a file that is missing, damaged, or of another kind.
    public init(saved file: URL) throws {
        let (trees, card) = try read(file, kind: "forest")
        try self.init(names: card.names, trees: trees)
    }
}

extension GradientBoosting {
    /// Keeps the trees in a file, without their errors.
    /// - Throws: ``TableProblem``; what was there before is still there.
    public func save(to file: URL) throws {
        try write(
            trees, TreeCard(kind: "boosting", names: names, start: start, learningRate: learningRate), to: file)
    }

    /// Reads what `save` has written.
    /// - Throws: ``TableProblem`` for a file that is missing, damaged, or of another kind.
    public init(saved file: URL) throws {
        let (trees, card) = try read(file, kind: "boosting")
        guard let start = card.start, let rate = card.learningRate, start.isFinite, rate.isFinite else {
            throw TableProblem(file.path, "it does not say where its sum begins")
        }
        self.init(names: card.names, trees: trees, start: start, learningRate: rate)
    }
}

private func write(_ trees: [DecisionTree], _ card: TreeCard, to file: URL) throws {
    let nodes = trees.flatMap(\.nodes)
    func ints(_ numbers: [Int]) -> SavedTensor { .ints(NDArray(numbers)) }
    let tensors: [String: SavedTensor] = [
        "sizes": ints(trees.map(\.nodes.count)), "column": ints(nodes.map { Int($0.column) }),
        "left": ints(nodes.map { Int($0.left) }), "rows": ints(nodes.map { Int($0.rows) }),
        "weight": ints(nodes.map { Int($0.weight) }), "threshold": .floats(Tensor(nodes.map(\.threshold))),
        "mean": ints(nodes.map { Int(bitPattern: UInt($0.mean.bitPattern)) }),
        "squared error": ints(nodes.map { Int(bitPattern: UInt($0.squaredError.bitPattern)) }),
    ]
    do {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(card), as: UTF8.self)
        try SafetensorsFile(tensors, metadata: [TreeCard.key: json]).write(to: file)
    } catch let error as SafetensorsError {
        throw TableProblem(error)
    } catch { throw TableProblem(file.path, "the trees cannot be written: \(error)") }
}

private func read(_ file: URL, kind: String) throws -> ([DecisionTree], TreeCard) {
    func refuse(_ problem: String) -> TableProblem { TableProblem(file.path, problem, try: "saving it again") }
    do {
        let content = try SafetensorsFile(reading: file)
        guard let json = content.metadata[TreeCard.key] else {
            throw TableProblem(file.path, "it holds tensors, but no trees", try: "a file that `save(to:)` has written")
        }
        guard let card = try? JSONDecoder().decode(TreeCard.self, from: Data(json.utf8)) else {
            throw refuse("what it says of its trees is damaged")
        }
        guard card.version == TreeCard.version else {
            throw refuse("it is of version \(card.version), and this program reads \(TreeCard.version)")
        }
        guard card.kind == kind else { throw TableProblem(file.path, "it holds a \(quoted(card.kind)), not a \(kind)") }
        let nodes = try SavedNodes(content)
        guard let trees = nodes.trees(card.names) else { throw refuse("its trees make no sense") }
        return (trees, card)
    } catch let error as SafetensorsError { throw TableProblem(error) }
}

/// The nodes of all trees as they are in a file.
private struct SavedNodes {
    private let sizes, column, left, rows, weight, mean, squaredError: [Int]
    private let threshold: [Float]

    init(_ file: SafetensorsFile) throws {
        sizes = try file.ints("sizes").scalars
        (column, left) = (try file.ints("column").scalars, try file.ints("left").scalars)
        (rows, weight) = (try file.ints("rows").scalars, try file.ints("weight").scalars)
        (mean, squaredError) = (try file.ints("mean").scalars, try file.ints("squared error").scalars)
        threshold = try file.tensor("threshold").scalars
    }

    /// nil unless all of them are trees of these columns.
    func trees(_ names: [String]) -> [DecisionTree]? {
        let counts = Set([column, left, rows, weight, mean, squaredError].map(\.count) + [threshold.count])
        guard counts.count == 1, !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 && $0 <= column.count }) else { return nil }
        guard !names.isEmpty, Set(names).count == names.count, sizes.reduce(0, +) == column.count else { return nil }
        var (trees, start) = ([DecisionTree](), 0)
        for size in sizes {
            let nodes = (start..<start + size).compactMap { node($0, columns: names.count) }
            guard nodes.count == size, isTree(nodes) else { return nil }
            trees.append(DecisionTree(names: names, nodes: nodes))
            start += size
        }
        return trees
    }

    private func node(_ place: Int, columns: Int) -> DecisionTree.Node? {
        func number(_ bits: Int) -> Double { Double(bitPattern: UInt64(UInt(bitPattern: bits))) }
        guard (-1..<columns).contains(column[place]), let left = Int32(exactly: left[place]),
            let rows = Int32(exactly: rows[place]), let weight = Int32(exactly: weight[place])
        else { return nil }
        let (mean, squaredError) = (number(mean[place]), number(squaredError[place]))
        guard rows > 0, weight > 0, threshold[place].isFinite, mean.isFinite, squaredError >= 0, squaredError.isFinite
        else { return nil }
        return DecisionTree.Node(
            mean: mean, squaredError: squaredError, rows: rows, weight: weight, column: Int32(column[place]),
            threshold: threshold[place], left: left)
    }

    /// Whether every node but the root is the child of one node before it, and no other.
    private func isTree(_ nodes: [DecisionTree.Node]) -> Bool {
        var parents = [Int](repeating: 0, count: nodes.count)
        for (place, node) in nodes.enumerated() where !node.isLeaf {
            guard Int(node.left) > place, Int(node.left) + 1 < nodes.count else { return false }
            for child in node.children { parents[child] += 1 }
        }
        return parents[0] == 0 && parents.dropFirst().allSatisfy { $0 == 1 }
    }
}
