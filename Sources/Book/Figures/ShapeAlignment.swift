import Common
import Foundation
import Tensors

/// How two shapes meet when they broadcast: both are written flush right, and each axis is decided on its own. What is
/// repeated has a dashed frame, what does not fit a thick one and a ✗.
///
/// ```swift
/// ShapeAlignment("image", [256, 256, 3], "scale", [3])
/// ```
public struct ShapeAlignment: Figure {
    public let alignment: BroadcastAlignment
    /// What the two tensors are called.
    public let left: String, right: String
    public var title: String

    public init(_ left: String, _ a: [Int], _ right: String, _ b: [Int], title: String = "") {
        (self.left, self.right, self.title) = (left, right, title)
        alignment = BroadcastAlignment(a, b)
    }

    /// What comes of it, in words.
    public var verdict: String {
        if let shape = alignment.shape { return "the result has the shape \(shape)" }
        let axis = alignment.failingAxis!
        let lengths = alignment.axes[alignment.axes.count + axis]
        return "axis \(axis) fails: \(lengths.left ?? 1) meets \(lengths.right ?? 1), and neither is 1"
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// The three rows: what they are called, and the text of each cell. A missing axis is a 1 in parentheses.
    private var rows: [(name: String, cells: [String])] {
        [
            (left, alignment.axes.map { cell($0.left, $0.result) }),
            (right, alignment.axes.map { cell($0.right, $0.result) }),
            ("result", alignment.axes.map { $0.result.map(String.init) ?? "✗" }),
        ]
    }

    /// 3, or 1 → 3 where it is repeated.
    private func cell(_ length: Int?, _ result: Int?) -> String {
        let own = length.map(String.init) ?? "(1)"
        return isRepeated(length, result) ? "\(own) → \(result!)" : own
    }

    private func isRepeated(_ length: Int?, _ result: Int?) -> Bool { result != nil && result != (length ?? 1) }

    public func terminal(_ style: TerminalStyle) -> String {
        let names = rows.map(\.name.displayWidth).max() ?? 0
        let width = rows.flatMap(\.cells).map(\.displayWidth).max() ?? 0
        let lines = rows.map { row in
            let cells = zip(row.cells, alignment.axes).map { text, axis in
                style.paint(text.padded(to: width, .right), axis.result == nil ? .vermilion : nil)
            }
            return row.name.padded(to: names, .left) + "  " + cells.joined(separator: "  ")
        }
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        return (head + lines + [verdict]).map(\.withoutTrailingSpaces).joined(separator: "\n")
    }
}

// MARK: The picture

extension ShapeAlignment {
    private static let size = 15.0, height = 34.0

    public var svg: String {
        let size = Self.size
        let names = (rows.map { SVG.textWidth($0.name, size: size) }.max() ?? 0) + 20
        let width = max(72, (rows.flatMap(\.cells).map { SVG.textWidth($0, size: size) }.max() ?? 0) + 22)
        let (start, top) = (20 + names, title.isEmpty ? 20.0 : 50)
        let end = start + Double(max(1, alignment.axes.count)) * width
        var svg = SVG()
        for (row, line) in rows.enumerated() {
            let y = top + Double(row) * (Self.height + 8) + (row == 2 ? 12 : 0)
            svg.text(line.name, start - 12, y + Self.height / 2 + 5, size: size, anchor: "end", colour: Frame.ink)
            for (place, text) in line.cells.enumerated() {
                draw(text, row, alignment.axes[place], (start + Double(place) * width + 3, y, width - 6), &svg)
            }
        }
        let rule = top + 2 * (Self.height + 8) + 2
        svg.line(start, rule, end, rule, "stroke=\"#555555\" stroke-width=\"1\"")
        let bottom = rule + Self.height + 36
        let room = max(end + 20, SVG.textWidth(verdict, size: 14) + 40, SVG.textWidth(title, size: 17) + 40)
        svg.text(typeset(verdict), room / 2, bottom, size: 14, colour: Frame.ink)
        if !title.isEmpty { svg.text(title, room / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: room, height: bottom + 18, title: title.isEmpty ? "How two shapes align" : title)
    }

    private func draw(
        _ text: String, _ row: Int, _ axis: BroadcastAlignment.Axis, _ box: (x: Double, y: Double, width: Double),
        _ svg: inout SVG
    ) {
        let length = row == 0 ? axis.left : axis.right
        let isRepeated = row < 2 && isRepeated(length, axis.result)
        let colour: Colour = axis.result == nil ? .vermilion : isRepeated ? .sky : row == 2 ? .green : .grey
        let frame = axis.result == nil ? "2.6" : "1.4"
        svg.rect(
            box.x, box.y, box.width, Self.height,
            "rx=\"5\" fill=\"\(colour.mixed(with: .white, 0.82).hex)\" stroke=\"\(colour.hex)\" "
                + "stroke-width=\"\(frame)\"\(isRepeated ? " stroke-dasharray=\"5 3\"" : "")")
        svg.text(text, box.x + box.width / 2, box.y + Self.height / 2 + 5, size: Self.size, bold: axis.result == nil)
    }
}
