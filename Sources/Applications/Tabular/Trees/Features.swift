// # What trees learn from
//
// Columns of numbers, none of them missing. A tree asks of one column at a time, so each column is an array of its own.

import Common
import Tensors

/// The columns that a model learns from, each with a name, all of the same length. (The book's `xs`.)
///
/// Categories are here as their codes. Numbers that are missing or infinite are refused: `FillMissing` comes before.
public struct Features: Sendable, Equatable {
    public let names: [String]
    /// A column for each name.
    public let columns: [[Float]]
    /// How many rows there are.
    public let count: Int

    /// - Throws: ``FitProblem`` when there are not as many names as columns, two have the same name, the columns
    ///   differ in length, or a number is missing or infinite.
    public init(_ names: [String], _ columns: [[Float]]) throws {
        guard names.count == columns.count else {
            throw FitProblem(
                "\(counted(names.count, "name")) for \(counted(columns.count, "column"))", try: "a name for each")
        }
        if let twice = names.firstRepeated { throw FitProblem("two columns are named “\(twice)”") }
        count = columns.first?.count ?? 0
        for (name, column) in zip(names, columns) {
            guard column.count == count else {
                throw FitProblem("“\(name)” has \(counted(column.count, "row")), and “\(names[0])” has \(count)")
            }
            try Self.expectFinite(column, name)
        }
        (self.names, self.columns) = (names, columns)
    }

    /// A table of numbers [rows, columns]; without names, its columns are called x0, x1 …
    public init(_ x: Tensor, names: [String]? = nil) throws {
        require(x.shape.count == 2, "Features of \(x.shape)", "a table has rows and columns", try: "x.unsqueezed(1)")
        let columns = x.transposed().scalars.chunked(x.shape[0], of: x.shape[1])
        try self.init(names ?? columns.indices.map { "x\($0)" }, columns)
    }

    private static func expectFinite(_ column: [Float], _ name: String) throws {
        guard let row = column.firstIndex(where: { !$0.isFinite }) else { return }
        throw FitProblem(
            "“\(name)” is \(column[row].isNaN ? "missing" : "infinite") in row \(row)",
            try: "filling in what is missing (FillMissing), or leaving the row out")
    }

    /// What was checked already.
    init(unchecked names: [String], _ columns: [[Float]], count: Int) {
        (self.names, self.columns, self.count) = (names, columns, count)
    }
}

extension Features {
    /// The column of a name.
    public subscript(name: String) -> [Float] {
        get throws { columns[try place(of: name)] }
    }

    /// Where the column of a name is.
    public func place(of name: String) throws -> Int {
        guard let place = names.firstIndex(of: name) else {
            throw FitProblem("there is no column “\(name)”", try: "one of " + names.joined(separator: ", "))
        }
        return place
    }

    /// A row, in the order of the names.
    public func row(_ row: Int) -> [Float] { columns.map { $0[row] } }

    /// Some of the rows, in the order given. (The book's `xs.iloc[rows]`.)
    public func rows(_ rows: some Sequence<Int>) -> Features {
        let rows = Array(rows)
        return Features(
            unchecked: names, columns.map { column in rows.map { column[$0] } }, count: columns.isEmpty ? 0 : rows.count
        )
    }

    /// Some of the columns, in the order given. (The book's `xs[to_keep]`.)
    public func keeping(_ names: [String]) throws -> Features {
        try Features(unchecked: names, names.map { try self[$0] }, count: names.isEmpty ? 0 : count)
    }

    /// All columns but these. (The book's `xs.drop(names, axis=1)`.)
    public func dropping(_ names: [String]) throws -> Features {
        for name in names { _ = try place(of: name) }
        return try keeping(self.names.filter { !names.contains($0) })
    }

    /// The same with one column replaced.
    public func replacing(_ name: String, with column: [Float]) throws -> Features {
        let place = try place(of: name)
        guard column.count == count else {
            throw FitProblem("“\(name)” would have \(counted(column.count, "row")), and the table has \(count)")
        }
        try Self.expectFinite(column, name)
        var columns = columns
        columns[place] = column
        return Features(unchecked: names, columns, count: count)
    }

    /// The rows of this table, and below them those of another with the same columns. (The book's `pd.concat`.)
    public func stacked(on other: Features) throws -> Features {
        try other.expectColumns(names)
        return Features(unchecked: names, zip(columns, other.columns).map(+), count: count + other.count)
    }

    /// Refuses columns that are not those a model has learned from.
    func expectColumns(_ learned: [String]) throws {
        guard names != learned else { return }
        let missing = learned.filter { !names.contains($0) }
        let problem =
            missing.isEmpty
            ? "the columns are \(names.joined(separator: ", ")), not \(learned.joined(separator: ", "))"
            : "there is no column “\(missing[0])”, which the model has learned from"
        throw FitProblem(problem, try: "the same columns in the same order: keeping(…)")
    }
}

/// Why a model cannot be fitted or used, and what to do.
public struct FitProblem: Error, Equatable, CustomStringConvertible {
    public let problem: String
    public let advice: String?

    public init(_ problem: String, try advice: String? = nil) { (self.problem, self.advice) = (problem, advice) }

    public var description: String { problem + (advice.map { "\n  try: \($0)" } ?? "") }
}

extension [String] {
    /// The first that was there before.
    fileprivate var firstRepeated: String? {
        var seen: Set<String> = []
        return first { !seen.insert($0).inserted }
    }
}

extension [Float] {
    /// Cut into `count` arrays of `size` numbers.
    fileprivate func chunked(_ size: Int, of count: Int) -> [[Float]] {
        (0..<count).map { Array(self[$0 * size..<($0 + 1) * size]) }
    }
}
