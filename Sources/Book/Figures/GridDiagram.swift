import Common
import Foundation

/// Small grids of cells with signs between them, some cells marked: where a kernel is on an image, what its weights
/// are, which result they give.
///
/// ```swift
/// GridDiagram("One place of a kernel", [[
///     .grid("image", image) { row, column in row < 2 && column < 2 ? .window : .plain },
///     .sign("·"), .grid("kernel", kernel) { _, _ in .weight },
/// ]], key: [(.window, "under the kernel")])
/// ```
public struct GridDiagram: Figure {
    /// What a cell is, which decides its colour.
    public enum Mark: Sendable, Hashable {
        case plain, window, weight, result, margin, faint
    }

    /// A grid, or what stands between two of them.
    public enum Part: Sendable {
        case cells(caption: String, texts: [[String]], marks: [[Mark]])
        case sign(String)

        /// A grid whose marks are given place by place.
        public static func grid(
            _ caption: String, _ texts: [[String]], mark: (_ row: Int, _ column: Int) -> Mark = { _, _ in .plain }
        ) -> Part {
            let marks = texts.indices.map { row in texts[row].indices.map { mark(row, $0) } }
            return .cells(caption: caption, texts: texts, marks: marks)
        }

        fileprivate var hasCaption: Bool { if case .cells(let caption, _, _) = self { caption != "" } else { false } }
    }

    public var title: String
    /// Lines of grids, from the top.
    public var lines: [[Part]]
    /// What the marks mean.
    public var key: [(mark: Mark, meaning: String)]

    public init(_ title: String, _ lines: [[Part]], key: [(Mark, String)] = []) {
        (self.title, self.lines) = (title, lines)
        self.key = key.map { (mark: $0.0, meaning: $0.1) }
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// Marked cells are in brackets, and an empty cell that is not marked is a dot.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = [style.paint(title, nil, bold: true)]
        let body = lines.flatMap { [""] + sideBySide($0.map { textLines(of: $0, style) }, gap: 2) }
        return (head + body).map(\.withoutTrailingSpaces).joined(separator: "\n")
    }

    private func textLines(of part: Part, _ style: TerminalStyle) -> [String] {
        guard case .cells(let caption, let texts, let marks) = part else {
            if case .sign(let sign) = part { return ["", "", sign] }
            return []
        }
        let width = max(1, texts.joined().map(\.displayWidth).max() ?? 0)
        let rows = zip(texts, marks).map { texts, marks in
            zip(texts, marks).map { text, mark in
                let cell = text.padded(to: width, .right)
                let dot = "·".padded(to: width, .right)
                return mark.stroke == nil
                    ? " \(text.isEmpty ? dot : cell) " : style.paint("[\(cell)]", mark.stroke, bold: true)
            }.joined()
        }
        return [caption] + rows
    }
}

extension GridDiagram.Mark {
    /// The colour of the frame; nil for cells that do not stand out.
    fileprivate var stroke: Colour? {
        switch self {
        case .window: .blue
        case .weight: .orange
        case .result: .green
        case .plain, .margin, .faint: nil
        }
    }

    fileprivate var fill: Colour {
        switch self {
        case .plain: Colour(grey: 250)
        case .margin: Colour(grey: 232)
        case .faint: .white
        default: stroke!.mixed(with: .white, 0.62)
        }
    }
}

// MARK: The drawing

extension GridDiagram {
    private static let size = 14.0, cellHeight = 28.0, gap = 20.0, captionRoom = 26.0

    private func cellWidth(_ texts: [[String]]) -> Double {
        max(30, (texts.joined().map { SVG.textWidth(typeset($0), size: Self.size) }.max() ?? 0) + 12)
    }

    /// Width and height of a part without its caption; the caption may make it wider.
    private func extent(of part: Part) -> (width: Double, height: Double) {
        switch part {
        case .sign(let sign): (SVG.textWidth(sign, size: 20) + 4, Self.cellHeight)
        case .cells(let caption, let texts, _):
            (
                max(Double(texts.first?.count ?? 0) * cellWidth(texts), SVG.textWidth(caption, size: 13)),
                Double(texts.count) * Self.cellHeight
            )
        }
    }

