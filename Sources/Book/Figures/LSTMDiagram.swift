import Common
import Foundation

/// The cell of an LSTM: what comes in from the left and from below, four layers (boxes), and what is done number by
/// number (circles). The cell state goes along the top.
///
/// ```swift
/// LSTMDiagram(title: "An LSTM cell")
/// ```
public struct LSTMDiagram: Figure {
    public var title: String

    public init(title: String = "") { self.title = title }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// The gates, from left to right: what is written in the box, and its name.
    private static let gates = [("σ", "forget"), ("σ", "input"), ("tanh", "cell"), ("σ", "output")]

    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let lines = [
            "f, i, o = sigmoid of a layer each, g = tanh of a layer; all of them read xₜ and hₜ₋₁",
            "cₜ = f · cₜ₋₁ + i · g",
            "hₜ = o · tanh cₜ",
        ]
        return (head + lines).joined(separator: "\n")
    }

    // Where things are: the lines of cell state and hidden state, and the boxes.
    private static let left = 40.0, right = 640.0
    private static let cellY = 112.0, mixY = 172.0, boxY = 236.0, hiddenY = 304.0, bottom = 372.0
    private static let boxX = [190.0, 280, 370, 460], endX = 525.0
    private static let radius = 12.0

    public var svg: String {
        var svg = SVG()
        svg.rect(110, 66, 470, 270, "rx=\"18\" fill=\"#f1f4f1\" stroke=\"#b9c4b9\" stroke-width=\"1.4\"")
        drawLines(&svg)
        for (x, gate) in zip(Self.boxX, Self.gates) { drawBox(gate.0, gate.1, x, &svg) }
        svg.dot("×", Self.boxX[0], Self.cellY)
        svg.dot("+", Self.boxX[2], Self.cellY)
        svg.dot("×", Self.boxX[2], Self.mixY)
        svg.dot("×", Self.endX, Self.boxY)
        svg.rect(
            Self.endX - 24, Self.mixY - 14, 48, 28,
            "rx=\"14\" fill=\"\(Colour.green.mixed(with: .white, 0.7).hex)\" stroke=\"\(Colour.green.hex)\" "
                + "stroke-width=\"1.5\"")
        svg.text("tanh", Self.endX, Self.mixY + 5, size: 13)
        for (label, x, y) in [
            ("cₜ₋₁", Self.left - 4, Self.cellY - 10), ("cₜ", Self.right + 4, Self.cellY - 10),
            ("hₜ₋₁", Self.left - 4, Self.hiddenY - 10), ("hₜ", Self.right + 4, Self.hiddenY - 10),
            ("xₜ", 136.0, Self.bottom + 16),
        ] {
            svg.text(label, x, y, size: 16)
        }
        let width = Self.right + 44
        if !title.isEmpty { svg.text(title, width / 2, 30, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: Self.bottom + 34, title: title.isEmpty ? "An LSTM cell" : title)
    }

    private func drawLines(_ svg: inout SVG) {
        let (ink, memory, edge) = (Frame.ink, Colour.blue, Self.radius + 2)
        let (forget, input, value, output) = (Self.boxX[0], Self.boxX[1], Self.boxX[2], Self.boxX[3])
        // The cell state, along the top.
        svg.arrow([(Self.left, Self.cellY), (forget - edge, Self.cellY)], memory)
        svg.arrow([(forget + edge, Self.cellY), (value - edge, Self.cellY)], memory)
        svg.arrow([(value + edge, Self.cellY), (Self.right, Self.cellY)], memory)
        svg.arrow([(Self.endX, Self.cellY), (Self.endX, Self.mixY - 16)], memory)
        svg.arrow([(Self.endX, Self.mixY + 15), (Self.endX, Self.boxY - edge)], ink)
        // Input and hidden state, along the bottom, into all boxes.
        svg.path(
            "M\(n(Self.left)) \(n(Self.hiddenY))L\(n(output)) \(n(Self.hiddenY))",
            "fill=\"none\" stroke=\"\(ink.hex)\" stroke-width=\"1.8\"")
        svg.arrow([(136, Self.bottom), (136, Self.hiddenY + 1)], ink)
        for x in Self.boxX { svg.arrow([(x, Self.hiddenY), (x, Self.boxY + 19)], ink) }
        // From the boxes to the circles.
        svg.arrow([(forget, Self.boxY - 17), (forget, Self.cellY + edge)], ink)
        svg.arrow([(input, Self.boxY - 17), (input, Self.mixY), (value - edge, Self.mixY)], ink)
        svg.arrow([(value, Self.boxY - 17), (value, Self.mixY + edge)], ink)
        svg.arrow([(value, Self.mixY - edge), (value, Self.cellY + edge)], ink)
        svg.arrow([(output + 28, Self.boxY), (Self.endX - edge, Self.boxY)], ink)
        svg.arrow([(Self.endX, Self.boxY + edge), (Self.endX, Self.hiddenY), (Self.right, Self.hiddenY)], ink)
    }

    private func drawBox(_ text: String, _ name: String, _ x: Double, _ svg: inout SVG) {
        svg.rect(
            x - 26, Self.boxY - 17, 52, 34,
            "rx=\"4\" fill=\"\(Colour.orange.mixed(with: .white, 0.6).hex)\" stroke=\"\(Colour.orange.hex)\" "
                + "stroke-width=\"1.5\"")
        svg.text(text, x, Self.boxY + 5, size: 14)
        svg.text(name, x + 7, Self.boxY + 44, size: Frame.textSize, anchor: "start", colour: Frame.ink)
    }
}

extension SVG {
    /// A circle with a sign in it: something that is done number by number.
    fileprivate mutating func dot(_ sign: String, _ x: Double, _ y: Double) {
        circle(
            x, y, radius: 12,
            "fill=\"\(Colour.green.mixed(with: .white, 0.7).hex)\" stroke=\"\(Colour.green.hex)\" stroke-width=\"1.5\"")
        text(sign, x, y + 5, size: 16)
    }
}
