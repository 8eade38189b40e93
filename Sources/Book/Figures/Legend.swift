/// The labels of a chart's series beside samples of what they look like. It is above the plot
/// in as many centred rows as it needs: never over the data.
struct Legend {
    private var entries: [(series: Series, x: Double, y: Double)] = []
    private(set) var height = 0.0

    init() {}

    init(_ series: [Series], middle: Double, width: Double, top: Double) {
        for row in rows(series, width) {
            var x = middle - row.reduce(-14) { $0 + $1.width + 14 } / 2
            for (one, width) in row {
                entries.append((one, x, top + height + 2))
                x += width + 14
            }
            height += 19
        }
    }

    private func rows(_ series: [Series], _ room: Double) -> [[(Series, width: Double)]] {
        var rows: [[(Series, width: Double)]] = []
        for one in series {
            let width = 24 + SVG.textWidth(one.label ?? "", size: Frame.textSize)
            if let last = rows.last, last.reduce(width, { $0 + $1.width + 14 }) <= room {
                rows[rows.count - 1].append((one, width))
            } else {
                rows.append([(one, width)])
            }
        }
        return rows
    }

    func draw(_ svg: inout SVG) {
        for (one, x, y) in entries {
            let fill = "fill=\"\(one.ink.hex)\""
            switch one.shape {
            case .line, .verticalRule, .horizontalRule: svg.line(x, y, x + 18, y, one.stroke)
            case .points: svg.circle(x + 12, y, radius: 3.5, fill)
            case .bars: svg.rect(x + 6, y - 5, 12, 10, "\(fill) fill-opacity=\"0.85\"")
            }
            svg.text(one.label ?? "", x + 24, y + 4, size: Frame.textSize, anchor: "start", colour: Frame.ink)
        }
    }
}

extension Series {
    /// The colour, which the chart has filled in where the caller gave none.
    var ink: Colour { colour ?? .blue }

    /// The SVG attributes of a line of this series.
    var stroke: String {
        let isRule = shape == .verticalRule || shape == .horizontalRule
        let dashes = shape == .line(dashed: false) ? "" : " stroke-dasharray=\"6 4\""
        return "stroke=\"\(ink.hex)\" stroke-width=\"\(isRule ? "1.3" : "2")\"\(dashes)"
    }
}