    /// The widths of a line's parts. Where all lines have as many parts, these stand one below the other.
    private func widths(of line: [Part]) -> [Double] {
        let columns = Set(lines.map(\.count)).count == 1 ? lines : [line]
        return line.indices.map { number in columns.map { extent(of: $0[number]).width }.max()! }
    }

    private func width(of line: [Part]) -> Double {
        widths(of: line).reduce(0, +) + Double(max(0, line.count - 1)) * Self.gap
    }

    private var keyWidth: Double {
        key.map { 24 + SVG.textWidth($0.meaning, size: 13) + 22 }.reduce(0, +)
    }

    public var svg: String {
        let widest = max(lines.map(width).max() ?? 0, keyWidth, SVG.textWidth(title, size: 17))
        let width = widest + 44
        var (svg, y) = (SVG(), 52.0)
        svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true)
        for line in lines {
            let height = line.map { extent(of: $0).height }.max() ?? 0
            var x = (width - self.width(of: line)) / 2
            let top = y + (line.contains(where: \.hasCaption) ? Self.captionRoom : 0)
            for (part, room) in zip(line, widths(of: line)) {
                svg.draw(part, x, top, room, height, cellWidth)
                x += room + Self.gap
            }
            y = top + height + 16
        }
        if !key.isEmpty { svg.drawKey(key, (width - keyWidth) / 2 + 8, y + 8) }
        return svg.document(width: width, height: y + (key.isEmpty ? 4 : 38), title: title)
    }
}

extension SVG {
    /// A grid or a sign, in the middle of a line that begins at `top` and is `height` high.
    fileprivate mutating func draw(
        _ part: GridDiagram.Part, _ x: Double, _ top: Double, _ width: Double, _ height: Double,
        _ cellWidth: ([[String]]) -> Double
    ) {
        let middle = top + height / 2
        switch part {
        case .sign(let sign): text(sign, x + width / 2, middle + 7, size: 20, bold: true)
        case .cells(let caption, let texts, let marks):
            let (cell, columns) = (cellWidth(texts), Double(texts.first?.count ?? 0))
            let left = x + (width - columns * cell) / 2
            let upper = middle - Double(texts.count) * 14
            text(caption, x + width / 2, upper - 9, size: 13, colour: Colour(grey: 60), bold: true)
            // Cells that stand out come last, so that no neighbour covers their frames.
            let places = texts.indices.flatMap { row in texts[row].indices.map { (row, $0) } }
            for isLoud in [false, true] {
                for (row, column) in places where (marks[row][column].stroke != nil) == isLoud {
                    drawCell(
                        texts[row][column], marks[row][column], left + Double(column) * cell,
                        upper + Double(row) * 28, cell)
                }
            }
        }
    }

    private mutating func drawCell(
        _ content: String, _ mark: GridDiagram.Mark, _ x: Double, _ y: Double, _ width: Double
    ) {
        let stroke = mark.stroke?.hex ?? (mark == .faint ? "#dddddd" : "#9a9a9a")
        let line = "stroke=\"\(stroke)\" stroke-width=\"\(mark.stroke == nil ? 1 : 1.8)\""
        rect(
            x, y, width, 28, "fill=\"\(mark.fill.hex)\" \(line)" + (mark == .margin ? " stroke-dasharray=\"3 3\"" : ""))
        let colour = mark == .faint || mark == .margin ? Colour(grey: 130) : .black
        text(typeset(content), x + width / 2, y + 19, size: 14, colour: colour)
    }

    fileprivate mutating func drawKey(
        _ key: [(mark: GridDiagram.Mark, meaning: String)], _ left: Double, _ y: Double
    ) {
        var x = left
        for (mark, meaning) in key {
            let stroke = mark.stroke?.hex ?? "#9a9a9a"
            rect(
                x, y, 16, 14,
                "fill=\"\(mark.fill.hex)\" stroke=\"\(stroke)\""
                    + (mark == .margin ? " stroke-dasharray=\"3 3\"" : ""))
            text(meaning, x + 24, y + 12, size: 13, anchor: "start", colour: Colour(grey: 60))
            x += 24 + SVG.textWidth(meaning, size: 13) + 22
        }
    }
}
