import Foundation

/// Marks on a pair of axes.
///
/// ```swift
/// Chart("f(x) = x²", x: "x", y: "y") {
///     Line.function(-2...2) { $0 * $0 }
///     Points([-1.5], [2.25], colour: .red)
/// }
/// ```
/// Limits that are not given follow from the data. Marks without a colour take the next one of
/// ``Colour/palette``; marks with a label appear in the legend.
public struct Chart: Figure {
    public var title: String
    public var xLabel: String, yLabel: String
    public var xLimits: ClosedRange<Double>?, yLimits: ClosedRange<Double>?
    public var xScale: Scale, yScale: Scale
    public var series: [Series]
    /// The size of the picture, in CSS pixels.
    public var width = 480.0, height = 320.0

    public init(
        _ title: String = "", x xLabel: String = "", y yLabel: String = "", xLimits: ClosedRange<Double>? = nil,
        yLimits: ClosedRange<Double>? = nil, xScale: Scale = .linear, yScale: Scale = .linear,
        @ChartBuilder _ marks: () throws -> [any Mark]
    ) rethrows {
        (self.title, self.xLabel, self.yLabel) = (title, xLabel, yLabel)
        (self.xLimits, self.yLimits, self.xScale, self.yScale) = (xLimits, yLimits, xScale, yScale)
        series = try marks().map(\.series)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }
}

/// Collects the marks between the braces of a ``Chart``; `if` and `for` work there too.
@resultBuilder
public enum ChartBuilder {
    public static func buildExpression(_ mark: any Mark) -> [any Mark] { [mark] }
    public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
    public static func buildExpression(_ marks: [some Mark]) -> [any Mark] { marks }
    public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap(\.self) }
    public static func buildOptional(_ part: [any Mark]?) -> [any Mark] { part ?? [] }
    public static func buildEither(first part: [any Mark]) -> [any Mark] { part }
    public static func buildEither(second part: [any Mark]) -> [any Mark] { part }
    public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap(\.self) }
}

// MARK: What both renderers, SVG and terminal, need to know

/// A corner of a bar or a point of a line; both run from 0 to 1 across the plot.
struct Spot: Equatable { var x: Double, y: Double }

extension Chart {
    /// The series, each with a colour: its own, or the next of the palette.
    var colouredSeries: [Series] {
        var next = 0
        return series.map { one in
            var one = one
            if one.colour == nil {
                one.colour = Colour.palette[next % Colour.palette.count]
                next += 1
            }
            return one
        }
    }

    var legend: [Series] { colouredSeries.filter { !($0.label ?? "").isEmpty } }
    var categories: [String] { series.map(\.categories).max { $0.count < $1.count } ?? [] }

    func xAxis(ticks: Int) -> Axis {
        let isBars = !categories.isEmpty
        let data = extent(
            series.flatMap { one in
                let reach = one.barWidth / 2
                return one.xs.filter(xScale.canShow).flatMap { reach > 0 ? [$0 - reach, $0 + reach] : [$0] }
            })
        guard isBars else {
            return Axis(usable(xLimits) ?? padded(data, xScale), scale: xScale)
                .withTicks(about: ticks, whole: isWhole(series.flatMap(\.xs)))
        }
        var axis = Axis(usable(xLimits) ?? -0.6...Double(categories.count) - 0.4)
        axis.ticks = categories.indices.map(Double.init)
        axis.labels = categories
        return axis
    }

    func yAxis(ticks: Int) -> Axis {
        Axis(usable(yLimits) ?? automaticYLimits, scale: yScale)
            .withTicks(about: ticks, whole: series.allSatisfy { $0.barWidth > 0 } && isWhole(series.flatMap(\.ys)))
    }

    /// Bars stand on zero: no room is left below it when nothing is there.
    var automaticYLimits: ClosedRange<Double> {
        let hasBars = series.contains { $0.barWidth > 0 } && yScale == .linear
        let data = extent(series.flatMap { $0.ys.filter(yScale.canShow) } + (hasBars ? [0] : []))
        let limits = padded(data, yScale, hasBars ? 0.09 : 0.05)
        guard hasBars, let data else { return limits }
        return (data.lowerBound == 0 ? 0 : limits.lowerBound)...(data.upperBound == 0 ? 0 : limits.upperBound)
    }

    private func usable(_ limits: ClosedRange<Double>?) -> ClosedRange<Double>? {
        limits.flatMap { $0.lowerBound.isPlottable && $0.upperBound.isPlottable ? $0 : nil }
    }

    /// A little room on both sides, so that no dot touches the frame.
    private func padded(_ data: ClosedRange<Double>?, _ scale: Scale, _ fraction: Double = 0.05) -> ClosedRange<Double>
    {
        guard let data else { return scale == .linear ? 0...1 : 0.1...10 }
        let limits = Axis(data, scale: scale).limits
        guard data.lowerBound < data.upperBound else { return limits }
        if scale == .logarithmic {
            let factor = pow(limits.upperBound / limits.lowerBound, fraction)
            return limits.lowerBound / factor...limits.upperBound * factor
        }
        let room = (limits.upperBound - limits.lowerBound) * fraction
        return limits.lowerBound - room...limits.upperBound + room
    }

    /// Epochs and counts: between 1 and 2 there is nothing to label.
    private func isWhole(_ values: [Double]) -> Bool {
        values.allSatisfy { !$0.isPlottable || $0 == $0.rounded() }
    }
}
