// Arithmetic with columns, row by row. What is missing makes the result missing.

import Common
import Foundation
import Tensors

extension Column {
    /// Sums of numbers; texts are joined.
    public static func + (left: Column, right: Column) -> Column {
        if left.kind == .text, right.kind == .text {
            require(
                left.count == right.count, "\(counted(left.count, "row")) + \(counted(right.count, "row"))",
                "both must be equally long")
            return Column(zip(left.strings, right.strings).map { a, b in a.flatMap { a in b.map { a + $0 } } })
        }
        return combined(left, right, "+", { $0.addingReportingOverflow($1) }) { $0 + $1 }
    }
    public static func - (left: Column, right: Column) -> Column {
        combined(left, right, "-", { $0.subtractingReportingOverflow($1) }) { $0 - $1 }
    }
    public static func * (left: Column, right: Column) -> Column {
        combined(left, right, "*", { $0.multipliedReportingOverflow(by: $1) }) { $0 * $1 }
    }
    /// Always fractions, also of whole numbers.
    public static func / (left: Column, right: Column) -> Column {
        combined(left, right, "/", nil) { $0 / $1 }
    }

    public static func + (column: Column, value: Cell) -> Column { column + constant(value, column.count) }
    public static func - (column: Column, value: Cell) -> Column { column - constant(value, column.count) }
    public static func * (column: Column, value: Cell) -> Column { column * constant(value, column.count) }
    public static func / (column: Column, value: Cell) -> Column { column / constant(value, column.count) }

    /// The same value in all rows.
    public static func constant(_ value: Cell, _ count: Int) -> Column {
        Column(Array(repeating: value, count: count))
    }

    /// Every number replaced by another one; what is missing stays missing. (pandas' `apply` or `map`.)
    /// - Precondition: the column holds no texts.
    public func mapNumbers(_ body: (Double) -> Double) -> Column {
        Column(numbers.map { $0.isNaN ? .nan : body($0) })
    }

    /// Every text replaced by another one; what is missing stays missing.
    /// - Precondition: the column holds texts. A text that occurs several times is asked for once.
    public func mapTexts(_ body: (String) -> String) -> Column {
        let (texts, _) = coded("mapTexts")
        let levels = texts.levels.map(body)
        return Column(texts.codes.map { $0 < 0 ? nil : levels[Int($0)] })
    }

    /// Natural logarithms. (`np.log`.)
    public var logarithm: Column { mapNumbers(log) }

    /// The levels and codes of texts or categories.
    func coded(_ operation: String) -> (texts: CodedTexts, isCategory: Bool) {
        switch values {
        case .texts(let texts): return (texts, false)
        case .categories(let texts, _): return (texts, true)
        default: stop("\(operation) of a column", "it holds values of the type \(kind), no texts")
        }
    }

    /// Sets the rows that are meant: `frame["YearMade"].set(1950, where: frame["YearMade"] < 1900)`. (pandas'
    /// `df.loc[mask, name] = value`.)
    /// - Precondition: a category is one of the levels.
    public mutating func set(_ value: Cell, where mask: RowMask) {
        require(mask.values.count == count, "a mask of \(counted(mask.values.count, "row"))", "the column has \(count)")
        if mask.trueCount == 0 { return }
        if case .categories(var texts, let isOrdered) = values {
            let place = value.isMissing ? -1 : texts.levels.firstIndex { .text($0) == value }
            guard let place else { stop("a category \(value) in a column", "its levels are \(listed(texts.levels))") }
            for row in mask.indices { texts.codes[row] = Int32(place) }
            values = .categories(texts, isOrdered: isOrdered)
            return
        }
        var cells = cells
        for row in mask.indices { cells[row] = value }
        self = Column(cells)
    }

    private static func combined(
        _ left: Column, _ right: Column, _ sign: String,
        _ whole: ((Int, Int) -> (partialValue: Int, overflow: Bool))?, _ body: (Double, Double) -> Double
    ) -> Column {
        require(
            left.count == right.count, "\(counted(left.count, "row")) \(sign) \(counted(right.count, "row"))",
            "both must be equally long")
        if let whole, case .ints(let a) = left.values, case .ints(let b) = right.values {
            let pairs = (0..<left.count).map { row in a[row].flatMap { x in b[row].map { whole(x, $0) } } }
            if !pairs.contains(where: { $0?.overflow ?? false }) { return Column(pairs.map { $0?.partialValue }) }
        }
        return Column(zip(left.numbers, right.numbers).map(body))
    }
}
