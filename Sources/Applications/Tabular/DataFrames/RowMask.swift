// # Choosing rows by a condition
//
//     frame[frame["YearMade"] > 1990 && frame["state"] == "Texas"]
//
// A comparison of a column with a value answers for every row at once. The answers are combined by `&&`, `||` and `!`,
// as single ones are. (In pandas by `&`, `|` and `~`, in parentheses.)

import Tensors

/// A yes or no for each row.
public struct RowMask: Sendable, Equatable {
    public var values: [Bool]

    public init(_ values: [Bool]) { self.values = values }

    /// Which rows are meant: the places of the true ones. (`np.where(mask)[0]` in the book.)
    public var indices: [Int] { values.indices.filter { values[$0] } }

    /// How many rows are meant.
    public var trueCount: Int { values.count { $0 } }

    public static prefix func ! (mask: Self) -> Self { Self(mask.values.map { !$0 }) }
    public static func && (left: Self, right: Self) -> Self { combined(left, right, "&&") { $0 && $1 } }
    public static func || (left: Self, right: Self) -> Self { combined(left, right, "||") { $0 || $1 } }

    private static func combined(
        _ left: Self, _ right: Self, _ sign: String, _ body: (Bool, Bool) -> Bool
    ) -> Self {
        let counts = (left.values.count, right.values.count)
        require(counts.0 == counts.1, "\(counts.0) rows \(sign) \(counts.1) rows", "both must be of the same table")
        return Self(zip(left.values, right.values).map(body))
    }
}

/// Compares every row with a value. What is missing is equal to nothing but `nil`, and is neither smaller nor larger
/// than anything; categories are compared by their order.
extension Column {
    public static func == (column: Column, value: Cell) -> RowMask { column.compared(with: value) { $0 == 0 } }
    public static func != (column: Column, value: Cell) -> RowMask { !(column == value) }
    public static func < (column: Column, value: Cell) -> RowMask { column.compared(with: value) { $0 < 0 } }
    public static func <= (column: Column, value: Cell) -> RowMask { column.compared(with: value) { $0 <= 0 } }
    public static func > (column: Column, value: Cell) -> RowMask { column.compared(with: value) { $0 > 0 } }
    public static func >= (column: Column, value: Cell) -> RowMask { column.compared(with: value) { $0 >= 0 } }

    /// Which rows have one of these values. (pandas' `isin`.)
    public func isOne(of choices: [Cell]) -> RowMask {
        choices.reduce(RowMask(Array(repeating: false, count: count))) { $0 || self == $1 }
    }

    /// - Parameter holds: what -1 (smaller), 0 (equal) or 1 (larger) means.
    private func compared(with value: Cell, _ holds: (Int) -> Bool) -> RowMask {
        if value.isMissing { return RowMask((0..<count).map { isMissing($0) && holds(0) }) }
        switch values {
        case .texts(let column):
            let answers = column.levels.map { Cell.order(.text($0), value).map(holds) ?? false }
            return RowMask(column.codes.map { $0 >= 0 && answers[Int($0)] })
        case .categories(let column, _):
            guard case .text(let text) = value, let place = column.levels.firstIndex(of: text) else {
                return RowMask(Array(repeating: false, count: count))
            }
            return RowMask(column.codes.map { $0 >= 0 && holds(Int($0) == place ? 0 : Int($0) < place ? -1 : 1) })
        default:
            return RowMask((0..<count).map { row in Cell.order(cell(row), value).map(holds) ?? false })
        }
    }
}
