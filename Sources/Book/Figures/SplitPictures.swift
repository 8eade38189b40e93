import Common
import Foundation
import Tensors

/// A tree whose questions are pictures: the numbers it asks for against those it predicts, and the line between yes and
/// no.
///
/// From left to right: each question is a chart of the rows that come to it; yes leads up, no down; at the end, the
/// targets of the rows in each leaf, and their mean. (The library dtreeviz draws trees like this.)
public struct SplitPictures: Figure {
    /// A question or a leaf.
    public struct Panel: Sendable {
        /// The column that is asked for; nil for a leaf.
        public var column: String?
        /// Its values, one for each target.
        public var values: [Double]
        public var targets: [Double]
        public var threshold: Double
        /// What all rows that come here have as mean, not only those that are drawn.
        public var mean: Double
        public var rows: Int
        /// For yes, and for no.
        public var children: [Panel]

        public static func question(
            _ column: String, values: [Double], targets: [Double], threshold: Double, mean: Double, rows: Int,
            children: [Panel]
        ) -> Panel {
            Panel(
                column: column, values: values, targets: targets, threshold: threshold, mean: mean, rows: rows,
                children: children)
        }

        public static func leaf(targets: [Double], mean: Double, rows: Int) -> Panel {
            Panel(column: nil, values: [], targets: targets, threshold: 0, mean: mean, rows: rows, children: [])
        }

        var leafCount: Int { children.isEmpty ? 1 : children.reduce(0) { $0 + $1.leafCount } }
        var depth: Int { children.isEmpty ? 0 : 1 + children.map(\.depth).max()! }
        var all: [Panel] { [self] + children.flatMap(\.all) }
    }

    public let root: Panel
    public var title: String
    /// What the targets are.
    public var target: String

    public init(_ root: Panel, target: String, title: String = "") {
        (self.root, self.target, self.title) = (root, target, title)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        return (head + lines(of: root, "", "")).map { $0.truncated(to: style.width) }.joined(separator: "\n")
    }

    /// The mean of a panel, with as many decimals as those of all others.
    private func meanText(_ panel: Panel) -> String {
        let means = root.all.map(\.mean)
        return zip(means, alike(means, digits: 4)).first { $0.0 == panel.mean }?.1 ?? panel.mean.significant(4)
    }

    private func lines(of panel: Panel, _ indent: String, _ answer: String) -> [String] {
        let what = panel.column.map { "\($0) ≤ \(panel.threshold.significant(6))?" } ?? "\(target)"
        let head = "\(indent)\(answer)\(what)  mean \(meanText(panel)), \(counted(panel.rows, "row"))"
        return [head] + zip(panel.children, ["yes: ", "no: "]).flatMap { lines(of: $0, indent + "  ", $1) }
    }

    private static let width = 270.0, height = 190.0, gap = 34.0

    /// All panels show the same targets.
    private var yLimits: ClosedRange<Double> {
        let all = root.all.flatMap(\.targets)
        guard let low = all.min(), let high = all.max(), low < high else { return 0...1 }
        return low - 0.04 * (high - low)...high + 0.04 * (high - low)
    }

    public var svg: String {
        let top = title.isEmpty ? 10.0 : 44
        var svg = SVG()
        draw(root, leaf: 0, depth: 0, top, yLimits, &svg)
        let width = 20 + Double(root.depth + 1) * (Self.width + Self.gap)
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(
            width: width, height: top + Double(root.leafCount) * Self.height + 12,
            title: title.isEmpty ? "Tree" : title)
    }

    /// Draws a panel and all that follow it.
    /// - Returns: where lines to it end.
    @discardableResult
    private func draw(
        _ panel: Panel, leaf: Int, depth: Int, _ top: Double, _ limits: ClosedRange<Double>, _ svg: inout SVG
    ) -> (x: Double, y: Double) {
        var (first, entries) = (leaf, [(x: Double, y: Double)]())
        for child in panel.children {
            entries.append(draw(child, leaf: first, depth: depth + 1, top, limits, &svg))
            first += child.leafCount
        }
        let place =
            entries.isEmpty ? Double(leaf) + 0.5 : (entries.first!.y + entries.last!.y - 2 * top) / 2 / Self.height
        let (x, y) = (10 + Double(depth) * (Self.width + Self.gap), top + place * Self.height)
        svg.group(x: x, y: y - Self.height / 2, chart(panel, limits).drawing())
        for (entry, answer) in zip(entries, ["yes", "no"]) {
            let from = (x: x + Self.width + 2, y: y)
            svg.arrow([from, entry], Colour(grey: 110))
            svg.text(
                answer, (from.x + entry.x) / 2 + 12, (from.y + entry.y) / 2, size: 12, anchor: "start",
                colour: Frame.ink)
        }
        return (x - 2, y)
    }

    private func chart(_ panel: Panel, _ limits: ClosedRange<Double>) -> Chart {
        var chart = panel.column == nil ? leafChart(panel) : questionChart(panel)
        (chart.width, chart.height, chart.yLimits) = (Self.width, Self.height, limits)
        return chart
    }

    /// Those who answer yes in one colour, the others in another, and the mean of both.
    private func questionChart(_ panel: Panel) -> Chart {
        let rows = panel.targets.indices
        let parts = [
            rows.filter { panel.values[$0] <= panel.threshold }, rows.filter { panel.values[$0] > panel.threshold },
        ]
        let range = (panel.values.min() ?? 0, panel.values.max() ?? 1)
        return Chart(
            "\(panel.column!) ≤ \(typeset(panel.threshold.significant(6)))?", x: panel.column!, y: target
        ) {
            for (part, colour) in zip(parts, [Colour.blue, .orange]) {
                Points(part.map { panel.values[$0] }, part.map { panel.targets[$0] }, colour: colour)
            }
            for (child, ends) in zip(panel.children, [(range.0, panel.threshold), (panel.threshold, range.1)]) {
                Line([ends.0, ends.1], [child.mean, child.mean], colour: .black)
            }
            Rule(x: panel.threshold, colour: .black)
        }
    }

    /// The targets side by side, so that they do not hide each other, and their mean.
    private func leafChart(_ panel: Panel) -> Chart {
        // The golden ratio spreads any number of points evenly.
        let xs = panel.targets.indices.map { (0.618_033_988_75 * Double($0)).truncatingRemainder(dividingBy: 1) - 0.5 }
        var points = Points(xs, panel.targets, colour: .green)
        // Where a point is from left to right means nothing, so there are no numbers below.
        points.series.categories = [counted(panel.rows, "row")]
        return Chart("mean \(typeset(meanText(panel)))", y: target) {
            points
            Line([-0.55, 0.55], [panel.mean, panel.mean], colour: .black)
        }
    }
}
