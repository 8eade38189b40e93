// The chart as a vector picture. The text determines the margins; the plot gets the rest.

extension Chart {
    public var svg: String {
        drawing().document(width: width, height: height, title: title.isEmpty ? "Chart" : title)
    }

    /// Without its background; `showsYLabels` is false for charts that share the axis of their left neighbour.
    func drawing(showsYLabels: Bool = true) -> SVG {
        var svg = SVG()
        let frame = Frame(self, showsYLabels: showsYLabels)
        drawTitleAndLegend(frame, &svg)
        drawXAxis(frame, &svg)
        drawYAxis(frame, &svg)
        for (index, one) in colouredSeries.enumerated() {
            var marks = SVG()
            draw(one, index, frame, &marks)
            svg.group(class: "marks", marks)
        }
        labelBars(frame, &svg)
        if series.allSatisfy({ extent($0.xs + $0.ys) == nil }) {
            svg.text("no data", frame.middle, (frame.top + frame.bottom) / 2, size: Frame.labelSize, colour: .grey)
        }
        return svg
    }

    private func drawTitleAndLegend(_ frame: Frame, _ svg: inout SVG) {
        for (i, line) in frame.titleLines.enumerated() {
            svg.text(line, frame.middle, 24 + 18 * Double(i), size: Frame.titleSize, bold: true)
        }
        frame.legend.draw(&svg)
    }

    private func drawXAxis(_ frame: Frame, _ svg: inout SVG) {
        for (value, label) in zip(frame.xAxis.ticks, frame.xAxis.labels) {
            let x = frame.x(frame.xAxis.position(value))
            let y = frame.bottom
            if isRuled { svg.line(x, frame.top, x, y, gridStroke) }
            svg.line(x, y, x, y + 4, edgeStroke)
            let text = categories.isEmpty ? typeset(label) : label
            if frame.xLabelsAreTurned {
                svg.text(text, x + 4, y + 14, size: Frame.textSize, anchor: "end", colour: Frame.ink, turned: -35)
            } else {
                svg.text(text, x, y + 17, size: Frame.textSize, colour: Frame.ink)
            }
        }
        svg.line(frame.left, frame.bottom, frame.right, frame.bottom, edgeStroke)
        let size = fitting(xLabel, frame.right - frame.left)
        if !xLabel.isEmpty { svg.text(xLabel, frame.middle, height - 12, size: size, colour: Frame.ink) }
    }

    /// Whether lines go up from the x axis: bars need none.
    private var isRuled: Bool { categories.isEmpty || categories.count > 1 && series.allSatisfy { $0.barWidth == 0 } }

    private func drawYAxis(_ frame: Frame, _ svg: inout SVG) {
        for (value, label) in zip(frame.yAxis.ticks, frame.yAxis.labels) {
            let y = frame.y(frame.yAxis.position(value))
            svg.line(frame.left, y, frame.right, y, gridStroke)
            svg.line(frame.left - 4, y, frame.left, y, edgeStroke)
            guard frame.showsYLabels else { continue }
            svg.text(typeset(label), frame.left - 8, y + 4, size: Frame.textSize, anchor: "end", colour: Frame.ink)
        }
        svg.line(frame.left, frame.top, frame.left, frame.bottom, edgeStroke)
        guard !yLabel.isEmpty, frame.showsYLabels else { return }
        let size = fitting(yLabel, frame.bottom - frame.top + 20)
        let middle = (frame.top + frame.bottom) / 2
        svg.text(yLabel, 20, middle, size: size, colour: Frame.ink, turned: -90)
    }

    /// The size of an axis label: smaller than usual when it is longer than its axis.
    private func fitting(_ label: String, _ room: Double) -> Double {
        min(Frame.labelSize, Frame.labelSize * room / max(1, SVG.textWidth(label, size: Frame.labelSize)))
    }

