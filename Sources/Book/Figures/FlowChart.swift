import Common
import Foundation
import Tensors

/// Boxes in a row, an arrow from each to the next, and one arrow back:
///
/// ```swift
/// FlowChart(["init", "predict", "loss", "gradient", "step", "stop"], repeating: "step", to: "predict")
/// ```
public struct FlowChart: Figure {
    public var title: String
    public var boxes: [String]
    /// The names of the boxes where the arrow back starts and ends, and what is written on it.
    public var repeatFrom: String?, repeatTo: String?
    public var repeatLabel: String

    public init(
        _ boxes: [String], title: String = "", repeating from: String? = nil, to: String? = nil,
        label: String = "repeat"
    ) {
        (self.boxes, self.title, repeatFrom, repeatTo, repeatLabel) = (boxes, title, from, to, label)
        for name in [from, to].compactMap(\.self) where !boxes.contains(name) {
            stop("FlowChart", "there is no box \"\(name)\"", try: "one of \(boxes)")
        }
    }

    /// The indices of the boxes that the arrow back joins.
    var loop: (from: Int, to: Int)? {
        guard let from = boxes.firstIndex(where: { $0 == repeatFrom }),
            let to = boxes.firstIndex(where: { $0 == repeatTo })
        else { return nil }
        return (from, to)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String {
        let size = 15.0
        let gap = 38.0
        let boxHeight = 44.0
        let top = (title.isEmpty ? 22.0 : 52) + (loop == nil ? 0 : 44)
        let widths = boxes.map { max(64, SVG.textWidth($0, size: size) + 30) }
        var svg = SVG()
        var x = 22.0
        var centres: [Double] = []
        let ink = Colour(grey: 60)
        for (i, (box, width)) in zip(boxes, widths).enumerated() {
            let isEnd = i == 0 || i == boxes.count - 1
            let colour = isEnd ? Colour.grey : .blue
            svg.rect(
                x, top, width, boxHeight,
                "rx=\"\(isEnd ? 22 : 8)\" fill=\"\(colour.mixed(with: .white, 0.85).hex)\" stroke=\"\(colour.hex)\" stroke-width=\"1.6\""
            )
            svg.text(box, x + width / 2, top + boxHeight / 2 + 5, size: size)
            if i + 1 < boxes.count { svg.arrow([(x + width + 3, top + 22), (x + width + gap - 3, top + 22)], ink) }
            centres.append(x + width / 2)
            x += width + gap
        }
        if let loop {
            let (from, to) = (centres[loop.from], centres[loop.to])
            svg.arrow([(from, top - 3), (from, top - 30), (to, top - 30), (to, top - 3)], .vermilion)
            svg.text(repeatLabel, (from + to) / 2, top - 38, size: 13, colour: .vermilion)
        }
        let width = max(x - gap + 22, 60)
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: top + boxHeight + 22, title: title.isEmpty ? "Flow chart" : title)
    }

    public func terminal(_ style: TerminalStyle) -> String {
        let arrow = style.isPlain ? " -> " : " → "
        let row = boxes.map { "[ \($0) ]" }.joined(separator: arrow)
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        return (head + (row.displayWidth <= style.width ? inARow(style, arrow) : inAColumn(style))).joined(
            separator: "\n")
    }

    /// The arrow back runs below the boxes.
    private func inARow(_ style: TerminalStyle, _ arrow: String) -> [String] {
        var row = ""
        var centres: [Int] = []
        for (i, box) in boxes.enumerated() {
            if i > 0 { row += arrow }
            centres.append(row.displayWidth + box.displayWidth / 2 + 2)
            row += "[ \(box) ]"
        }
        guard let loop else { return [row] }
        let (low, high) = (min(centres[loop.from], centres[loop.to]), max(centres[loop.from], centres[loop.to]))
        let signs = style.isPlain ? ["^", "|", "+", "-", "+"] : ["▲", "│", "└", "─", "┘"]
        let isBackwards = centres[loop.to] == low
        let indent = String(repeating: " ", count: low)
        let inner = high - low - 1
        let text = " \(repeatLabel) ".truncated(to: max(0, inner))
        let before = (inner - text.displayWidth) / 2
        let line =
            signs[2] + String(repeating: signs[3], count: before) + text
            + String(repeating: signs[3], count: inner - before - text.displayWidth) + signs[4]
        let up =
            (isBackwards ? signs[0] : signs[1]) + String(repeating: " ", count: max(0, inner))
            + (isBackwards ? signs[1] : signs[0])
        return [row, indent + style.paint(up, .vermilion), indent + style.paint(line, .vermilion)]
    }

    private func inAColumn(_ style: TerminalStyle) -> [String] {
        boxes.enumerated().flatMap { i, box -> [String] in
            let back = loop?.from == i ? "  \(repeatLabel): back to \(boxes[loop!.to])" : ""
            let arrow = i + 1 < boxes.count ? [style.isPlain ? "  |" : "  ↓"] : []
            return ["[ \(box) ]" + style.paint(back, .vermilion)] + arrow
        }
    }
}

extension SVG {
    /// A line through the points with rounded corners, and a head at its end.
    mutating func arrow(_ points: [(x: Double, y: Double)], _ colour: Colour, dashed: Bool = false) {
        guard points.count > 1, let end = points.last else { return }
        let before = points[points.count - 2]
        let length = max(
            1e-9, ((end.x - before.x) * (end.x - before.x) + (end.y - before.y) * (end.y - before.y)).squareRoot())
        let (ux, uy) = ((end.x - before.x) / length, (end.y - before.y) / length)
        // The line stops inside the head, so that the tip stays sharp.
        let neck = (x: end.x - 6 * ux, y: end.y - 6 * uy)
        let steps = (points.dropLast() + [neck]).map { "\(n($0.x)) \(n($0.y))" }
        path(
            "M" + steps.joined(separator: "L"),
            "fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"1.8\" stroke-linejoin=\"round\""
                + (dashed ? " stroke-dasharray=\"5 3\"" : ""))
        arrowhead(tip: end, pointing: (ux, uy), colour)
    }

    /// - Parameter direction: where it points, as a vector of length 1.
    mutating func arrowhead(
        tip: (x: Double, y: Double), pointing direction: (x: Double, y: Double), _ colour: Colour
    ) {
        let (ux, uy) = direction
        let (bx, by) = (tip.x - 9 * ux, tip.y - 9 * uy)
        path(
            "M\(n(tip.x)) \(n(tip.y))L\(n(bx - 4.5 * uy)) \(n(by + 4.5 * ux))L\(n(bx + 4.5 * uy)) \(n(by - 4.5 * ux))Z",
            "fill=\"\(colour.hex)\"")
    }
}
