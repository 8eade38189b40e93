// One value of a table, of any of the types that a column may have.

import Common
import Figures

/// What is in one cell of a table. Write numbers, texts, truth values and `nil` as they are:
/// `frame["state"] == "Texas"`.
public enum Cell: Sendable, Hashable {
    case missing
    case int(Int)
    case double(Double)
    case text(String)
    case bool(Bool)
    case date(DateTime)

    public var isMissing: Bool { self == .missing }

    /// A number; a truth value is 1 or 0, a date its seconds. nil for text, and for what is missing.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value.isNaN ? nil : value
        case .bool(let value): value ? 1 : 0
        case .date(let value): Double(value.seconds)
        case .text, .missing: nil
        }
    }
}

extension Cell: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .missing }
}

extension Cell: CustomStringConvertible {
    /// The value as a table shows it; empty if it is missing.
    public var description: String { cellText(decimals: 6) }
}

extension Cell: TableCell {
    public func cellText(decimals: Int) -> String {
        switch self {
        case .missing: ""
        case .int(let value): "\(value)"
        case .double(let value): value.cellText(decimals: decimals)
        case .text(let value): value
        case .bool(let value): "\(value)"
        case .date(let value): "\(value)"
        }
    }
}

extension Cell {
    /// The order in which cells are sorted: numbers by value, texts by the codes of their letters; nil for two that
    /// have no order, such as a number and a text.
    static func order(_ left: Cell, _ right: Cell) -> Int? {
        switch (left, right) {
        case (.text(let a), .text(let b)): return a == b ? 0 : isBefore(a, b) ? -1 : 1
        case (.int(let a), .int(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.date(let a), .text(let text)): return DateTime(text).map { a == $0 ? 0 : a < $0 ? -1 : 1 }
        default:
            guard let a = left.number, let b = right.number else { return nil }
            return a == b ? 0 : a < b ? -1 : 1
        }
    }
}

/// Sorted by the codes of their letters, as the book's library does it: all capitals come before all small letters.
func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}
