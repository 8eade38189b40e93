/// Where the shapes of a ``RecurrentDiagram`` go, and how they look.
struct RecurrentDrawing {
    let diagram: RecurrentDiagram
    private static let cell = (width: 116.0, height: 92.0)
    private static let half = (width: 42.0, height: 19.0), radius = 23.0
    private let left: Double, top: Double, first: Double, highest: Double, columns: Double, rows: Double

    init(_ diagram: RecurrentDiagram) {
        self.diagram = diagram
        let (xs, ys) = (diagram.nodes.map(\.column), diagram.nodes.map(\.row))
        (first, highest) = (xs.min() ?? 0, ys.max() ?? 0)
        (columns, rows) = ((xs.max() ?? 0) - first, highest - (ys.min() ?? 0))
        let hasLoop = diagram.arrows.contains { $0.from == $0.to }
        let width = columns * Self.cell.width + (hasLoop ? 180 : 120)
        let wanted = max(width, SVG.textWidth(diagram.title, size: Frame.titleSize * 1.1) + 30, 380)
        left = (wanted - columns * Self.cell.width) / 2
        top = diagram.title.isEmpty ? 48 : 84
    }

    private var width: Double { 2 * left + columns * Self.cell.width }

    private func place(_ node: RecurrentDiagram.Node) -> (x: Double, y: Double) {
        (left + (node.column - first) * Self.cell.width, top + (highest - node.row) * Self.cell.height)
    }

