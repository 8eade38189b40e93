import Common
import Foundation

/// How the numbers of an axis become distances.
public enum Scale: Sendable {
    case linear
    /// Equal distances are equal factors; numbers that are not positive are not drawn.
    case logarithmic

    func distance(_ value: Double) -> Double { self == .linear ? value : log10(value) }
    func canShow(_ value: Double) -> Bool { value.isPlottable && (self == .linear || value > 0) }
}

/// One axis of a chart: its limits, and the numbers that are written beside it.
struct Axis: Sendable {
    var limits: ClosedRange<Double>
    var scale: Scale
    var ticks: [Double] = []
    var labels: [String] = []

    init(_ limits: ClosedRange<Double>, scale: Scale = .linear) {
        (self.limits, self.scale) = (Axis.widened(limits, scale), scale)
    }

    /// Where `value` is: 0 at the low end, 1 at the high end, or beyond.
    func position(_ value: Double) -> Double {
        let low = scale.distance(limits.lowerBound)
        let high = scale.distance(limits.upperBound)
        return (scale.distance(value) - low) / (high - low)
    }

    /// Limits that can be drawn: a single number gets room on both sides.
    private static func widened(_ limits: ClosedRange<Double>, _ scale: Scale) -> ClosedRange<Double> {
        var (low, high) = (limits.lowerBound, limits.upperBound)
        if !low.isPlottable || !high.isPlottable { (low, high) = (0, 1) }
        if scale == .logarithmic {
            high = high > 0 ? high : 1
            low = low > 0 ? low : high / 1000
            return low < high * 0.999 ? low...high : low / 2...high * 2
        }
        let size = max(low.magnitude, high.magnitude)
        if size < 1e-290 { return -1...1 }
        return high - low > size * 1e-9 ? low...high : low - size * 0.1...high + size * 0.1
    }

    /// The axis with about `count` round numbers beside it.
    func withTicks(about count: Int, whole: Bool = false) -> Axis {
        var axis = self
        let decades = scale.distance(limits.upperBound) - scale.distance(limits.lowerBound)
        if scale == .logarithmic, decades > 1 - 1e-6 {
            axis.setDecades(every: max(1, (decades / Double(max(1, count))).rounded(.up)))
            if decades < 2.5, count > 2 { axis.setOneTwoFive() }
        } else {
            axis.setMultiples(of: niceStep(limits, count, whole: whole))
        }
        return axis
    }

    private mutating func setMultiples(of step: Double) {
        let first = (limits.lowerBound / step - 1e-6).rounded(.up)
        let last = (limits.upperBound / step + 1e-6).rounded(.down)
        guard last >= first, last - first < 100 else {
            (ticks, labels) = ([], [])
            return
        }
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
        labels = tickLabels(ticks, step: step)
    }

    private mutating func setDecades(every step: Double) {
        let first = (log10(limits.lowerBound) - 1e-6).rounded(.up)
        let last = (log10(limits.upperBound) + 1e-6).rounded(.down)
        let exponents = Array(stride(from: first, through: last, by: step))
        ticks = exponents.map { pow(10, $0) }
        labels = ticks.map(Axis.decadeLabel)
    }

    /// 1, 2 and 5 times the powers of ten, for a few decades.
    private mutating func setOneTwoFive() {
        let exponents = Int(log10(limits.lowerBound).rounded(.down))...Int(log10(limits.upperBound).rounded(.up))
        ticks = exponents.flatMap { exponent in [1.0, 2, 5].map { $0 * pow(10, Double(exponent)) } }
            .filter { (limits.lowerBound * (1 - 1e-6)...limits.upperBound * (1 + 1e-6)).contains($0) }
        labels = ticks.map(Axis.decadeLabel)
    }

    /// 0.001 to 50000 as they are, what is smaller or larger by its power of ten: 1e5, 2e-4.
    private static func decadeLabel(_ tick: Double) -> String {
        (0.9e-3..<0.9e5).contains(tick) ? tick.short(3) : tick.scientific(0)
    }
}

/// The round number (1, 2 or 5 times a power of ten) that cuts the limits into about `count` pieces.
func niceStep(_ limits: ClosedRange<Double>, _ count: Int, whole: Bool = false) -> Double {
    let rough = (limits.upperBound - limits.lowerBound) / Double(max(1, count))
    let power = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.7 } ?? rough
    return whole ? max(1, step) : step
}

/// All labels in one style with the same number of decimals; very large and very small ones as 2e-5.
func tickLabels(_ values: [Double], step: Double) -> [String] {
    let largest = values.map(\.magnitude).max() ?? 0
    let stepExponent = Int((log10(step) + 1e-9).rounded(.down))
    if largest >= 1e6 || largest < 1e-3 {
        let digits = Int(log10(max(largest, 1e-307)).rounded(.down)) - stepExponent
        return values.map { $0.scientific(digits) }
    }
    return values.map { fixed($0, max(0, -stepExponent)) }
}
