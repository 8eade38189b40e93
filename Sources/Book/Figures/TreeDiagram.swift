import Common
import Foundation
import Tensors

/// A tree of boxes with text: the root at the top, all boxes without children in a row at the bottom.
///
/// ```swift
/// TreeDiagram(.init(["size ≤ 3?"], children: [.init(["8.1"], shade: 0.2), .init(["9.7"], shade: 0.9)]))
/// ```
public struct TreeDiagram: Figure {
    /// A box, and those below it.
    public struct Box: Sendable, Equatable {
        public var lines: [String]
        /// How dark it is, from 0 to 1.
        public var shade: Double
        public var children: [Box]

        public init(_ lines: [String], shade: Double = 0, children: [Box] = []) {
            (self.lines, self.shade, self.children) = (lines, shade, children)
        }

        var leafCount: Int { children.isEmpty ? 1 : children.reduce(0) { $0 + $1.leafCount } }
        var depth: Int { children.isEmpty ? 0 : 1 + children.map(\.depth).max()! }
        var all: [Box] { [self] + children.flatMap(\.all) }
    }

    public let root: Box
    public var title: String
    /// What is written at the lines to the first child, the second …
    public var answers: [String]

    public init(_ root: Box, title: String = "", answers: [String] = ["yes", "no"]) {
        (self.root, self.title, self.answers) = (root, title, answers)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        return (head + lines(of: root, "", style)).joined(separator: "\n")
    }

    private func lines(of box: Box, _ indent: String, _ style: TerminalStyle) -> [String] {
        let below = box.children.enumerated().flatMap { place, child -> [String] in
            let answer = place < answers.count ? "\(answers[place]): " : ""
            var lines = lines(of: child, indent + "    ", style)
            lines[0] = (indent + "  " + answer + lines[0].drop { $0 == " " }).truncated(to: style.width)
            return lines
        }
        return [(indent + box.lines.joined(separator: ", ")).truncated(to: style.width)] + below
    }

    public var svg: String {
        let layout = Layout(root, top: title.isEmpty ? 22 : 52)
        let width = max(layout.width, SVG.textWidth(title, size: Frame.titleSize) + 40)
        var svg = SVG()
        var inner = SVG()
        draw(root, leaf: 0, depth: 0, layout, &inner)
        svg.group(x: (width - layout.width) / 2, y: 0, inner)
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: layout.height, title: title.isEmpty ? "Tree" : title)
    }

    /// Draws a box and all below it.
    /// - Parameter leaf: the number of the leftmost leaf below the box.
    /// - Returns: the middle of its upper edge.
    @discardableResult
    private func draw(
        _ box: Box, leaf: Int, depth: Int, _ layout: Layout, _ svg: inout SVG
    ) -> (x: Double, y: Double) {
        let y = layout.top(box, depth)
        var (first, tops) = (leaf, [(x: Double, y: Double)]())
        for child in box.children {
            tops.append(draw(child, leaf: first, depth: depth + 1, layout, &svg))
            first += child.leafCount
        }
        let x = tops.isEmpty ? layout.middle(leaf) : (tops.first!.x + tops.last!.x) / 2
        for (place, top) in tops.enumerated() {
            svg.arrow([(x, y + layout.boxHeight), (top.x, top.y - 2)], Colour(grey: 130))
            guard place < answers.count else { continue }
            let side = top.x < x ? -1.0 : 1
            svg.text(
                answers[place], (x + top.x) / 2 + side * 15, (y + layout.boxHeight + top.y) / 2 - 5, size: 12,
                colour: Frame.ink)
        }
        let fill = Colour.white.mixed(with: .orange, 0.08 + 0.72 * min(1, max(0, box.shade)))
        svg.rect(
            x - layout.boxWidth / 2, y, layout.boxWidth, layout.boxHeight,
            "rx=\"6\" fill=\"\(fill.hex)\" stroke=\"#777777\" stroke-width=\"1.2\"")
        let start = y + (layout.boxHeight - Double(box.lines.count) * Layout.line) / 2 + 12.5
        for (place, text) in box.lines.enumerated() {
            svg.text(
                text, x, start + Double(place) * Layout.line, size: Layout.size,
                bold: place == 0 && !box.children.isEmpty)
        }
        return (x, y)
    }
}

/// Where the boxes are: all have the same size.
private struct Layout {
    static let size = 12.0, line = 16.0
    let boxWidth: Double, boxHeight: Double, width: Double, height: Double
    private let top: Double, step: Double, depth: Int

    init(_ root: TreeDiagram.Box, top: Double) {
        let boxes = root.all
        let text = boxes.flatMap(\.lines).map { SVG.textWidth($0, size: Layout.size) }.max() ?? 0
        boxWidth = max(60, text + 18)
        boxHeight = Double(boxes.map(\.lines.count).max() ?? 1) * Layout.line + 12
        (self.top, depth, step) = (top, root.depth, boxHeight + 46)
        width = Double(root.leafCount) * (boxWidth + 16) + 24
        height = top + Double(depth) * step + boxHeight + 20
    }

    /// Boxes without children are in the last row.
    func top(_ box: TreeDiagram.Box, _ depth: Int) -> Double {
        top + step * Double(box.children.isEmpty ? self.depth : depth)
    }

    func middle(_ leaf: Int) -> Double { 20 + (Double(leaf) + 0.5) * (boxWidth + 16) }
}
