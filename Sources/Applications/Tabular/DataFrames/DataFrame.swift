// # Tables
//
//     var frame = DataFrame(["a": [1, 2], "b": [11, 12]])
//     frame["c"] = frame["a"] + frame["b"]
//     frame["b"]                  a column by its name
//     frame[..., 1]               the same by its place
//     frame[0]                    a row
//     frame[0, 1]                 a cell
//     frame[frame["a"] > 1]       the rows that …
//
// A table is columns of the same length with names. It is a value: a copy that is changed leaves the original alone,
// and columns that nobody changes are shared by both.

import Common
import Tensors

/// Columns of the same length, each with a name. (pandas' `DataFrame`.)
public struct DataFrame: Sendable, Equatable {
    /// (pandas' `columns`.)
    public private(set) var names: [String] = []
    public private(set) var columns: [Column] = []
    /// Of a table without columns, 0.
    public private(set) var rowCount = 0
    private var places: [String: Int] = [:]

    public init() {}

    /// - Precondition: no name occurs twice, and all columns are equally long.
    public init(_ columns: KeyValuePairs<String, Column>) { self.init(columns.map { ($0, $1) }) }

    /// - Precondition: no name occurs twice, and all columns are equally long.
    public init(_ columns: [(String, Column)]) {
        for (name, column) in columns {
            require(places[name] == nil, "a table with two columns “\(name)”", "names must differ")
            self[name] = column
        }
    }

    public var columnCount: Int { names.count }
    /// Rows and columns. (pandas' `shape`.)
    public var shape: [Int] { [rowCount, columnCount] }

    /// Whether there is a column of this name.
    public func has(_ name: String) -> Bool { places[name] != nil }

    /// The place of a column.
    public func place(of name: String) -> Int? { places[name] }

    /// A column by its name. A column that is set replaces the one of this name, or becomes the last one; `nil` removes
    /// it.
    /// - Precondition: a column that is read exists, and one that is set has as many rows as the table.
    public subscript(name: String) -> Column {
        get { columns[known(name)] }
        set {
            require(
                names.isEmpty || newValue.count == rowCount || (names == [name]),
                "a column “\(name)” of \(counted(newValue.count, "row"))", "the table has \(counted(rowCount, "row"))")
            rowCount = newValue.count
            if let place = places[name] {
                columns[place] = newValue
            } else {
                places[name] = names.count
                names.append(name)
                columns.append(newValue)
            }
        }
    }

    /// A column by its name, where the table is a reader's: it may be another one than expected.
    /// - Throws: ``TableProblem`` that says which columns there are.
    public func column(_ name: String, of file: String = "the table") throws -> Column {
        if let place = places[name] { return columns[place] }
        throw TableProblem(file, "there is no column “\(name)”", try: "one of \(listed(names))")
    }

    /// - Precondition: there is a column of this name.
    func known(_ name: String) -> Int {
        if let place = places[name] { return place }
        stop("the column “\(name)” of a table", "there is none of this name", try: "one of \(listed(names))")
    }

    /// Rows in another order, some of them perhaps several times or not at all. (pandas' `iloc` or `take`.)
    public func taking(_ rows: [Int]) -> DataFrame {
        if let wrong = rows.first(where: { !(0..<rowCount ~= $0) }) {
            stop("row \(wrong) of a table", "it has \(counted(rowCount, "row"))")
        }
        return mapColumns { $0.taking(rows) }
    }

    func mapColumns(_ body: (Column) -> Column) -> DataFrame {
        DataFrame(zip(names, columns).map { ($0, body($1)) })
    }
}

/// The first of some names.
func listed(_ names: [String]) -> String {
    let some = names.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
    return names.isEmpty ? "none: the table is empty" : names.count > 12 ? some + ", …" : some
}
