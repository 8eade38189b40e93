// The chart in a terminal: braille dots in colour, or letters where there is no colour.

import Common

extension Chart {
    public func terminal(_ style: TerminalStyle) -> String {
        terminal(style, width: min(style.width, 72), height: 16)
    }

    /// - Parameters:
    ///   - width: columns of text, axis labels included.
    ///   - height: rows of the plot itself.
    public func terminal(_ style: TerminalStyle, width: Int, height: Int) -> String {
        terminalLines(style, width: width, height: height).joined(separator: "\n")
    }

    func terminalLines(_ style: TerminalStyle, width: Int, height: Int) -> [String] {
        let rows = max(4, height)
        let yAxis = yAxis(ticks: max(2, rows / 3))
        let margin = (yAxis.labels.map(\.displayWidth).max() ?? 0) + 1
        let columns = max(10, width - margin - 2)
        let xAxis = xAxis(ticks: max(2, columns / 11))
        var canvas = DotCanvas(columns: columns, rows: rows, isBraille: !style.isPlain)
        for index in series.indices { draw(index, xAxis, yAxis, &canvas) }

        var lines = heading(style, width: margin + columns + 1)
        let tickRows = yAxis.ticks.map { Int(((1 - yAxis.position($0)) * Double(rows - 1)).rounded()) }
        for row in 0..<rows {
            let tick = tickRows.firstIndex(of: row)
            let label = (tick.map { yAxis.labels[$0] } ?? "").padded(to: margin - 1, .right)
            let edge = style.isPlain ? (tick == nil ? "|" : "+") : (tick == nil ? "│" : "┤")
            lines.append(
                "\(label) \(edge)"
                    + canvas.line(row, style, colours: inks, letters: series.enumerated().map(plainSymbol)))
        }
        lines += xAxis.terminalLines(columns: columns, names: !categories.isEmpty, isPlain: style.isPlain)
            .map { String(repeating: " ", count: margin) + $0 }
        if !xLabel.isEmpty {
            lines.append(String(repeating: " ", count: margin + 1) + xLabel.padded(to: columns, .centre))
        }
        return lines.map(\.withoutTrailingSpaces)
    }

    private var inks: [Colour] { colouredSeries.map(\.ink) }

    private func heading(_ style: TerminalStyle, width: Int) -> [String] {
        let head = title.isEmpty ? [] : [style.paint(title.truncated(to: width), nil, bold: true)]
        let lines = head + legendLines(colouredSeries, style, width: width)
        return lines.map { $0.padded(to: width, .centre) } + (yLabel.isEmpty ? [] : [yLabel.truncated(to: width)])
    }

    private func draw(_ index: Int, _ x: Axis, _ y: Axis, _ canvas: inout DotCanvas) {
        let one = series[index]
        switch one.shape {
        case .line(let dashed):
            for path in one.paths(x, y) {
                if path.count == 2, path[0] == path[1] {
                    canvas.letter(canvas.isBraille ? "•" : plainSymbol(index, one), path[0], ink: index)
                } else {
                    for (from, to) in zip(path, path.dropFirst()) { canvas.line(from, to, ink: index, dashed: dashed) }
                }
            }
        case .points:
            // A braille dot alone is hard to see; only a crowd is drawn that way.
            let dots = one.dots(x, y)
            for dot in dots {
                if dots.count > 200 {
                    canvas.dot(dot, ink: index)
                } else {
                    canvas.letter(canvas.isBraille ? "●" : plainSymbol(index, one), dot, ink: index)
                }
            }
        case .bars:
            for (low, high) in boxes(index, x, y) { canvas.box(low, high, ink: index) }
        case .verticalRule, .horizontalRule:
            if let (from, to) = one.rule(x, y) { canvas.line(from, to, ink: index, dashed: true) }
        }
    }
}

/// In plain text every series has a letter of its own, round ones for dots.
private func plainSymbol(_ index: Int, _ one: Series) -> Character {
    switch one.shape {
    case .points: Array("oxe@")[index % 4]
    case .verticalRule, .horizontalRule: ":"
    default: Array("*+#%")[index % 4]
    }
}

/// The labels of the series beside their signs, in as many lines as they need.
func legendLines(_ series: [Series], _ style: TerminalStyle, width: Int) -> [String] {
    series.enumerated().reduce(into: []) { lines, next in
        let (index, one) = next
        guard let label = one.label, !label.isEmpty else { return }
        let sign = style.isPlain ? String(plainSymbol(index, one)) : one.terminalSign
        let entry = style.paint(sign, one.ink) + " " + label
        if let last = lines.last, last.displayWidth + entry.displayWidth + 3 <= width {
            lines[lines.count - 1] = last + "   " + entry
        } else {
            lines.append(entry)
        }
    }
}

extension Series {
    /// The sign beside the label in a legend.
    fileprivate var terminalSign: String {
        switch shape {
        case .points: "●"
        case .bars: "■"
        case .line(dashed: false): "━━"
        default: "╌╌"
        }
    }
}

extension Axis {
    /// The line under the plot with its ticks, and the labels under that; labels that would touch are left out.
    fileprivate func terminalLines(columns: Int, names: Bool, isPlain: Bool) -> [String] {
        var edge = Array(repeating: Character(isPlain ? "-" : "─"), count: columns)
        var text = ""
        // Names are cut to their slot; numbers that touch are left out.
        let slot = names ? max(1, columns * 10 / (labels.count * 10 + 2) - 2) : columns
        for (value, label) in zip(ticks, labels.map { $0.truncated(to: slot) }) {
            let column = Int((position(value) * Double(columns - 1)).rounded())
            guard edge.indices.contains(column) else { continue }
            edge[column] = isPlain ? "+" : "┴"
            let start = max(0, min(column - label.displayWidth / 2, columns - label.displayWidth))
            guard text.isEmpty || start > text.displayWidth else { continue }
            text = text.padded(to: start) + label
        }
        return [(isPlain ? "+" : "└") + String(edge), " " + text]
    }
}
