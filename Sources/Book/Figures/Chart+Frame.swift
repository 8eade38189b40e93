/// Where the parts of a chart go: title, legend, axis labels and tick labels take the room
/// their text needs, and the plot gets what is left.
struct Frame {
    static let titleSize = 15.0, labelSize = 13.0, textSize = 12.0
    static let ink = Colour(grey: 60)

    var left: Double, right: Double, top: Double, bottom: Double
    var xAxis: Axis, yAxis: Axis
    var titleLines: [String] = []
    var legend = Legend()
    var xLabelsAreTurned = false
    var showsYLabels: Bool

    var middle: Double { (left + right) / 2 }
    func x(_ position: Double) -> Double { left + position * (right - left) }
    func y(_ position: Double) -> Double { bottom - position * (bottom - top) }

    init(_ chart: Chart, showsYLabels: Bool) {
        self.showsYLabels = showsYLabels
        yAxis = chart.yAxis(ticks: max(2, Int(chart.height / 55)))
        let yLabelWidth = showsYLabels ? Frame.widest(yAxis.labels) + 10 : 0
        left = (showsYLabels && !chart.yLabel.isEmpty ? 28 : 12) + yLabelWidth
        right = chart.width - 18
        (top, bottom) = (18, chart.height - 28)
        xAxis = chart.xAxis(ticks: 6)
        fitXLabels(chart)
        placeTitle(chart)
        legend = Legend(chart.legend, middle: middle, width: right - left, top: top)
        top = min(top + legend.height, bottom - 40)
        if !chart.xLabel.isEmpty { bottom -= 20 }
    }

    private static func widest(_ labels: [String]) -> Double {
        labels.map { SVG.textWidth(typeset($0), size: textSize) }.max() ?? 0
    }

    /// Fewer numbers where they would touch; names are turned instead. (Bars have names, but those may be numbers,
    /// too.)
    private mutating func fitXLabels(_ chart: Chart) {
        func room() -> Double { (right - left) / Double(max(1, xAxis.labels.count)) - 10 }
        if chart.categories.isEmpty {
            for count in [8, 7, 6, 5, 4, 3, 2, 1] {
                xAxis = chart.xAxis(ticks: count)
                if Frame.widest(xAxis.labels) <= room() { break }
            }
            // The last label may be centred on the very end of the axis.
            right -= max(0, Frame.widest(Array(xAxis.labels.suffix(1))) / 2 - 8)
        } else if Frame.widest(xAxis.labels) > room() + 6, chart.categories.allSatisfy({ Int($0) != nil }) {
            let (ticks, labels) = (xAxis.ticks, xAxis.labels)
            for step in [2, 5, 10, 20, 50, 100, 200, 500, 1000] where Frame.widest(xAxis.labels) > room() + 6 {
                let kept = stride(from: 0, to: labels.count, by: step)
                (xAxis.ticks, xAxis.labels) = (kept.map { ticks[$0] }, kept.map { labels[$0] })
            }
        } else if Frame.widest(xAxis.labels) > room() + 6 {
            xLabelsAreTurned = true
            bottom -= Frame.widest(xAxis.labels) * 0.58
            left = max(left, SVG.textWidth(xAxis.labels[0], size: Frame.textSize) * 0.6)
        }
    }

    private mutating func placeTitle(_ chart: Chart) {
        titleLines = SVG.wrapped(
            chart.title, size: Frame.titleSize * 1.1, width: 2 * (chart.width - middle) - 16)
        top += titleLines.isEmpty ? 0 : 18 * Double(titleLines.count) + 4
    }
}
