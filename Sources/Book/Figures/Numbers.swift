import Common
import Foundation

/// A number that charts and tables take: `Float`, `Double`, and the integers.
public protocol ChartNumber: Sendable {
    var chartValue: Double { get }
}

extension Double: ChartNumber { public var chartValue: Double { self } }
extension Float: ChartNumber { public var chartValue: Double { Double(self) } }
extension Int: ChartNumber { public var chartValue: Double { Double(self) } }
extension Int32: ChartNumber { public var chartValue: Double { Double(self) } }
extension UInt8: ChartNumber { public var chartValue: Double { Double(self) } }

extension Double {
    /// Can be drawn: a number, and small enough that sums and differences stay finite.
    var isPlottable: Bool { isFinite && magnitude < 1e300 }

    /// As short as it can be with at most this many decimals: 2, 2.5, 0.13.
    func short(_ decimals: Int) -> String {
        let text = fixed(self, decimals)
        guard text.contains(".") else { return text }
        let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(digits.reversed())
    }

    /// With this many digits from the first that is not zero; whole digits always stay: 6131, 12.5, 0.0312.
    func significant(_ digits: Int) -> String {
        guard isPlottable, self != 0 else { return self == 0 ? "0" : "\(self)" }
        let exponent = Int(log10(magnitude).rounded(.down))
        return (-4..<6).contains(exponent) ? short(max(0, digits - 1 - exponent)) : scientific(digits - 1)
    }

    /// 1.5e-7: mantissa with at most this many decimals, and the exponent without padding.
    func scientific(_ decimals: Int) -> String {
        let parts = String(format: "%.\(max(0, min(decimals, 15)))e", self).split(separator: "e")
        guard parts.count == 2, let mantissa = Double(parts[0]), let exponent = Int(parts[1]) else { return "\(self)" }
        return mantissa == 0 ? "0" : "\(mantissa.short(decimals))e\(exponent)"
    }
}

/// Numbers of one picture, all with as many decimals: so many digits for the largest, and one more where a number would
/// read as zero that is none. 36.4, 30.0, 9.1; 0.342, 0.061.
package func alike(_ numbers: [Double], digits: Int = 3) -> [String] {
    let largest = numbers.filter(\.isPlottable).map(\.magnitude).max() ?? 0
    let exponent = largest > 0 ? Int(log10(largest).rounded(.down)) : 0
    guard numbers.allSatisfy(\.isPlottable), (-4..<6).contains(exponent) else {
        return numbers.map { $0.significant(digits) }
    }
    var most = max(0, digits - 1 - exponent)
    if numbers.contains(where: { $0 != 0 && $0.short(most) == "0" }) { most += 1 }
    // Fewer, where they say all there is to say.
    let enough = (0..<most).first { decimals in
        numbers.allSatisfy { abs((Double(fixed($0, decimals)) ?? 0) - $0) <= 1e-6 * largest }
    }
    return numbers.map { fixed($0, enough ?? most) }
}

/// The smallest and the largest of the numbers that can be drawn.
func extent(_ numbers: some Sequence<Double>) -> ClosedRange<Double>? {
    var range: ClosedRange<Double>?
    for number in numbers where number.isPlottable {
        range = range.map { min($0.lowerBound, number)...max($0.upperBound, number) } ?? number...number
    }
    return range
}