    var document: String {
        var svg = SVG()
        for arrow in diagram.arrows { draw(arrow, &svg) }
        for node in diagram.nodes { draw(node, &svg) }
        let notes = diagram.nodes.contains { !$0.note.isEmpty } ? 26.0 : 0
        let bottom = drawLegend(below: top + rows * Self.cell.height + 44 + notes, &svg)
        if !diagram.title.isEmpty { svg.text(diagram.title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(
            width: width, height: bottom + 12, title: diagram.title.isEmpty ? "Recurrent net" : diagram.title)
    }

    // MARK: Shapes

    private func draw(_ node: RecurrentDiagram.Node, _ svg: inout SVG) {
        let (x, y) = place(node)
        symbol(node.shape, x, y, scale: 1, &svg)
        svg.text(node.label, x, node.shape == .output ? y - 29 : y + 5, size: 14)
        if !node.note.isEmpty { svg.text(node.note, x, y + 42, size: Frame.textSize, colour: Frame.ink) }
    }

    private func symbol(
        _ shape: RecurrentDiagram.Shape, _ x: Double, _ y: Double, scale: Double, _ svg: inout SVG
    ) {
        let look = "fill=\"#f4f4f4\" stroke=\"#5a5a5a\" stroke-width=\"1.6\""
        let (w, h, r) = (Self.half.width * scale, Self.half.height * scale, Self.radius * scale)
        switch shape {
        case .input: svg.rect(x - w, y - h, 2 * w, 2 * h, look)
        case .hidden: svg.circle(x, y, radius: r, look)
        case .output:
            svg.path("M\(n(x)) \(n(y - r))L\(n(x + r)) \(n(y + r * 0.8))L\(n(x - r)) \(n(y + r * 0.8))Z", look)
        }
    }

    /// How far a shape reaches in the direction (ux, uy).
    private func reach(_ shape: RecurrentDiagram.Shape, _ ux: Double, _ uy: Double) -> Double {
        switch shape {
        case .hidden: Self.radius
        case .output: uy > 0.7 ? Self.radius : Self.radius * 0.8
        case .input: min(Self.half.width / max(abs(ux), 1e-9), Self.half.height / max(abs(uy), 1e-9))
        }
    }

    // MARK: Arrows

    private func draw(_ arrow: RecurrentDiagram.Arrow, _ svg: inout SVG) {
        let colour = arrow.weights?.colour ?? .grey
        let (from, to) = (diagram.node(arrow.from), diagram.node(arrow.to))
        if arrow.from == arrow.to { return drawLoop(at: place(from), colour, &svg) }
        let (a, b) = (place(from), place(to))
        let length = max(1e-9, ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot())
        let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length)
        let (near, far) = (reach(from.shape, ux, uy) + 3, length - reach(to.shape, -ux, -uy) - 3)
        /// A point of the line, shifted to its side.
        func point(_ distance: Double, _ side: Double) -> (x: Double, y: Double) {
            (a.x + ux * distance - uy * side, a.y + uy * distance + ux * side)
        }
        let side = arrow.hasGradient ? -6.0 : 0
        svg.arrow([point(near, side), point(far, side)], colour)
        if arrow.hasGradient { svg.arrow([point(far, 7), point(near, 7)], .vermilion, dashed: true) }
        if arrow.isCut {
            drawCut(
                across: [-4.0, 4].map { d in (point((near + far) / 2 + d, -9), point((near + far) / 2 + d, 9)) }, &svg)
        }
    }

    private func drawCut(across lines: [(a: (x: Double, y: Double), b: (x: Double, y: Double))], _ svg: inout SVG) {
        for (a, b) in lines { svg.line(a.x, a.y, b.x, b.y, "stroke=\"\(Colour.black.hex)\" stroke-width=\"2\"") }
    }

    private func drawLoop(at centre: (x: Double, y: Double), _ colour: Colour, _ svg: inout SVG) {
        let (x, y, r) = (centre.x, centre.y, Self.radius)
        svg.path(
            "M\(n(x + r * 0.8)) \(n(y - r * 0.7))C\(n(x + r * 3.2)) \(n(y - r * 2)) \(n(x + r * 3.2)) \(n(y + r * 2)) "
                + "\(n(x + r * 0.8 + 7)) \(n(y + r * 0.7 + 4))",
            "fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"1.8\"")
        svg.arrowhead(tip: (x + r * 0.8, y + r * 0.7), pointing: (-0.86, -0.51), colour)
    }

    // MARK: Legend

    /// Rows of samples with their meaning; returns where it ends.
    private func drawLegend(below start: Double, _ svg: inout SVG) -> Double {
        var entries: [(text: String, draw: (Double, Double, inout SVG) -> Void)] = []
        if diagram.explainsShapes {
            let shapes: [(RecurrentDiagram.Shape, String)] = [
                (.input, "input"), (.hidden, "hidden activations"), (.output, "output"),
            ]
            for (shape, text) in shapes { entries.append((text, { symbol(shape, $0 + 13, $1, scale: 0.33, &$2) })) }
        }
        for weights in diagram.weights {
            entries.append((weights.name, { $2.arrow([($0, $1), ($0 + 26, $1)], weights.colour) }))
        }
        if diagram.arrows.contains(where: \.hasGradient) {
            entries.append(("gradient", { $2.arrow([($0 + 26, $1), ($0, $1)], .vermilion, dashed: true) }))
        }
        if diagram.arrows.contains(where: \.isCut) {
            entries.append(
                (
                    "detached: no gradient back",
                    { x, y, svg in drawCut(across: [9.0, 17].map { ((x + $0, y - 8), (x + $0, y + 8)) }, &svg) }
                ))
        }
        var y = start
        for row in legendRows(entries.map { SVG.textWidth($0.text, size: Frame.textSize) + 50 }) {
            var x = (width - row.reduce(0) { $0 + $1.width }) / 2
            for (place, width) in row {
                entries[place].draw(x, y, &svg)
                svg.text(entries[place].text, x + 34, y + 4, size: Frame.textSize, anchor: "start", colour: Frame.ink)
                x += width
            }
            y += 22
        }
        return y
    }

    /// The entries' places and widths, as many in a row as there is room for.
    private func legendRows(_ widths: [Double]) -> [[(place: Int, width: Double)]] {
        widths.enumerated().reduce(into: []) { rows, entry in
            let used = rows.last?.reduce(0) { $0 + $1.width } ?? .infinity
            if used + entry.element <= width - 20 {
                rows[rows.count - 1].append((entry.offset, entry.element))
            } else {
                rows.append([(entry.offset, entry.element)])
            }
        }
    }
}
