// A table as if it were a matrix: rows and columns by their places, counted from 0. (pandas' `iloc`.)

import Common
import Tensors

extension DataFrame {
    /// A row: `frame[0]` is the first.
    public subscript(row: Int) -> TableRow {
        require(0..<rowCount ~= row, "row \(row) of a table", "it has \(counted(rowCount, "row"))")
        return TableRow(frame: self, number: row)
    }

    /// The cell in a row and a column.
    public subscript(row: Int, column: Int) -> Cell { self[..., column][row] }

    /// The cell in a row and the column of a name.
    public subscript(row: Int, name: String) -> Cell { self[name][row] }

    /// A column: `frame[..., 0]` is the first.
    public subscript(rows: UnboundedRange, column: Int) -> Column {
        require(0..<columnCount ~= column, "column \(column) of a table", "it has \(counted(columnCount, "column"))")
        return columns[column]
    }

    /// A row: `frame[0, ...]` is the first.
    public subscript(row: Int, columns: UnboundedRange) -> TableRow { self[row] }

    /// Some rows: `frame[0..<5]`, `frame[10...]`.
    public subscript(rows: some RangeExpression<Int>) -> DataFrame {
        taking(Array(rows.relative(to: 0..<rowCount)))
    }

    /// Some rows of some columns: `frame[0..<5, 1...2]`.
    public subscript(rows: some RangeExpression<Int>, columns: some RangeExpression<Int>) -> DataFrame {
        let range = columns.relative(to: 0..<columnCount)
        require(
            range.lowerBound >= 0 && range.upperBound <= columnCount, "columns \(range) of a table",
            "it has \(counted(columnCount, "column"))")
        return selecting(Array(names[range]))[rows]
    }

    /// The rows that are meant. (pandas' `df[mask]`.)
    public subscript(mask: RowMask) -> DataFrame {
        require(
            mask.values.count == rowCount, "\(counted(mask.values.count, "answer")) for the rows of a table",
            "it has \(counted(rowCount, "row"))")
        return taking(mask.indices)
    }

    /// Some columns by their names. (pandas' `df[["a", "b"]]`.)
    public subscript(names: [String]) -> DataFrame { selecting(names) }

    /// The first rows.
    public func head(_ count: Int = 5) -> DataFrame { self[0..<max(0, min(count, rowCount))] }

    /// The last rows.
    public func tail(_ count: Int = 5) -> DataFrame { self[max(0, rowCount - max(0, count))..<rowCount] }

    /// Some columns, in this order.
    /// - Precondition: they exist, and none is asked for twice.
    public func selecting(_ names: [String]) -> DataFrame {
        DataFrame(names.map { ($0, self[$0]) })
    }

    /// All columns but these. (pandas' `drop(columns:)`.)
    public func dropping(_ names: String...) -> DataFrame { dropping(names) }

    /// All columns but these. (pandas' `drop(columns:)`.)
    public func dropping(_ names: [String]) -> DataFrame {
        for name in names { _ = known(name) }
        return selecting(self.names.filter { !names.contains($0) })
    }

    /// With other names for some columns. (pandas' `rename`.)
    public func renaming(_ names: [String: String]) -> DataFrame {
        for name in names.keys { _ = known(name) }
        return DataFrame(zip(self.names, columns).map { (names[$0] ?? $0, $1) })
    }
}

/// One row of a table.
public struct TableRow: Sendable {
    let frame: DataFrame
    public let number: Int

    public var names: [String] { frame.names }
    public var cells: [Cell] { frame.columns.map { $0.cell(number) } }

    /// The cell of a column by its name.
    public subscript(name: String) -> Cell { frame[name].cell(number) }
    /// The cell of a column by its place.
    public subscript(column: Int) -> Cell { frame[..., column].cell(number) }
}

extension TableRow: CustomStringConvertible {
    /// Names and cells, one below the other.
    public var description: String {
        let width = names.map(\.displayWidth).max() ?? 0
        return zip(names, cells).map { "\($0.padded(to: width))  \($1)".withoutTrailingSpaces }
            .joined(separator: "\n")
    }
}
