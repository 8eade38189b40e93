// Numbers as people read them.

import Foundation

/// With this many digits after the decimal point: 0.30, never 0.30000000000000004 and never -0.00.
public func fixed(_ number: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(max(0, decimals))f", number)
    let isZero = !text.contains { $0.isLetter || ("1"..."9").contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
}

/// The same for the numbers of a model.
public func fixed(_ number: Float, _ decimals: Int) -> String { fixed(Double(number), decimals) }

/// With its sign, also a plus: "+0.120", "-0.034". What rounds to zero has none.
public func signed(_ number: some BinaryFloatingPoint, _ decimals: Int) -> String {
    let text = fixed(Double(number), decimals)
    return text == fixed(Double.zero, decimals) || text.hasPrefix("-") || number.isNaN ? text : "+" + text
}

/// A share in whole percent: 0.374 as "37 %".
public func percent(_ share: some BinaryFloatingPoint) -> String {
    fixed((100 * Double(share)).rounded(), 0) + " %"
}

/// The number rounded to this many digits, counted from the first that is not zero: 0.1386 for 0.13857990358259994.
public func significant<Number: BinaryFloatingPoint>(_ number: Number, _ digits: Int) -> Number {
    guard number.isFinite, let rounded = Double(String(format: "%.\(max(1, digits) - 1)e", Double(number))) else {
        return number
    }
    return Number(rounded)
}

/// 7 as "07".
public func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// "1 hint", "3 hints".
public func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`
public func readable(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    if seconds < 9.95 { return fixed(seconds, 1) + " s" }
    let whole = Int(min(seconds.rounded(), 0x1p53))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    return "\(whole / 3600) h \(twoDigits(whole % 3600 / 60)) min"
}

/// `17 bytes`, `3.2 MB`, `213 MB`
public func readable(bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 999.5, unit < units.count - 1 { (value, unit) = (value / 1000, unit + 1) }
    return "\(fixed(value, unit == 0 || value >= 99.5 ? 0 : 1)) \(units[unit])"
}
