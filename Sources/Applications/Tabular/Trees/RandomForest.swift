// # A random forest
//
// A large tree knows its rows by heart, and its errors with them. Many trees that have each seen other rows make other
// errors, and in the mean of their predictions those cancel. So every tree gets rows of its own, drawn with replacement
// (bagging: L. Breiman, 1994), and for every cut it may look at only some of the columns, drawn anew (random forests:
// Breiman, 2001), which makes the trees differ even more.

import Kernels
import Tensors

/// Many trees, whose mean is predicted. (scikit-learn's `RandomForestRegressor`.)
///
///     let forest = try RandomForest(xs, y, trees: 40, samples: 200_000, columnShare: 0.5, minLeafSize: 5, using: &random)
///
/// The same seed makes the same forest, whatever the number of threads.
public struct RandomForest: Regressor {
    public let names: [String]
    /// (`estimators_`)
    public let trees: [DecisionTree]
    /// What the trees predict for rows that they have not seen; nil if that was not asked for.
    public let outOfBag: OutOfBag?
    private let walk: TreeWalk

    /// - Parameters:
    ///   - trees: how many (`n_estimators`).
    ///   - samples: how many rows are drawn for each tree, with replacement (`max_samples`); no more than there are,
    ///     and so many
    ///     unless it says otherwise.
    ///   - columnShare: the share of the columns that are tried for a cut (`max_features`), at least one.
    ///   - minLeafSize: each leaf has at least so many different rows (`min_samples_leaf`).
    ///   - maxLeaves: at most so many leaves in each tree.
    ///   - outOfBag: predict every row by the trees that have not seen it (`oob_score`).
    /// - Throws: ``FitProblem``, as ``DecisionTree`` does.
    public init(
        _ features: Features, _ targets: some Collection<some BinaryFloatingPoint>, trees count: Int = 100,
        samples: Int? = nil, columnShare: Double = 1, minLeafSize: Int = 1, maxDepth: Int? = nil, maxLeaves: Int? = nil,
        outOfBag wantsOutOfBag: Bool = true, using random: inout some RandomNumberGenerator
    ) throws {
        let targets = doubles(targets)
        try expectLearnable(features, targets)
        guard count > 0 else { throw FitProblem("the number of trees is \(count)", try: "at least 1") }
        guard samples ?? 1 > 0 else { throw FitProblem("the number of rows to draw is \(samples!)", try: "at least 1") }
        guard columnShare > 0, columnShare <= 1 else {
            throw FitProblem("the share of columns to try is \(columnShare)", try: "more than 0, at most 1")
        }
        let rules = GrowthRules(
            maxLeaves: maxLeaves, maxDepth: maxDepth, smallestLeaf: minLeafSize,
            columnsPerSplit: max(1, Int(columnShare * Double(features.names.count))))
        try rules.check(features)
        let draws = min(samples ?? features.count, features.count)
        let seeds = (0..<count).map { _ in random.next() }
        let sorted = SortedColumns(features)
        let grown = inParallel(count) { number in
            var random = SplitMix64(seed: seeds[number])
            let bag = Bag(draws, of: features.count, using: &random)
            let tree = DecisionTree(
                growing: sorted.sample(bag.numbers, count: bag.rows.count), bag.weighted(targets), rules, using: random,
                names: features.names)
            return (tree: tree, bag: bag.counts)
        }
        try self.init(names: features.names, trees: grown.map(\.tree)) { walk in
            wantsOutOfBag ? try OutOfBag(walk, features, targets, bags: grown.map(\.bag)) : nil
        }
    }

    init(names: [String], trees: [DecisionTree], outOfBag: (TreeWalk) throws -> OutOfBag? = { _ in nil }) rethrows {
        (self.names, self.trees) = (names, trees)
        walk = TreeWalk(trees)
        self.outOfBag = try outOfBag(walk)
    }

    /// The mean of what the trees predict.
    public func predict(_ features: Features) throws -> [Double] {
        try walk.sums(features, learned: names).map { $0 / Double(trees.count) }
    }

    /// What each tree predicts: [trees][rows]. (The book's `preds`.)
    public func predictions(_ features: Features) throws -> [[Double]] {
        try walk.separately(features, learned: names)
    }

    /// How much the trees disagree on each row: the standard deviation of what they predict. (The book's `preds_std`.)
    public func spread(_ features: Features) throws -> [Double] {
        let all = try predictions(features)
        return (0..<features.count).map { row in
            let mean = all.reduce(0) { $0 + $1[row] } / Double(all.count)
            let squares = all.reduce(0) { $0 + ($1[row] - mean) * ($1[row] - mean) }
            return (squares / Double(all.count)).squareRoot()
        }
    }
}

/// The rows that a tree learns from, drawn with replacement.
struct Bag {
    /// How often each row was drawn.
    let counts: [UInt16]
    /// The rows that were drawn, in their order.
    let rows: [Int]
    /// Where each row is among them.
    let numbers: [UInt32]

    init(_ draws: Int, of count: Int, using random: inout SplitMix64) {
        var counts = [UInt16](repeating: 0, count: count)
        for _ in 0..<draws { counts[Int(random.uniform() * Double(count))] &+= 1 }
        self.init(counts)
    }

    /// Rows that are drawn without replacement.
    init(_ draws: Int, ofDifferent count: Int, using random: inout some RandomNumberGenerator) {
        var counts = [UInt16](repeating: 0, count: count)
        for row in random.permutation(count).prefix(draws) { counts[row] = 1 }
        self.init(counts)
    }

    private init(_ counts: [UInt16]) {
        var numbers = [UInt32](repeating: SortedColumns.absent, count: counts.count)
        var rows: [Int] = []
        for row in counts.indices where counts[row] > 0 {
            numbers[row] = UInt32(rows.count)
            rows.append(row)
        }
        (self.counts, self.rows, self.numbers) = (counts, rows, numbers)
    }

    /// The targets of its rows.
    func weighted(_ targets: [Double]) -> [WeightedTarget] {
        rows.map { WeightedTarget(y: targets[$0], weight: Double(counts[$0])) }
    }
}

/// The results of `count` calls, made by all threads.
private func inParallel<Result>(_ count: Int, _ body: (Int) -> Result) -> [Result] {
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { results in
        let results = results.baseAddress!
        parallelFor(count) { range in for number in range { results[number] = body(number) } }
    }
    return results.map { $0! }
}
