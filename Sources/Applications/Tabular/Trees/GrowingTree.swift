// # How a tree grows
//
// It begins as a single leaf that holds all rows. A leaf that can be cut becomes a node with two leaves; the rows of
// both stay in the order of their values in every column (SortedColumns.swift). With a limit on the number of leaves,
// the leaf whose cut gains most is cut first; without one, the order does not matter.

import Kernels
import Tensors

/// When a tree stops to grow, and what it may ask.
struct GrowthRules {
    var maxLeaves: Int?
    var maxDepth: Int?
    var smallestLeaf = 1
    /// How many columns, drawn at random, are tried for a cut; nil for all, in their order.
    var columnsPerSplit: Int?
}

/// A leaf that can be cut.
private struct Candidate {
    var node: Int
    /// Where its rows are in every sorted column.
    var range: Range<Int>
    var depth: Int
    var cut: Cut
}

/// What the rows of a growing tree need, in memory that the loops reach without detours.
private final class Workspace: @unchecked Sendable {
    // Unchecked: a workspace belongs to one tree, and the threads that work at it write into different parts.
    let targets: UnsafeMutableBufferPointer<WeightedTarget>
    /// Whether a row goes to the left, 1 or 0: written for the rows of the leaf that is being cut.
    let goesLeft: UnsafeMutablePointer<UInt8>
    /// Room for a column's entries, twice, so that two columns can be parted at the same time.
    let spare: [UnsafeMutablePointer<Entry>]

    init(_ targets: [WeightedTarget]) {
        let count = targets.count
        self.targets = .allocate(capacity: count)
        _ = self.targets.initialize(from: targets)
        goesLeft = .allocate(capacity: count)
        spare = [.allocate(capacity: count), .allocate(capacity: count)]
    }

    deinit {
        targets.deallocate()
        goesLeft.deallocate()
        for room in spare { room.deallocate() }
    }
}

/// A tree while it is being made.
struct GrowingTree {
    private let rules: GrowthRules
    private let sorted: SortedColumns
    private let workspace: Workspace
    private var random: SplitMix64
    private(set) var nodes: [DecisionTree.Node] = []
    /// Leaves that can be cut. The next one is the last.
    private var candidates: [Candidate] = []
    private var order: [Int]

    /// - Parameters:
    ///   - sorted: is written into.
    ///   - random: draws the columns.
    init(_ sorted: SortedColumns, _ targets: [WeightedTarget], _ rules: GrowthRules, using random: SplitMix64) {
        (self.sorted, self.rules, self.random) = (sorted, rules, random)
        workspace = Workspace(targets)
        order = Array(0..<sorted.columns)
    }

    /// Grows until nothing can be cut, or there are enough leaves.
    mutating func grow() {
        let all = 0..<sorted.rows
        nodes = [measured(all, in: 0)]
        consider(0, all, depth: 0)
        var leaves = 1
        while leaves < rules.maxLeaves ?? .max, let next = candidates.popLast() {
            leaves += 1
            cut(next, isLast: leaves == rules.maxLeaves)
        }
    }

    // MARK: A new leaf

    /// What is known of a leaf: the mean of its targets, and how far they are from it.
    /// - Parameter column: any column that is sorted for this leaf.
    private func measured(_ range: Range<Int>, in column: Int) -> DecisionTree.Node {
        let (entries, targets) = (sorted[column], workspace.targets.baseAddress!)
        var (sum, weight) = (0.0, 0.0)
        var (low, high) = (Double.infinity, -Double.infinity)
        for place in range {
            let target = targets[entries[place].row]
            sum += target.weight * target.y
            weight += target.weight
            (low, high) = (min(low, target.y), max(high, target.y))
        }
        // Equal targets have their own value as mean, without rounding.
        let mean = low == high ? low : sum / weight
        var squares = 0.0
        for place in range {
            let target = targets[entries[place].row]
            squares += target.weight * (target.y - mean) * (target.y - mean)
        }
        return DecisionTree.Node(
            mean: mean, squaredError: squares / weight, rows: Int32(range.count), weight: Int32(weight))
    }

    /// Looks for the best cut of a leaf.
    private mutating func consider(_ node: Int, _ range: Range<Int>, depth: Int) {
        guard canBeCut(nodes[node], depth) else { return }
        let cut = bestCut(of: nodes[node], range)
        guard cut.column >= 0 else { return }
        let candidate = Candidate(node: node, range: range, depth: depth, cut: cut)
        guard rules.maxLeaves != nil else { return candidates.append(candidate) }
        // In the order of their gains; of equal ones, the earlier comes later and is taken first.
        let place = candidates.partitioningIndex { $0.cut.gain >= cut.gain }
        candidates.insert(candidate, at: place)
    }

