// # A table, ready to learn from
//
//     let data = try TabularData(
//         frame, procs: [.fillMissing, .categorify], categorical: categorical, continuous: continuous, target: "SalePrice",
//         splits: splits)
//     data.train.columns, data.train.targets          what trees learn from
//     data.show(3)                                    for people
//
// Unlike the changes that are made to photos while a net learns, these are made once, when the table comes in.

import Foundation
import Tensors

/// A table of which all rows have become numbers, for training and for validation. (The book's `TabularPandas`.)
public struct TabularData: Sendable, Equatable {
    /// What was learned from the training rows.
    public let recipe: TabularRecipe
    public let splits: RowSplits
    /// All rows: categories, continuous columns, and the target as it was.
    let rows: DataFrame

    /// - Parameters:
    ///   - procs: what is done with the columns.
    ///   - flags: which columns get another one that says where they were missing.
    ///   - target: a column of numbers, or of texts or categories, which are then its classes.
    /// - Throws: ``TableProblem`` for a column that is not there, one whose numbers are infinite, a row without target.
    public init(
        _ frame: DataFrame, procs: [TabularRecipe.Proc] = [.fillMissing, .categorify],
        flags: FillMissing.Flags = .whereMissing, categorical: [String], continuous: [String], target: String,
        splits: RowSplits
    ) throws {
        let (train, all) = (splits.train, splits.train + splits.valid)
        if let wrong = all.first(where: { !(0..<frame.rowCount ~= $0) }) {
            throw TableProblem("the table", "there is no row \(wrong), which the splits name: it has \(frame.rowCount)")
        }
        recipe = try TabularRecipe(
            frame.taking(train), procs: procs, flags: flags, categorical: categorical, continuous: continuous,
            target: target)
        var rows = try recipe(frame)
        rows[target] = frame[target]
        (self.rows, self.splits) = (rows, splits)
        let problem = all.first { frame[target].isMissing($0) }
        if let problem { throw TableProblem("the table", column: target, "the target of row \(problem) is missing") }
    }

    init(recipe: TabularRecipe, splits: RowSplits, rows: DataFrame) {
        (self.recipe, self.splits, self.rows) = (recipe, splits, rows)
    }

    public var train: TabularRows { TabularRows(recipe, rows.taking(splits.train)) }
    public var valid: TabularRows { TabularRows(recipe, rows.taking(splits.valid)) }

    /// New rows, changed as these were. They may be without a target.
    /// - Throws: ``TableProblem``.
    public func applied(to frame: DataFrame) throws -> TabularRows {
        var rows = try recipe(frame)
        if frame.has(recipe.target) { rows[recipe.target] = frame[recipe.target] }
        return TabularRows(recipe, rows)
    }

    /// The levels of a column by their numbers: at 0, `#na#`. (The book's `to.classes`.)
    /// - Precondition: the column is one of the categories.
    public func classes(_ name: String) -> [String] {
        if let classes = recipe.categorify.classes(name) { return classes }
        stop("the classes of “\(name)”", "it is none of the categories", try: "one of \(listed(recipe.categorical))")
    }

    /// The first training rows for people: texts, and numbers in their own units. (The book's `to.show`.)
    public func shown(_ count: Int = 10) -> DataFrame {
        let first = rows.taking(Array(splits.train.prefix(count)))
        return (try? recipe.decoded(first)) ?? first
    }

    /// The first training rows as numbers. (The book's `to.items.head`.)
    public func items(_ count: Int = 3) -> DataFrame {
        var items = rows.taking(Array(splits.train.prefix(count)))
        for name in recipe.categorical { items[name] = Column(items[name].codes.map { $0 + 1 }) }
        return items
    }
}

/// Rows of numbers. (The book's `to.train` and `to.valid`.)
public struct TabularRows: Sendable {
    let recipe: TabularRecipe
    /// Categories, continuous columns and, where it is known, the target.
    public let frame: DataFrame

    init(_ recipe: TabularRecipe, _ frame: DataFrame) { (self.recipe, self.frame) = (recipe, frame) }

    public var count: Int { frame.rowCount }

    /// The categories, then the continuous columns.
    public var names: [String] { recipe.categorical + recipe.continuous }

    /// A column of numbers for each name: categories by their numbers, of which 0 is what is missing. (The book's
    /// `xs`.)
    public var columns: [[Float]] {
        recipe.categorical.map { frame[$0].codes.map { Float($0 + 1) } }
            + recipe.continuous.map { frame[$0].numbers.map(Float.init) }
    }

    /// The numbers to be predicted; of classes their numbers, from 0. (The book's `y`.)
    /// - Precondition: the rows have a target.
    public var targets: [Double] {
        guard let classes = recipe.targetClasses else { return frame[recipe.target].numbers }
        let numbers = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
        return frame[recipe.target].strings.map { Double($0.flatMap { numbers[$0] } ?? -1) }
    }

    /// The numbers of the categories, [rows, categories].
    public var categories: IntTensor {
        let columns = recipe.categorical.map { NDArray(frame[$0].codes.map { $0 + 1 }) }
        return columns.isEmpty ? NDArray<Int>(repeating: 0, shape: [count, 0]) : NDArray.stack(columns, axis: 1)
    }

    /// The continuous columns, [rows, columns].
    public var numbers: Tensor {
        recipe.continuous.isEmpty ? .zeros(count, 0) : frame.tensor(recipe.continuous)
    }
}
