import Common
import Foundation
import Tensors

/// A recurrent net in the book's pictures: a rectangle is an input, a circle a layer's activations, a triangle an
/// output, and an arrow the layer that leads from one to the other. Arrows of the same colour use the same weights.
///
/// ```swift
/// RecurrentDiagram.unrolled("Three words", inputs: ["one", ".", "two"], outputs: [2: "."])
/// RecurrentDiagram(
///     "A net with one hidden layer",
///     [.input("x", column: 0, row: 0), .hidden("h", column: 1, row: 0), .output("y", column: 2, row: 0)],
///     [.init("x", "h", .input), .init("h", "y", .output)])
/// ```
/// Columns count from the left, rows from below. An arrow from a circle to itself is drawn as a loop. A gradient that
/// flows back along an arrow is dashed; a *cut* arrow carries the numbers on, and no gradient back.
public struct RecurrentDiagram: Figure {
    public enum Shape: Sendable { case input, hidden, output }

    /// Numbers that are computed, or given.
    public struct Node: Sendable {
        /// What arrows call it, and what is written on it if it has no other label.
        public let name: String
        public let shape: Shape
        public let column: Double, row: Double
        public var label: String
        /// A line below it, such as its shape.
        public var note: String

        init(_ name: String, _ shape: Shape, _ column: Double, _ row: Double, _ label: String?, _ note: String) {
            (self.name, self.shape, self.column, self.row) = (name, shape, column, row)
            (self.label, self.note) = (label ?? name, note)
        }

        /// A rectangle.
        public static func input(
            _ name: String, column: Double, row: Double, label: String? = nil, note: String = ""
        ) -> Node {
            Node(name, .input, column, row, label, note)
        }
        /// A circle.
        public static func hidden(
            _ name: String, column: Double, row: Double, label: String? = nil, note: String = ""
        ) -> Node {
            Node(name, .hidden, column, row, label, note)
        }
        /// A triangle.
        public static func output(
            _ name: String, column: Double, row: Double, label: String? = nil, note: String = ""
        ) -> Node {
            Node(name, .output, column, row, label, note)
        }
    }

    /// What is learned, in one colour wherever it is used.
    public struct Weights: Sendable, Hashable {
        public var name: String
        public var colour: Colour

        public init(_ name: String, _ colour: Colour) { (self.name, self.colour) = (name, colour) }

        public static let input = Weights("input → hidden", .green)
        public static let hidden = Weights("hidden → hidden", .orange)
        public static let output = Weights("hidden → output", .blue)

        /// Into a layer of a stack, counted from 1.
        public static func input(into layer: Int) -> Weights {
            layer == 1 ? Weights("input → layer 1", .green) : Weights("layer \(layer - 1) → layer \(layer)", .purple)
        }
        /// From step to step in a layer of a stack, counted from 1.
        public static func hidden(of layer: Int) -> Weights {
            Weights("layer \(layer), from step to step", layer == 1 ? .orange : .sky)
        }
    }

    /// A layer: from one node to another.
    public struct Arrow: Sendable {
        public let from: String, to: String
        /// nil for an arrow that is only a copy.
        public let weights: Weights?
        /// Whether a gradient flows back along it.
        public var hasGradient: Bool
        /// The numbers go on, without their history.
        public var isCut: Bool

        public init(
            _ from: String, _ to: String, _ weights: Weights?, gradient hasGradient: Bool = false,
            cut isCut: Bool = false
        ) {
            (self.from, self.to, self.weights) = (from, to, weights)
            (self.hasGradient, self.isCut) = (hasGradient, isCut)
        }
    }

    public var title: String
    public var nodes: [Node]
    public var arrows: [Arrow]
    /// Whether the legend explains rectangle, circle and triangle.
    public var explainsShapes: Bool

    /// - Precondition: no two nodes have the same name, and every arrow joins two of them.
    public init(_ title: String, _ nodes: [Node], _ arrows: [Arrow], explainsShapes: Bool = false) {
        let names = nodes.map(\.name)
        require(Set(names).count == names.count, "RecurrentDiagram", "two nodes have the same name", try: "one each")
        for name in arrows.flatMap({ [$0.from, $0.to] }) where !names.contains(name) {
            stop("RecurrentDiagram", "there is no node \"\(name)\"", try: "one of \(names)")
        }
        (self.title, self.nodes, self.arrows, self.explainsShapes) = (title, nodes, arrows, explainsShapes)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }
    public var svg: String { RecurrentDrawing(self).document }

