// # Gradient boosting
//
// The trees of a forest know nothing of each other. Here each one learns from what the ones before it got wrong: it is
// fitted to the residuals, the differences between the targets and the sum of all predictions so far, and a share of
// what it predicts is added to the sum. The trees are small, and it takes many. Unlike in a forest, too many overfit.
// (J. Friedman, 2001.)

import Tensors

/// Small trees, of which each corrects those before it. (scikit-learn's `GradientBoostingRegressor`.)
///
///     let model = try GradientBoosting(xs, y, trees: 200, learningRate: 0.1, validation: (validXs, validY), patience: 10)
///     Chart { Line(model.trainErrors, "train"); Line(model.validErrors, "valid") }
public struct GradientBoosting: Regressor {
    public let names: [String]
    public let trees: [DecisionTree]
    /// What is predicted without any tree: the mean of the targets.
    public let start: Double
    public let learningRate: Double
    /// The root of the mean squared error with 1, 2, 3 … trees; on the validation rows too, if there are any. With
    /// patience, the trees after the best are dropped, but their errors are kept here.
    public let trainErrors: [Double], validErrors: [Double]

    /// - Parameters:
    ///   - trees: how many at most (`n_estimators`).
    ///   - learningRate: the share of each tree's prediction that counts.
    ///   - maxDepth: how many questions a tree may ask one after the other.
    ///   - subsample: the share of the rows, drawn without replacement, that each tree sees.
    ///   - validation: rows that nothing is learned from.
    ///   - patience: stop when so many trees have not made the validation error smaller than it has been, and drop
    ///     them.
    ///   - random: draws the rows.
    /// - Throws: ``FitProblem``, as ``DecisionTree`` does.
    public init(
        _ features: Features, _ targets: some Collection<some BinaryFloatingPoint>, trees count: Int = 100,
        learningRate: Double = 0.1, maxDepth: Int? = 3, maxLeaves: Int? = nil, minLeafSize: Int = 1,
        subsample: Double = 1,
        validation: (xs: Features, y: [Double])? = nil, patience: Int? = nil,
        using random: inout some RandomNumberGenerator
    ) throws {
        let targets = doubles(targets)
        let rules = GrowthRules(maxLeaves: maxLeaves, maxDepth: maxDepth, smallestLeaf: minLeafSize)
        try expectLearnable(features, targets)
        try rules.check(features)
        try Self.check(count, learningRate, patience, hasValidation: validation != nil)
        let rows = try Self.rows(subsample, of: features.count)
        if let validation { try expectLearnable(validation.xs, validation.y) }
        let start = targets.reduce(0, +) / Double(targets.count)
        var (train, valid) = (Stage(features, targets, start), validation.map { Stage($0.xs, $0.y, start) })
        let sorted = SortedColumns(features)
        var (trees, best) = ([DecisionTree](), 0)
        while trees.count < count {
            let bag = rows < features.count ? Bag(rows, ofDifferent: features.count, using: &random) : nil
            let tree = DecisionTree(sorted, bag, train.residuals, rules, names: features.names)
            trees.append(tree)
            try train.add(tree, learningRate)
            try valid?.add(tree, learningRate)
            if let errors = valid?.errors, errors.last! < errors[best] { best = trees.count - 1 }
            if let patience, trees.count - 1 - best >= patience { break }
        }
        if patience != nil { trees.removeSubrange((best + 1)...) }
        (names, self.trees, self.start, self.learningRate) = (features.names, trees, start, learningRate)
        (trainErrors, validErrors) = (train.errors, valid?.errors ?? [])
    }

    /// The same on all rows, so that there is nothing to draw.
    public init(
        _ features: Features, _ targets: some Collection<some BinaryFloatingPoint>, trees: Int = 100,
        learningRate: Double = 0.1, maxDepth: Int? = 3, maxLeaves: Int? = nil, minLeafSize: Int = 1,
        validation: (xs: Features, y: [Double])? = nil, patience: Int? = nil
    ) throws {
        var unused = SplitMix64(seed: 0)
        try self.init(
            features, targets, trees: trees, learningRate: learningRate, maxDepth: maxDepth, maxLeaves: maxLeaves,
            minLeafSize: minLeafSize, validation: validation, patience: patience, using: &unused)
    }

    init(names: [String], trees: [DecisionTree], start: Double, learningRate: Double) {
        (self.names, self.trees, self.start, self.learningRate) = (names, trees, start, learningRate)
        (trainErrors, validErrors) = ([], [])
    }

    /// How many rows are drawn for each tree.
    private static func rows(_ share: Double, of count: Int) throws -> Int {
        guard share > 0, share <= 1, share * Double(count) >= 1 else {
            throw FitProblem("the share of rows to draw is \(share)", try: "at most 1, and at least one row")
        }
        return Int(share * Double(count))
    }

    private static func check(
        _ count: Int, _ learningRate: Double, _ patience: Int?, hasValidation: Bool
    ) throws {
        guard count > 0 else { throw FitProblem("the number of trees is \(count)", try: "at least 1") }
        guard learningRate > 0, learningRate.isFinite else {
            throw FitProblem("the learning rate is \(learningRate)", try: "more than 0")
        }
        guard let patience else { return }
        guard patience > 0 else { throw FitProblem("the patience is \(patience)", try: "at least 1") }
        guard hasValidation else { throw FitProblem("patience without validation rows", try: "validation: (xs, y)") }
    }

    /// The mean, and a share of what each tree adds.
    public func predict(_ features: Features) throws -> [Double] {
        try TreeWalk(trees).sums(features, learned: names).map { start + learningRate * $0 }
    }

    /// What is predicted with 1, 2, 3 … trees. (`staged_predict`)
    public func stagedPredictions(_ features: Features) throws -> [[Double]] {
        try features.expectColumns(names)
        var stage = Stage(features, Array(repeating: 0, count: features.count), start)
        return try trees.map { tree in
            try stage.add(tree, learningRate)
            return stage.sums
        }
    }
}

extension DecisionTree {
    /// A tree that is fitted to what is left.
    /// - Parameter bag: the rows that it sees; all, without it.
    fileprivate init(
        _ sorted: SortedColumns, _ bag: Bag?, _ residuals: [Double], _ rules: GrowthRules, names: [String]
    ) {
        self.init(
            growing: bag.map { sorted.sample($0.numbers, count: $0.rows.count) } ?? sorted.copy(),
            bag?.weighted(residuals) ?? residuals.map { WeightedTarget(y: $0, weight: 1) }, rules,
            using: .init(seed: 0), names: names)
    }
}

/// What is predicted for some rows so far, and how wrong it was after each tree.
private struct Stage {
    let features: Features, targets: [Double]
    private(set) var sums: [Double]
    private(set) var errors: [Double] = []

    init(_ features: Features, _ targets: [Double], _ start: Double) {
        (self.features, self.targets) = (features, targets)
        sums = Array(repeating: start, count: features.count)
    }

    /// The differences that are left.
    var residuals: [Double] { zip(targets, sums).map { $0 - $1 } }

    mutating func add(_ tree: DecisionTree, _ learningRate: Double) throws {
        for (row, more) in try tree.predict(features).enumerated() { sums[row] += learningRate * more }
        errors.append(rootMeanSquaredError(sums, targets))
    }
}
