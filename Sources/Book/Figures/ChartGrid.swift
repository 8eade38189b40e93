import Common
import Foundation

/// Charts side by side, by default with the same y limits, so that they can be compared.
///
/// ```swift
/// ChartGrid(charts, columns: 4, title: "Four steps of gradient descent")
/// ```
public struct ChartGrid: Figure {
    public var charts: [Chart]
    public var columns: Int
    public var title: String
    /// All charts show the same range of y: the union of what each would show alone.
    public var sharesYLimits: Bool

    public init(_ charts: [Chart], columns: Int? = nil, title: String = "", sharedYLimits: Bool = true) {
        (self.charts, self.title, self.sharesYLimits) = (charts, title, sharedYLimits)
        self.columns = max(1, columns ?? min(4, charts.count))
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// The labels, when all charts have the same ones: they are shown once, above the charts.
    private var commonLegend: [Series] {
        let first = charts.first?.legend ?? []
        let isCommon = charts.allSatisfy { $0.legend.map(\.label) == first.map(\.label) }
        return charts.count > 1 && isCommon ? first : []
    }

    /// The charts with common limits, and the size that they have in the grid.
    private func panels(width: Double, height: Double) -> [Chart] {
        let limits = extent(
            charts.flatMap { chart in
                let own = chart.yLimits ?? chart.automaticYLimits
                return [own.lowerBound, own.upperBound]
            })
        return charts.enumerated().map { i, chart in
            var chart = chart
            if sharesYLimits { chart.yLimits = limits }
            if !commonLegend.isEmpty { chart.series = chart.colouredSeries.map(\.unlabelled) }
            chart.width = sharesYLimits && i % columns > 0 ? width - 42 : width
            chart.height = height
            return chart
        }
    }

    public var svg: String {
        let height = columns > 2 ? 220.0 : 260
        let panels = panels(width: columns > 2 ? 250 : 360, height: height)
        let totalWidth = panels.prefix(columns).reduce(0) { $0 + $1.width }
        var svg = SVG()
        var x = 0.0
        let legend = Legend(commonLegend, middle: totalWidth / 2, width: totalWidth - 40, top: title.isEmpty ? 16 : 46)
        let top = (title.isEmpty ? 0.0 : 30) + (legend.height > 0 ? legend.height + 8 : 0)
        legend.draw(&svg)
        for (i, panel) in panels.enumerated() {
            // With shared limits only the first of a row needs the numbers, and room for them.
            let isFirst = i % columns == 0
            if isFirst { x = 0 }
            svg.group(
                x: x, y: top + Double(i / columns) * height, panel.drawing(showsYLabels: isFirst || !sharesYLimits))
            x += panel.width
        }
        if !title.isEmpty { svg.text(title, totalWidth / 2, 25, size: Frame.titleSize + 1, bold: true) }
        let rows = (charts.count + columns - 1) / columns
        return svg.document(
            width: max(100, totalWidth), height: max(60, top + Double(rows) * height),
            title: title.isEmpty ? "Charts" : title)
    }

    public func terminal(_ style: TerminalStyle) -> String {
        let fitting = max(1, min(columns, (style.width + 2) / 30))
        let width = min(64, (style.width + 2) / fitting - 2)
        let blocks = panels(width: 0, height: 0).map {
            $0.terminalLines(style, width: width, height: fitting > 1 ? 10 : 13)
        }
        let rows = stride(from: 0, to: blocks.count, by: fitting).map {
            sideBySide(Array(blocks[$0..<min($0 + fitting, blocks.count)]), gap: 2).joined(separator: "\n")
        }
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let heading = head + legendLines(commonLegend, style, width: style.width)
        return ([heading.joined(separator: "\n")] + rows).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension Series {
    fileprivate var unlabelled: Series {
        var copy = self
        copy.label = nil
        return copy
    }
}