    func node(_ name: String) -> Node { nodes.first { $0.name == name }! }

    /// The weights, each once, in the order of the arrows.
    var weights: [Weights] {
        arrows.reduce(into: []) { found, arrow in
            if let weights = arrow.weights, !found.contains(weights) { found.append(weights) }
        }
    }

    /// A line for every node that something leads to.
    public func terminal(_ style: TerminalStyle) -> String {
        let signs: [Shape: String] =
            style.isPlain ? [.input: "[]", .hidden: "()", .output: "/\\"] : [.input: "▭", .hidden: "○", .output: "△"]
        let lines = nodes.compactMap { node -> String? in
            let incoming = arrows.filter { $0.to == node.name }
            if incoming.isEmpty { return nil }
            let parts = incoming.map { arrow in
                let from = arrow.from == node.name ? "itself, one step before" : self.node(arrow.from).label
                let how = arrow.weights.map { style.paint(" (\($0.name))", $0.colour) } ?? ""
                return from + how + (arrow.isCut ? ", detached" : arrow.hasGradient ? ", gradient back" : "")
            }
            return "\(signs[node.shape]!) \(node.label) \(style.isPlain ? "<-" : "←") " + parts.joined(separator: " + ")
        }
        return ((title.isEmpty ? [] : [style.paint(title, nil, bold: true)]) + lines).joined(separator: "\n")
    }
}

// MARK: The usual ones

extension RecurrentDiagram {
    /// A net without its loop: a column for every step.
    /// - Parameters:
    ///   - inputs: what is read, step by step.
    ///   - outputs: what is predicted, by the number of the step, from 0.
    ///   - layers: how many are stacked.
    ///   - state: a label for what the first step gets from before; nil if it begins with nothing. It is cut off.
    ///   - gradients: the steps along which gradients flow back, from 0.
    public static func unrolled(
        _ title: String, inputs: [String], outputs: [Int: String], layers: Int = 1, state: String? = nil,
        gradients: Set<Int> = []
    ) -> RecurrentDiagram {
        var (nodes, arrows) = ([Node](), [Arrow]())
        func weights(into layer: Int) -> Weights { layers == 1 ? .input : .input(into: layer) }
        func weights(of layer: Int) -> Weights { layers == 1 ? .hidden : .hidden(of: layer) }
        let output = layers == 1 ? Weights.output : Weights("layer \(layers) → output", .blue)
        for (step, input) in inputs.enumerated() {
            let (column, flows) = (Double(step), gradients.contains(step))
            nodes.append(.input("x\(step)", column: column, row: 0, label: input))
            for layer in 1...layers {
                let name = "h\(step).\(layer)"
                let index = subscripted(step + 1)
                let label = layers == 1 ? "h\(index)" : (layer == 1 ? "h\(index)" : "h′\(index)")
                nodes.append(.hidden(name, column: column, row: Double(layer), label: label))
                let below = layer == 1 ? "x\(step)" : "h\(step).\(layer - 1)"
                arrows.append(Arrow(below, name, weights(into: layer), gradient: flows))
                if step > 0 {
                    let isInside = flows && gradients.contains(step - 1)
                    arrows.append(Arrow("h\(step - 1).\(layer)", name, weights(of: layer), gradient: isInside))
                } else if let state {
                    nodes.append(.hidden("before.\(layer)", column: -1, row: Double(layer), label: state))
                    arrows.append(Arrow("before.\(layer)", name, weights(of: layer), cut: true))
                }
            }
            if let label = outputs[step] {
                nodes.append(.output("y\(step)", column: column, row: Double(layers + 1), label: label))
                arrows.append(Arrow("h\(step).\(layers)", "y\(step)", output, gradient: flows))
            }
        }
        return RecurrentDiagram(title, nodes, arrows)
    }

    /// A net with its loop: one column, and each layer's arrow to itself.
    public static func rolled(
        _ title: String, input: String, output: String, layers: Int = 1
    ) -> RecurrentDiagram {
        let one = unrolled(title, inputs: [input], outputs: [0: output], layers: layers)
        let loops = (1...layers).map { Arrow("h0.\($0)", "h0.\($0)", layers == 1 ? .hidden : .hidden(of: $0)) }
        let nodes = one.nodes.map { node in
            var node = node
            if node.shape == .hidden { node.label = node.label.replacing("₁", with: "") }
            return node
        }
        return RecurrentDiagram(title, nodes, one.arrows + loops)
    }
}
