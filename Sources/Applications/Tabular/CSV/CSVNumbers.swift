// Numbers and truth values in bytes. Nearly all numbers of tables are short, and these are read without making a text
// of them: digits are collected in a whole number, which is divided by a power of ten. Both are exact up to 2⁵³ and
// 10²², and so the quotient is the nearest fraction there is. Everything longer is left to the standard library.

/// What can be in a field; a column is what all its fields can be.
struct CSVEvidence: OptionSet {
    var rawValue: UInt8
    static let int = CSVEvidence(rawValue: 1)
    static let double = CSVEvidence(rawValue: 2)
    static let bool = CSVEvidence(rawValue: 4)
    static let text = CSVEvidence(rawValue: 8)

    /// The narrowest type for such fields. A column in which everything is missing holds fractions, none of which is
    /// there.
    var kind: Column.Kind {
        switch self {
        case [.int]: .int
        case [], [.double], [.int, .double]: .double
        case [.bool]: .bool
        default: .text
        }
    }
}

/// A number that a field holds.
enum CSVNumber {
    case int(Int)
    case double(Double)

    var double: Double {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        }
    }
}

private let powersOfTen: [Double] = (0...22).map { power in (0..<power).reduce(1) { value, _ in value * 10 } }

/// A number with nothing but spaces around it; nil if it is none.
func number(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> CSVNumber? {
    var (place, end) = (start, end)
    while place < end, bytes[place] == .space { place += 1 }
    while place < end, bytes[end - 1] == .space { end -= 1 }
    let begin = place
    var isNegative = false
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
        isNegative = bytes[place] == UInt8(ascii: "-")
        place += 1
    }
    var (digits, whole, decimals, hasPoint) = (0, 0, 0, false)
    while place < end {
        let digit = Int(bytes[place]) - 48
        if 0...9 ~= digit, digits < 18 {
            whole = whole * 10 + digit
            digits += 1
            if hasPoint { decimals += 1 }
        } else if bytes[place] == UInt8(ascii: "."), !hasPoint {
            hasPoint = true
        } else {
            return longNumber(bytes, begin, end)
        }
        place += 1
    }
    if digits == 0 { return nil }
    if !hasPoint { return .int(isNegative ? -whole : whole) }
    guard whole <= 1 << 53 else { return longNumber(bytes, begin, end) }
    let value = Double(whole) / powersOfTen[decimals]
    return .double(isNegative ? -value : value)
}

/// A number with many digits, with an exponent, or infinite.
private func longNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> CSVNumber? {
    let isNumber = bytes[start..<end].allSatisfy { 48...57 ~= $0 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if isNumber { return Int(text).map(CSVNumber.int) ?? Double(text).map(CSVNumber.double) }
    guard end - start <= 9 else { return nil }
    switch text.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": return .double(.infinity)
    case "-inf", "-infinity": return .double(-.infinity)
    default: return nil
    }
}

/// `True`, `true` or `TRUE`, and the same of false; nil for anything else.
func truth(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool? {
    guard 4...5 ~= end - start else { return nil }
    switch String(decoding: bytes[start..<end], as: UTF8.self) {
    case "True", "true", "TRUE": return true
    case "False", "false", "FALSE": return false
    default: return nil
    }
}
