// What is in a column.

import Common
import Tensors

extension Column {
    /// The cell of a row.
    public subscript(row: Int) -> Cell {
        require(0..<count ~= row, "row \(row) of a column", "it has \(counted(count, "row"))")
        return cell(row)
    }

    func cell(_ row: Int) -> Cell {
        switch values {
        case .ints(let column): column[row].map(Cell.int) ?? .missing
        case .doubles(let column): column[row].isNaN ? .missing : .double(column[row])
        case .bools(let column): column[row].map(Cell.bool) ?? .missing
        case .dates(let column): column[row].map(Cell.date) ?? .missing
        case .texts(let column), .categories(let column, _): column[row].map(Cell.text) ?? .missing
        }
    }

    public var cells: [Cell] { (0..<count).map(cell) }

    func isMissing(_ row: Int) -> Bool {
        switch values {
        case .ints(let column): column.isMissing(row)
        case .doubles(let column): column[row].isNaN
        case .bools(let column): column.isMissing(row)
        case .dates(let column): column.isMissing(row)
        case .texts(let column), .categories(let column, _): column.codes[row] < 0
        }
    }

    /// Which rows are missing. (pandas' `isna`.)
    public var isMissing: RowMask { RowMask((0..<count).map(isMissing)) }

    /// How many rows are missing.
    public var missingCount: Int { (0..<count).reduce(0) { $0 + (isMissing($1) ? 1 : 0) } }

    /// The values as text; nil for what is missing.
    public var strings: [String?] {
        switch values {
        case .texts(let column), .categories(let column, _):
            column.codes.map { $0 < 0 ? nil : column.levels[Int($0)] }
        default: (0..<count).map { isMissing($0) ? nil : plainText($0) }
        }
    }

    /// The values as numbers; NaN for what is missing. Truth values are 1 and 0, dates are seconds.
    /// - Precondition: the column holds no texts.
    public var numbers: [Double] {
        switch values {
        case .ints(let column):
            column.values.indices.map { column.isMissing($0) ? .nan : Double(column.values[$0]) }
        case .doubles(let column): column
        case .bools(let column):
            column.values.indices.map { column.isMissing($0) ? .nan : column.values[$0] ? 1 : 0 }
        case .dates(let column):
            column.values.indices.map { column.isMissing($0) ? .nan : Double(column.values[$0].seconds) }
        case .texts, .categories: stop("the numbers of a column", "it holds texts", try: "its strings, or its codes")
        }
    }

    /// Whole numbers; nil for what is missing.
    /// - Precondition: the column holds whole numbers or truth values.
    public var ints: [Int?] {
        switch values {
        case .ints(let column): return column.values.indices.map { column[$0] }
        case .bools(let column): return column.values.indices.map { column[$0].map { $0 ? 1 : 0 } }
        default: stop("the whole numbers of a column", "it holds values of the type \(kind)")
        }
    }

    /// Truth values; what is missing is false.
    /// - Precondition: the column holds truth values.
    public var bools: [Bool] {
        guard case .bools(let column) = values else {
            stop("the truth values of a column", "it holds values of the type \(kind)")
        }
        return column.values.indices.map { column[$0] ?? false }
    }

    /// Dates; nil for what is missing.
    /// - Precondition: the column holds dates.
    public var dates: [DateTime?] {
        guard case .dates(let column) = values else {
            stop(
                "the dates of a column", "it holds values of the type \(kind)",
                try: "`asDates()`, or reading the file with dates: [\"…\"]")
        }
        return column.values.indices.map { column[$0] }
    }

    /// A value with all its digits, as it is written to a file.
    func plainText(_ row: Int) -> String {
        switch cell(row) {
        case .double(let value): "\(value)"
        case let cell: "\(cell)"
        }
    }

    /// Rows in another order, some of them perhaps several times or not at all.
    public func taking(_ rows: [Int]) -> Column {
        switch values {
        case .ints(let column): Column(.ints(column.taking(rows)))
        case .doubles(let column): Column(.doubles(rows.map { column[$0] }))
        case .bools(let column): Column(.bools(column.taking(rows)))
        case .dates(let column): Column(.dates(column.taking(rows)))
        case .texts(let column): Column(.texts(column.taking(rows)))
        case .categories(let column, let isOrdered):
            Column(.categories(column.taking(rows), isOrdered: isOrdered))
        }
    }
}

extension CodedTexts {
    func taking(_ rows: [Int]) -> Self { Self(levels: levels, codes: rows.map { codes[$0] }) }
}

extension Column: Equatable {
    /// The same kind, and the same values in all rows. Levels that do not occur make no difference to texts.
    public static func == (left: Column, right: Column) -> Bool {
        guard left.kind == right.kind, left.count == right.count else { return false }
        switch (left.values, right.values) {
        case (.categories(let a, let isOrdered), .categories(let b, let isOtherOrdered)):
            return isOrdered == isOtherOrdered && a == b
        case (.texts(let a), .texts(let b)) where a.levels == b.levels: return a.codes == b.codes
        default: return (0..<left.count).allSatisfy { left.cell($0) == right.cell($0) }
        }
    }
}

extension Column: CustomStringConvertible {
    /// The first and the last values, and how many there are.
    public var description: String {
        let shown = count <= 10 ? Array(0..<count) : Array(0..<5) + Array(count - 3..<count)
        var texts = shown.map { isMissing($0) ? "–" : "\(cell($0))" }
        if count > 10 { texts.insert("…", at: 5) }
        return "[\(texts.joined(separator: ", "))] (\(count) × \(kind))"
    }
}
