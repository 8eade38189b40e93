import Common
import Foundation

/// A computation as a graph, from top to bottom: values in boxes, what is done to them in between, and the gradients
/// that flow back.
///
/// ```swift
/// ComputationGraph(
///     .init("x", "[[2, 1]]", gradient: "[[12, -12]]", by: "· w1ᵀ"),
///     [.init("linear", left: .init("w1", …), right: .init("b1", …), to: .init("l1", …))])
/// ```
/// What flows forward is blue, what flows back is vermilion and dashed. Without a gradient there is no arrow back.
public struct ComputationGraph: Figure {
    /// A value that is computed, or given.
    public struct Value: Sendable {
        public var name: String
        /// What there is to say about it: its shape, its numbers.
        public var text: String
        /// The gradient of the last value with respect to it; nil if nobody wants it.
        public var gradient: String?
        /// How the gradient is made of that of the next value; written beside the arrow back.
        public var rule: String

        public init(_ name: String, _ text: String = "", gradient: String? = nil, by rule: String = "") {
            (self.name, self.text, self.gradient, self.rule) = (name, text, gradient, rule)
        }

        /// The first line in its box.
        var heading: String { name + (text.isEmpty ? "" : "  " + typeset(text)) }
    }

    /// One operation: from the value above it, and up to two others, to the value below it.
    public struct Step: Sendable {
        public var operation: String
        public var left: Value?, right: Value?
        public var result: Value

        public init(_ operation: String, left: Value? = nil, right: Value? = nil, to result: Value) {
            (self.operation, self.left, self.right, self.result) = (operation, left, right, result)
        }
    }

    public var title: String
    public var start: Value
    public var steps: [Step]

    public init(_ start: Value, _ steps: [Step], title: String = "") {
        (self.start, self.steps, self.title) = (start, steps, title)
    }

    /// All values, in the order of the computation.
    var values: [Value] {
        [start] + steps.flatMap { [$0.left, $0.right, $0.result].compactMap(\.self) }
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String { GraphDrawing(self).document }

    /// A line for every value, and between them a line for every operation with its other inputs.
    public func terminal(_ style: TerminalStyle) -> String {
        let names = values.map(\.name.displayWidth).max() ?? 0
        func line(_ value: Value, _ sign: String) -> String {
            let back = value.gradient.map { gradient in
                let arrow = style.isPlain ? "<- " : "◂╌ "
                let rule = value.rule.isEmpty ? "" : "   (\(value.rule))"
                return "   " + style.paint(arrow + gradient + rule, .vermilion)
            }
            return sign + value.name.padded(to: names) + "  " + style.paint(value.text, .blue) + (back ?? "")
        }
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let body = steps.flatMap { step in
            [(style.isPlain ? "  | " : "  │ ") + step.operation]
                + [step.left, step.right].compactMap { $0 }.map { line($0, style.isPlain ? "  |   " : "  ├─ ") }
                + [line(step.result, "")]
        }
        return (head + [line(start, "")] + body).map(\.withoutTrailingSpaces).joined(separator: "\n")
    }
}

/// Where everything goes. The middle column has the values and operations, the outer ones the other inputs.
private struct GraphDrawing {
    let graph: ComputationGraph
    private static let textSize = 14.0, ruleSize = 13.0
    private static let boxHeight = 54.0, operationHeight = 34.0, gap = 40.0
    private let middleWidth: Double, leftWidth: Double, rightWidth: Double
    /// The room between columns, wide enough for the longest rule.
    private let leftGap: Double, rightGap: Double

    init(_ graph: ComputationGraph) {
        self.graph = graph
        func width(_ values: [ComputationGraph.Value]) -> Double { values.map(Self.width).max() ?? 0 }
        func gap(_ values: [ComputationGraph.Value]) -> Double {
            values.map { max(56, SVG.textWidth($0.rule, size: Self.ruleSize) + 22) }.max() ?? 0
        }
        let (lefts, rights) = (graph.steps.compactMap(\.left), graph.steps.compactMap(\.right))
        let operations = graph.steps.map { SVG.textWidth($0.operation, size: Self.textSize) + 40 }
        middleWidth = max(width([graph.start] + graph.steps.map(\.result)), operations.max() ?? 0)
        (leftWidth, rightWidth) = (width(lefts), width(rights))
        (leftGap, rightGap) = (gap(lefts), gap(rights))
    }

    /// The width of a value's box.
    private static func width(_ value: ComputationGraph.Value) -> Double {
        let texts = [value.heading] + (value.gradient.map { ["∂ " + typeset($0)] } ?? [])
        return max(96, (texts.map { SVG.textWidth($0, size: textSize) }.max() ?? 0) + 26)
    }

