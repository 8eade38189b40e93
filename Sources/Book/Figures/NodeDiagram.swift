import Common
import Foundation
import Tensors

/// Boxes in columns, and arrows between them:
///
/// ```swift
/// NodeDiagram(
///     "A model", [.init("inputs", 0, 0), .init("weights", 0, 1), .init("model", 1, 0.5, isStep: true)],
///     [.init("inputs", "model"), .init("weights", "model")])
/// ```
/// What is computed with has round corners and is blue, what computes is orange.
public struct NodeDiagram: Figure {
    /// A box. Columns are counted from the left and rows from above; a row may be a fraction.
    public struct Node: Sendable {
        public var name: String
        public var column: Int
        public var row: Double
        /// Whether it does something, and is not only there.
        public var isStep: Bool

        public init(_ name: String, _ column: Int, _ row: Double, isStep: Bool = false) {
            (self.name, self.column, self.row, self.isStep) = (name, column, row, isStep)
        }
    }

    /// An arrow.
    public struct Edge: Sendable {
        public var from: String, to: String
        public var label: String
        /// Whether it runs back, below all boxes.
        public var isBack: Bool

        public init(_ from: String, _ to: String, _ label: String = "", isBack: Bool = false) {
            (self.from, self.to, self.label, self.isBack) = (from, to, label, isBack)
        }
    }

    public var title: String
    public var nodes: [Node]
    public var edges: [Edge]

    /// - Precondition: names are different, and arrows join boxes that there are.
    public init(_ title: String, _ nodes: [Node], _ edges: [Edge]) {
        (self.title, self.nodes, self.edges) = (title, nodes, edges)
        let names = Set(nodes.map(\.name))
        require(names.count == nodes.count, "NodeDiagram “\(title)”", "two boxes have the same name")
        for name in edges.flatMap({ [$0.from, $0.to] }) where !names.contains(name) {
            stop("NodeDiagram “\(title)”", "there is no box “\(name)”", try: "one of \(nodes.map(\.name))")
        }
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String {
        let plan = NodePlan(self)
        var svg = SVG()
        if !title.isEmpty { svg.text(title, plan.width / 2, 28, size: Frame.titleSize, bold: true) }
        for edge in edges { edge.isBack ? drawBack(edge, plan, &svg) : draw(edge, plan, &svg) }
        for node in nodes {
            let box = plan.boxes[node.name]!
            let colour = node.isStep ? Colour.orange : .blue
            svg.rect(
                box.left, box.top, box.width, NodePlan.boxHeight,
                "rx=\"\(node.isStep ? 6 : 20)\" fill=\"\(colour.mixed(with: .white, 0.85).hex)\" stroke=\"\(colour.hex)\" stroke-width=\"1.6\""
            )
            svg.text(node.name, box.middle.x, box.middle.y + 5, size: NodePlan.textSize)
        }
        return svg.document(width: plan.width, height: plan.height, title: title.isEmpty ? "Diagram" : title)
    }

    private func draw(_ edge: Edge, _ plan: NodePlan, _ svg: inout SVG) {
        let (from, to) = (plan.boxes[edge.from]!, plan.boxes[edge.to]!)
        let isDown = from.left == to.left
        let start = isDown ? (from.middle.x, from.bottom + 3) : (from.right + 3, from.middle.y)
        let end = isDown ? (to.middle.x, to.top - 3) : (to.left - 3, to.middle.y)
        svg.arrow([start, end], Colour(grey: 60))
        guard !edge.label.isEmpty else { return }
        // Nearer to the start, where arrows to the same box are still apart.
        let (x, y) = (start.0 + 0.36 * (end.0 - start.0), start.1 + 0.36 * (end.1 - start.1))
        // The label stands on white, so that no arrow runs through it.
        let wide = SVG.textWidth(edge.label, size: 13) * 0.9
        svg.rect(x - wide / 2, y - 9, wide, 18, "fill=\"#ffffff\"")
        svg.text(edge.label, x, y + 5, size: 13, colour: Colour(grey: 60))
    }

    private func drawBack(_ edge: Edge, _ plan: NodePlan, _ svg: inout SVG) {
        let (from, to) = (plan.boxes[edge.from]!, plan.boxes[edge.to]!)
        let y = plan.lowest + 30
        svg.arrow(
            [(from.middle.x, from.bottom + 3), (from.middle.x, y), (to.middle.x, y), (to.middle.x, to.bottom + 3)],
            .vermilion)
        svg.text(edge.label, (from.middle.x + to.middle.x) / 2, y - 7, size: 13, colour: .vermilion)
    }

    /// A line for each arrow.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let widest = edges.map(\.from.displayWidth).max() ?? 0
        let lines = edges.map { edge in
            let room = String(repeating: " ", count: widest - edge.from.displayWidth)
            let label = edge.label.isEmpty ? "" : " (\(edge.label))"
            let line = "[ \(edge.from) ]\(room) \(style.isPlain ? "->" : "→") [ \(edge.to) ]\(label)"
            return edge.isBack ? style.paint(line, .vermilion) : line
        }
        return (head + lines).joined(separator: "\n")
    }
}

/// Where the boxes of a diagram are.
private struct NodePlan {
    struct Box {
        var left: Double, top: Double, width: Double
        var right: Double { left + width }
        var bottom: Double { top + NodePlan.boxHeight }
        var middle: (x: Double, y: Double) { (left + width / 2, top + NodePlan.boxHeight / 2) }
    }

    static let boxHeight = 40.0, textSize = 15.0
    private static let gap = 66.0, rowHeight = 64.0, margin = 22.0

    var boxes: [String: Box] = [:]
    var width = 0.0, height = 0.0, lowest = 0.0

    /// A column is as wide as its widest box.
    init(_ diagram: NodeDiagram) {
        let top = diagram.title.isEmpty ? Self.margin : 54
        var left = Self.margin
        for column in 0...(diagram.nodes.map(\.column).max() ?? 0) {
            let nodes = diagram.nodes.filter { $0.column == column }
            let wide = nodes.map { max(60, SVG.textWidth($0.name, size: Self.textSize) + 30) }.max() ?? 0
            for node in nodes {
                boxes[node.name] = Box(left: left, top: top + node.row * Self.rowHeight, width: wide)
            }
            left += wide + (wide > 0 ? Self.gap : 0)
        }
        width = max(
            left - Self.gap + Self.margin, SVG.textWidth(diagram.title, size: Frame.titleSize) + 2 * Self.margin)
        lowest = boxes.values.map(\.bottom).max() ?? top
        height = lowest + Self.margin + (diagram.edges.contains(where: \.isBack) ? 24 : 0)
    }
}