    private func draw(_ one: Series, _ index: Int, _ frame: Frame, _ svg: inout SVG) {
        let fill = "fill=\"\(one.ink.hex)\""
        switch one.shape {
        case .line:
            for path in one.paths(frame.xAxis, frame.yAxis) { draw(path, one, frame, &svg) }
        case .points:
            let dots = one.dots(frame.xAxis, frame.yAxis)
            let radius = one.xs.count == 1 ? 5.5 : dots.count > 300 ? 2 : 3.5
            let style = "\(fill) fill-opacity=\"0.9\" stroke=\"#ffffff\" stroke-width=\"0.7\""
            for dot in dots { svg.circle(frame.x(dot.x), frame.y(dot.y), radius: radius, style) }
        case .bars:
            let style = "\(fill) fill-opacity=\"\(overlaps ? "0.55" : "0.85")\" stroke=\"#ffffff\" stroke-width=\"0.8\""
            for (low, high) in boxes(index, frame.xAxis, frame.yAxis) {
                let (left, top) = (frame.x(low.x), frame.y(high.y))
                svg.rect(left, top, frame.x(high.x) - left, frame.y(low.y) - top, style)
            }
        case .verticalRule, .horizontalRule:
            guard let (from, to) = one.rule(frame.xAxis, frame.yAxis) else { return }
            svg.line(frame.x(from.x), frame.y(from.y), frame.x(to.x), frame.y(to.y), one.stroke)
        }
    }

    private func draw(_ path: [Spot], _ one: Series, _ frame: Frame, _ svg: inout SVG) {
        if path.count == 2, path[0] == path[1] {
            svg.circle(frame.x(path[0].x), frame.y(path[0].y), radius: 3, "fill=\"\(one.ink.hex)\"")
        } else {
            let steps = path.map { "\(n(frame.x($0.x))) \(n(frame.y($0.y)))" }.joined(separator: "L")
            svg.path("M" + steps, "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" \(one.stroke)")
            if one.hasArrows {
                let corners = path.map { (x: frame.x($0.x), y: frame.y($0.y)) }
                for (from, to) in zip(corners, corners.dropFirst()) { svg.arrowhead(between: from, to, one.ink) }
            }
        }
    }

    /// When there are only a few bars, their heights are written above them.
    private func labelBars(_ frame: Frame, _ svg: inout SVG) {
        guard let index = series.firstIndex(where: { !$0.categories.isEmpty }), series.count == 1,
            series[index].ys.count <= 8
        else { return }
        let heights = series[index].ys.filter { $0.isPlottable && $0 != 0 }
        for ((value, text), box) in zip(zip(heights, alike(heights)), boxes(index, frame.xAxis, frame.yAxis)) {
            let y = value < 0 ? frame.y(box.low.y) + 14 : frame.y(box.high.y) - 5
            svg.text(
                typeset(text), frame.x((box.low.x + box.high.x) / 2), y, size: Frame.textSize, colour: Frame.ink)
        }
    }

    /// Several histograms overlap, so their bars are translucent.
    private var overlaps: Bool {
        series.filter { $0.barWidth > 0 && $0.categories.isEmpty }.count > 1
    }
}

extension SVG {
    /// A head in the middle of a segment, if the segment is long enough to carry one.
    fileprivate mutating func arrowhead(
        between from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ colour: Colour
    ) {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length >= 20 else { return }
        let middle = (x: (from.x + to.x) / 2 + 4.5 * dx / length, y: (from.y + to.y) / 2 + 4.5 * dy / length)
        arrowhead(tip: middle, pointing: (dx / length, dy / length), colour)
    }
}

/// Numbers in pictures have a real minus sign, as wide as a plus, and powers of ten: 1e5 is 10⁵, and 2e-7 is 2·10⁻⁷.
func typeset(_ number: String) -> String {
    guard let parts = number.wholeMatch(of: #/(-?[\d.]+)e(-?\d+)/#) else { return number.replacing("-", with: "−") }
    let raised = parts.2.map { superscripts[$0] ?? $0 }
    let factor = parts.1 == "1" ? "" : parts.1 == "-1" ? "−" : typeset(String(parts.1)) + "·"
    return factor + "10" + String(raised)
}

private let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
]

private let gridStroke = "stroke=\"#e6e6e6\" stroke-width=\"1\""
private let edgeStroke = "stroke=\"#555555\" stroke-width=\"1\""