    private func canBeCut(_ node: DecisionTree.Node, _ depth: Int) -> Bool {
        node.rows >= 2 * rules.smallestLeaf && node.squaredError > 0 && depth < rules.maxDepth ?? .max
    }

    private mutating func bestCut(of node: DecisionTree.Node, _ range: Range<Int>) -> Cut {
        let (columns, sorted) = (columnsToTry(range), sorted)
        let (targets, smallest) = (workspace.targets.baseAddress!, rules.smallestLeaf)
        let cuts = [Cut](unsafeUninitializedCapacity: columns.count) { cuts, count in
            let cuts = cuts.baseAddress!
            parallelFor(columns.count, grain: columnsPerThread(columns.count, range)) { some in
                for place in some {
                    let entries = sorted[columns[place]] + range.lowerBound
                    cuts[place] = Tabular.bestCut(
                        columns[place], entries, range.count, targets, mean: node.mean, weight: Double(node.weight),
                        smallest: smallest)
                }
            }
            count = columns.count
        }
        return cuts.reduce(Cut()) { $1.isBetter(than: $0) ? $1 : $0 }
    }

    /// The columns to try: those that are not the same everywhere in the leaf, all of them or a few at random. If all
    /// of the few are, more are drawn until one is not.
    private mutating func columnsToTry(_ range: Range<Int>) -> [Int] {
        guard let wanted = rules.columnsPerSplit else { return order.filter { !isConstant($0, range) } }
        var columns: [Int] = []
        columns.reserveCapacity(wanted)
        for place in order.indices where place < wanted || columns.isEmpty {
            order.swapAt(place, place + Int(random.uniform() * Double(order.count - place)))
            if !isConstant(order[place], range) { columns.append(order[place]) }
        }
        return columns
    }

    private func isConstant(_ column: Int, _ range: Range<Int>) -> Bool {
        sorted[column][range.lowerBound].key == sorted[column][range.upperBound - 1].key
    }

    /// All of them, where sharing them between threads would take longer than the work.
    private func columnsPerThread(_ columns: Int, _ range: Range<Int>) -> Int {
        range.count * columns < 20_000 ? columns : 1
    }

    // MARK: Cutting

    private mutating func cut(_ leaf: Candidate, isLast: Bool) {
        let (column, left) = (leaf.cut.column, nodes.count)
        let entries = sorted[column]
        let middle = leaf.range.lowerBound + leaf.cut.rowsLeft
        nodes[leaf.node].column = Int32(column)
        nodes[leaf.node].threshold = threshold(between: entries[middle - 1].value, and: entries[middle].value)
        nodes[leaf.node].left = Int32(left)
        let ranges = [leaf.range.lowerBound..<middle, middle..<leaf.range.upperBound]
        nodes += ranges.map { measured($0, in: column) }
        guard !isLast, nodes[left...].contains(where: { canBeCut($0, leaf.depth + 1) }) else { return }
        for place in leaf.range { workspace.goesLeft[entries[place].row] = place < middle ? 1 : 0 }
        part(leaf.range, by: column)
        // The left leaf is considered last, so that it is next where the order is free.
        consider(left + 1, ranges[1], depth: leaf.depth + 1)
        consider(left, ranges[0], depth: leaf.depth + 1)
    }

    /// Brings the rows that go to the left before the others, in every column, and keeps the order within both.
    ///
    /// The column of the cut has them so already. One that is the same everywhere in the leaf is so in both parts,
    /// which is all that anyone will ask of it, so it may stay as it is.
    private func part(_ range: Range<Int>, by cutColumn: Int) {
        let columns = order.filter { $0 != cutColumn && !isConstant($0, range) }
        let (sorted, flags, spare) = (sorted, UnsafePointer(workspace.goesLeft), workspace.spare)
        let parts = columnsPerThread(columns.count, range) == 1 ? spare.count : 1
        parallelFor(parts) { some in
            for part in some {
                for place in stride(from: part, to: columns.count, by: parts) {
                    partStably(sorted[columns[place]] + range.lowerBound, range.count, flags, spare[part])
                }
            }
        }
    }
}

/// Entries whose rows are marked come first; the others wait in `spare`. Both are written for every entry and one of
/// them counts, which is faster than a branch that no processor can foresee.
private func partStably(
    _ entries: UnsafeMutablePointer<Entry>, _ count: Int, _ isMarked: UnsafePointer<UInt8>,
    _ spare: UnsafeMutablePointer<Entry>
) {
    var (marked, others) = (0, 0)
    for place in 0..<count {
        let entry = entries[place]
        entries[marked] = entry
        spare[others] = entry
        let step = Int(isMarked[entry.row])
        marked &+= step
        others &+= 1 &- step
    }
    (entries + marked).update(from: spare, count: others)
}

extension Array {
    /// The first place where `belongs` holds, in an array that has all such elements at its end.
    fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
