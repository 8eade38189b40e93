import Common
import Foundation
import Tensors

/// A dense layer: inputs at the left, neurons at the right, a line for every weight. The lines into one neuron stand
/// out, and what it computes is written below.
///
/// ```swift
/// LayerDiagram(inputs: 3, neurons: 4, highlighted: 2)   // y₂ = x₁·w₂₁ + x₂·w₂₂ + x₃·w₂₃ + b₂
/// ```
/// Inputs and neurons count from 1 here, as they do in formulas.
public struct LayerDiagram: Figure {
    public let inputs: Int, neurons: Int, highlighted: Int
    public var title: String

    /// - Precondition: there are 1 to 9 inputs and neurons, and the one that stands out is among them.
    public init(inputs: Int, neurons: Int, highlighted: Int, title: String = "") {
        let layer = "LayerDiagram of \(counted(inputs, "input")), \(counted(neurons, "neuron"))"
        let isSmall = (1...9).contains(inputs) && (1...9).contains(neurons)
        require(isSmall, layer, "that is no picture one could read", try: "1 to 9 of each")
        require(
            (1...neurons).contains(highlighted), layer, "there is no neuron \(highlighted)", try: "1 to \(neurons)")
        (self.inputs, self.neurons, self.highlighted, self.title) = (inputs, neurons, highlighted, title)
    }

    /// `y₂ = x₁·w₂₁ + x₂·w₂₂ + x₃·w₂₃ + b₂`
    public var formula: String {
        let j = subscripted(highlighted)
        let terms = (1...inputs).map { "x\(subscripted($0))·w\(j)\(subscripted($0))" }
        return "y\(j) = " + (terms + ["b\(j)"]).joined(separator: " + ")
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let count = "\(counted(inputs, "input")), each linked to \(counted(neurons, "neuron"))"
        return (head + ["\(count): \(counted(inputs * neurons, "weight"))", formula]).joined(separator: "\n")
    }

    public var svg: String {
        let width = max(390, SVG.textWidth(formula, size: 16) + 30, SVG.textWidth(title, size: 17) + 40)
        let plan = Plan(middle: width / 2, top: title.isEmpty ? 40 : 72, tallest: max(inputs, neurons))
        var svg = SVG()
        // The highlighted lines come last, on top of the others.
        for neuron in (1...neurons).filter({ $0 != highlighted }) + [highlighted] { drawLines(to: neuron, plan, &svg) }
        for input in 1...inputs { svg.circle("x", input, (plan.left, plan.y(input, of: inputs)), .grey) }
        for neuron in 1...neurons {
            let colour: Colour = neuron == highlighted ? .blue : .grey
            svg.circle("y", neuron, (plan.right, plan.y(neuron, of: neurons)), colour)
        }
        svg.text(formula, width / 2, plan.bottom + 34, size: 16)
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: plan.bottom + 56, title: title.isEmpty ? "A dense layer" : title)
    }

    private func drawLines(to neuron: Int, _ plan: Plan, _ svg: inout SVG) {
        let stroke = neuron == highlighted ? "stroke=\"\(Colour.blue.hex)\" stroke-width=\"2.4\"" : faintStroke
        for input in 1...inputs {
            svg.line(
                plan.left + Plan.radius, plan.y(input, of: inputs), plan.right - Plan.radius,
                plan.y(neuron, of: neurons), stroke)
        }
    }
}

/// Where the circles are.
private struct Plan {
    static let step = 54.0, radius = 19.0
    let middle: Double, top: Double, tallest: Int

    var left: Double { middle - 135 }
    var right: Double { middle + 135 }
    var bottom: Double { top + Double(tallest - 1) * Plan.step + Plan.radius }

    /// Column of `count` circles, centred.
    func y(_ number: Int, of count: Int) -> Double {
        top + (Double(tallest - count) / 2 + Double(number - 1)) * Plan.step
    }
}

private let faintStroke = "stroke=\"#b8b8b8\" stroke-width=\"1\""

extension SVG {
    fileprivate mutating func circle(
        _ letter: String, _ number: Int, _ place: (x: Double, y: Double), _ colour: Colour
    ) {
        circle(
            place.x, place.y, radius: Plan.radius,
            "fill=\"\(colour.mixed(with: .white, 0.8).hex)\" stroke=\"\(colour.hex)\" stroke-width=\"1.6\"")
        text(letter + subscripted(number), place.x, place.y + 5, size: 15)
    }
}
