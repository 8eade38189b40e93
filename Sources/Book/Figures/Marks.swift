// What can be drawn into a chart. Each mark is a small value that turns into one `Series`.

import Common
import Tensors

/// Something that a ``Chart`` draws: ``Line``, ``Points``, ``Bars``, ``Histogram`` or ``Rule``.
public protocol Mark: Sendable {
    var series: Series { get }
}

/// The points of one mark and how they look.
public struct Series: Mark {
    enum Shape: Sendable, Equatable {
        case line(dashed: Bool)
        case points
        /// Standing on zero, this wide in units of x. Several grouped series share the room at each x.
        case bars(width: Double, grouped: Bool)
        case verticalRule, horizontalRule
    }
    var shape: Shape
    var xs: [Double], ys: [Double]
    public var label: String?
    public var colour: Colour?
    /// A line whose segments have arrowheads: a path that is walked in one direction.
    var hasArrows = false
    /// Names that are written under the x axis in place of numbers.
    var categories: [String] = []
    public var series: Series { self }
}

/// Straight segments from point to point. NaN and infinite numbers leave a gap.
public struct Line: Mark {
    public var series: Series

    /// The points (xs[i], ys[i]), joined in this order.
    /// - Parameter arrows: each segment that has the room shows which way it is walked.
    public init<X: ChartNumber, Y: ChartNumber>(
        _ xs: some Sequence<X>, _ ys: some Sequence<Y>, _ label: String? = nil, colour: Colour? = nil,
        dashed: Bool = false, arrows: Bool = false
    ) {
        series = pairs("Line", xs, ys)
        (series.shape, series.label, series.colour) = (.line(dashed: dashed), label, colour)
        series.hasArrows = arrows
    }

    /// The values at x = 0, 1, 2 …
    public init<Y: ChartNumber>(
        _ ys: some Sequence<Y>, _ label: String? = nil, colour: Colour? = nil, dashed: Bool = false
    ) {
        let ys = Array(ys)
        self.init(ys.indices, ys, label, colour: colour, dashed: dashed)
    }

    /// The graph of a function: `Line.function(-2...2) { $0 * $0 }`. (The book's `plot_function`.)
    public static func function(
        _ range: ClosedRange<Double>, _ label: String? = nil, colour: Colour? = nil, dashed: Bool = false,
        samples: Int = 201, _ body: (Double) throws -> Double
    ) rethrows -> Line {
        let xs = samplePoints(range, samples)
        return Line(xs, try xs.map(body), label, colour: colour, dashed: dashed)
    }
}

/// One dot for each pair of numbers.
public struct Points: Mark {
    public var series: Series

    public init<X: ChartNumber, Y: ChartNumber>(
        _ xs: some Sequence<X>, _ ys: some Sequence<Y>, _ label: String? = nil, colour: Colour? = nil
    ) {
        series = pairs("Points", xs, ys)
        (series.label, series.colour) = (label, colour)
    }

    /// A column of dots for each name, such as the results of all seeds. The first name is at x = 0.
    public init<Y: ChartNumber>(
        _ names: [String], columns: [[Y]], _ label: String? = nil, colour: Colour? = nil
    ) {
        guard names.count == columns.count else {
            stop(
                "Points", "\(counted(names.count, "name")) but \(counted(columns.count, "column"))",
                try: "as many of one as of the other")
        }
        let places = columns.enumerated().flatMap { place, column in column.map { _ in place } }
        self.init(places, columns.flatMap(\.self), label, colour: colour)
        series.categories = names
    }
}

/// One bar for each name. The bars of several such marks stand side by side.
public struct Bars: Mark {
    public var series: Series

    public init<Y: ChartNumber>(
        _ names: [String], _ heights: some Sequence<Y>, _ label: String? = nil, colour: Colour? = nil
    ) {
        series = pairs("Bars", names.indices, heights)
        series.shape = .bars(width: names.count < 4 ? 0.5 : 0.8, grouped: true)
        (series.label, series.colour, series.categories) = (label, colour, names)
    }
}

/// How often values fall into each of `bins` equal pieces of their range.
public struct Histogram: Mark {
    public var series: Series

    /// Pieces are half open; the last one includes its upper end. NaN and infinite values,
    /// and those outside `range`, are not counted.
    public init<Value: ChartNumber>(
        _ values: some Sequence<Value>, _ label: String? = nil, bins: Int = 20, range: ClosedRange<Double>? = nil,
        colour: Colour? = nil
    ) {
        let values = values.map(\.chartValue).filter(\.isPlottable)
        let limits = Axis(range ?? extent(values) ?? 0...1).limits
        let bins = max(1, bins)
        let width = (limits.upperBound - limits.lowerBound) / Double(bins)
        var counts = [Double](repeating: 0, count: values.isEmpty ? 0 : bins)
        for value in values where limits.contains(value) {
            counts[min(bins - 1, Int((value - limits.lowerBound) / width))] += 1
        }
        let centres = counts.indices.map { limits.lowerBound + (Double($0) + 0.5) * width }
        series = Series(
            shape: .bars(width: width, grouped: false), xs: centres, ys: counts, label: label, colour: colour)
    }
}

/// A dashed straight line across the whole chart: `Rule(y: 0.5)`, `Rule(x: 3, "best epoch")`.
public struct Rule: Mark {
    public var series: Series

    public init(x: some ChartNumber, _ label: String? = nil, colour: Colour = .grey) {
        series = Series(shape: .verticalRule, xs: [x.chartValue], ys: [], label: label, colour: colour)
    }

    public init(y: some ChartNumber, _ label: String? = nil, colour: Colour = .grey) {
        series = Series(shape: .horizontalRule, xs: [], ys: [y.chartValue], label: label, colour: colour)
    }
}

/// Evenly spread over the range, both ends included.
func samplePoints(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    let last = Double(max(2, count) - 1)
    return (0..<max(2, count)).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / last }
}

private func pairs<X: ChartNumber, Y: ChartNumber>(
    _ mark: String, _ xs: some Sequence<X>, _ ys: some Sequence<Y>
) -> Series {
    let xs = xs.map(\.chartValue)
    let ys = ys.map(\.chartValue)
    guard xs.count == ys.count else {
        stop(mark, "\(counted(xs.count, "value")) of x but \(ys.count) of y", try: "as many of one as of the other")
    }
    return Series(shape: .points, xs: xs, ys: ys)
}