    private var middle: Double { 20 + leftWidth + leftGap + middleWidth / 2 }
    private var pageWidth: Double { middle + middleWidth / 2 + rightGap + rightWidth + 20 }

    var document: String {
        var svg = SVG()
        var y = graph.title.isEmpty ? 20.0 : 50
        draw(graph.start, centre: middle, top: y, &svg)
        for (place, step) in graph.steps.enumerated() {
            let above = place == 0 ? graph.start : graph.steps[place - 1].result
            y += Self.boxHeight
            arrows(down: middle, from: y, to: y + Self.gap, above, &svg)
            y += Self.gap
            drawSides(of: step, at: y + Self.operationHeight / 2, &svg)
            drawOperation(step.operation, top: y, &svg)
            y += Self.operationHeight
            arrows(down: middle, from: y, to: y + Self.gap, step.result, &svg, isResult: true)
            y += Self.gap
            draw(step.result, centre: middle, top: y, &svg)
        }
        y += Self.boxHeight
        drawLegend(below: y, &svg)
        let width = max(pageWidth, SVG.textWidth(graph.title, size: Frame.titleSize * 1.1) + 30)
        if !graph.title.isEmpty { svg.text(graph.title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: y + 52, title: graph.title.isEmpty ? "Computation" : graph.title)
    }

    private func drawLegend(below y: Double, _ svg: inout SVG) {
        let (left, line) = (max(20, middle - 165), y + 30)
        svg.arrow([(left, line), (left + 30, line)], .blue)
        svg.text("forward", left + 38, line + 4, size: Frame.textSize, anchor: "start", colour: Frame.ink)
        svg.arrow([(left + 140, line), (left + 110, line)], .vermilion, dashed: true)
        svg.text(
            "back: ∂, the gradient of the last value", left + 148, line + 4, size: Frame.textSize, anchor: "start",
            colour: Frame.ink)
    }

    private func draw(_ value: ComputationGraph.Value, centre: Double, top: Double, _ svg: inout SVG) {
        let width = centre == middle ? middleWidth : Self.width(value)
        let height = Self.boxHeight
        let fill = Colour.blue.mixed(with: .white, 0.9).hex
        svg.rect(
            centre - width / 2, top, width, height,
            "rx=\"8\" fill=\"\(fill)\" stroke=\"\(Colour.blue.hex)\" stroke-width=\"1.6\"")
        let hasGradient = value.gradient != nil
        svg.text(value.heading, centre, top + (hasGradient ? 22 : 32), size: Self.textSize)
        if let gradient = value.gradient {
            svg.text("∂ " + typeset(gradient), centre, top + 43, size: Self.textSize, colour: .vermilion)
        }
    }

    private func drawOperation(_ name: String, top: Double, _ svg: inout SVG) {
        let width = SVG.textWidth(name, size: Self.textSize) + 40
        svg.rect(
            middle - width / 2, top, width, Self.operationHeight,
            "rx=\"17\" fill=\"#f2f2f2\" stroke=\"#767676\" stroke-width=\"1.6\"")
        svg.text(name, middle, top + 22, size: Self.textSize, bold: true)
    }

    /// Forward on the left, back on the right with its rule.
    private func arrows(
        down x: Double, from top: Double, to bottom: Double, _ value: ComputationGraph.Value, _ svg: inout SVG,
        isResult: Bool = false
    ) {
        svg.arrow([(x - 12, top + 2), (x - 12, bottom - 2)], .blue)
        guard value.gradient != nil else { return }
        svg.arrow([(x + 12, bottom - 2), (x + 12, top + 2)], .vermilion, dashed: true)
        if isResult || value.rule.isEmpty { return }
        svg.text(
            typeset(value.rule), x + 22, (top + bottom) / 2 + 5, size: Self.ruleSize, anchor: "start",
            colour: .vermilion)
    }

    private func drawSides(of step: ComputationGraph.Step, at y: Double, _ svg: inout SVG) {
        let reach = SVG.textWidth(step.operation, size: Self.textSize) / 2 + 20
        for (value, side) in [(step.left, -1.0), (step.right, 1.0)] {
            guard let value else { continue }
            let gap = side < 0 ? leftGap : rightGap
            let near = middle + side * (middleWidth / 2 + gap)
            let width = Self.width(value)
            draw(value, centre: near + side * width / 2, top: y - Self.boxHeight / 2, &svg)
            svg.arrow([(near - side * 2, y - 9), (middle + side * (reach + 2), y - 9)], .blue)
            guard value.gradient != nil else { continue }
            svg.arrow([(middle + side * (reach + 2), y + 9), (near - side * 2, y + 9)], .vermilion, dashed: true)
            svg.text(typeset(value.rule), near - side * gap / 2, y + 27, size: Self.ruleSize, colour: .vermilion)
        }
    }
}
