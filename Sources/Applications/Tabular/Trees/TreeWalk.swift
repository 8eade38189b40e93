// # From the roots to the leaves
//
// To predict is to walk: a row goes through every tree. Trees are kept for it in a smaller form, and rows are taken in
// blocks that are copied side by side, so that both stay in the processor's caches.

import Kernels

/// Some trees, ready to be walked through.
struct TreeWalk: Sendable {
    /// A node: at most the threshold leads to `next`, more to the one behind that. A leaf leads to itself.
    fileprivate struct Step {
        var column: Int32
        var threshold: Float
        var next: Int32
    }
    private let steps: [[Step]]
    private let means: [[Double]]
    /// The columns that the trees ask for. A step counts among these.
    private let columns: [Int]

    init(_ trees: [DecisionTree]) {
        var places: [Int32: Int32] = [:]
        for tree in trees {
            for node in tree.nodes where !node.isLeaf && places[node.column] == nil {
                places[node.column] = Int32(places.count)
            }
        }
        steps = trees.map { tree in
            tree.nodes.enumerated().map { place, node in
                node.isLeaf
                    ? Step(column: 0, threshold: .infinity, next: Int32(place))
                    : Step(column: places[node.column]!, threshold: node.threshold, next: node.left)
            }
        }
        means = trees.map { $0.nodes.map(\.mean) }
        columns = places.sorted { $0.value < $1.value }.map { Int($0.key) }
    }

    private static let blockSize = 256

    /// For every row, the sum of what the trees predict.
    /// - Parameters:
    ///   - learned: the columns that the trees have learned from.
    ///   - bags: how often each tree has seen each row. A tree is asked only about those that it has not seen.
    func sums(_ features: Features, learned: [String], outside bags: [[UInt16]]? = nil) throws -> [Double] {
        try features.expectColumns(learned)
        var sums = [Double](repeating: 0, count: features.count)
        sums.withUnsafeMutableBufferPointer { sums in
            guard let sums = sums.baseAddress else { return }
            forEachBlock(features) { block in
                for tree in steps.indices {
                    let asked = bags.map { bags in block.rows.filter { bags[tree][$0] == 0 } } ?? Array(block.rows)
                    walk(tree, asked, block) { row, mean in sums[row] += mean }
                }
            }
        }
        return sums
    }

    /// What each tree predicts: [trees][rows].
    func separately(_ features: Features, learned: [String]) throws -> [[Double]] {
        try features.expectColumns(learned)
        let count = features.count
        var all = [Double](repeating: 0, count: steps.count * count)
        all.withUnsafeMutableBufferPointer { all in
            guard let all = all.baseAddress else { return }
            forEachBlock(features) { block in
                for tree in steps.indices {
                    walk(tree, Array(block.rows), block) { row, mean in all[tree * count + row] = mean }
                }
            }
        }
        return steps.indices.map { Array(all[$0 * count..<($0 + 1) * count]) }
    }

    /// Rows whose numbers stand side by side.
    private struct Block {
        let rows: Range<Int>
        let numbers: UnsafePointer<Float>
        let width: Int

        func values(_ row: Int) -> UnsafePointer<Float> { numbers + (row - rows.lowerBound) * width }
    }

    /// Calls `body` for every block of rows.
    private func forEachBlock(_ features: Features, _ body: (Block) -> Void) {
        // A tree that is a single leaf asks for nothing; its step looks at something all the same.
        let width = max(1, columns.count)
        parallelFor(features.count, grain: Self.blockSize) { rows in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.count * width) { numbers in
                if columns.isEmpty { numbers.initialize(repeating: 0) }
                for (column, place) in columns.enumerated() {
                    features.columns[place].withUnsafeBufferPointer { values in
                        for row in 0..<rows.count { numbers[row &* width &+ column] = values[rows.lowerBound &+ row] }
                    }
                }
                body(Block(rows: rows, numbers: numbers.baseAddress!, width: width))
            }
        }
    }

    /// Takes rows through a tree, eight at a time: while the processor waits for the next node of one, it goes on with
    /// the others. Who has arrived stays there until all eight have.
    private func walk(_ tree: Int, _ rows: [Int], _ block: Block, _ arrive: (_ row: Int, _ mean: Double) -> Void) {
        steps[tree].withUnsafeBufferPointer { steps in
            let steps = steps.baseAddress!
            for first in stride(from: 0, to: rows.count, by: 8) {
                // The last few rows walk with copies of the last one.
                func row(_ lane: Int) -> Int { rows[min(first + lane, rows.count - 1)] }
                let (a, b, c, d) = (
                    block.values(row(0)), block.values(row(1)), block.values(row(2)), block.values(row(3))
                )
                let (e, f, g, h) = (
                    block.values(row(4)), block.values(row(5)), block.values(row(6)), block.values(row(7))
                )
                var p = (0, 0, 0, 0, 0, 0, 0, 0)
                var moved = 0
                repeat {
                    moved = steps.go(&p.0, a) | steps.go(&p.1, b) | steps.go(&p.2, c) | steps.go(&p.3, d)
                    moved |= steps.go(&p.4, e) | steps.go(&p.5, f) | steps.go(&p.6, g) | steps.go(&p.7, h)
                } while moved != 0
                let places = [p.0, p.1, p.2, p.3, p.4, p.5, p.6, p.7]
                for lane in 0..<min(8, rows.count - first) { arrive(row(lane), means[tree][places[lane]]) }
            }
        }
    }
}

extension UnsafePointer<TreeWalk.Step> {
    /// One step from a node; 0 if that is a leaf.
    @inline(__always) fileprivate func go(_ place: inout Int, _ values: UnsafePointer<Float>) -> Int {
        let (step, old) = (self[place], place)
        place = Int(step.next) &+ (values[Int(step.column)] <= step.threshold ? 0 : 1)
        return place ^ old
    }
}
