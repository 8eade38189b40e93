import Common
import Foundation
import Tensors

/// A bar to the right for each name, from top to bottom: many of them, and long names, still have room.
///
/// ```swift
/// HorizontalBars(["YearMade", "ProductSize"], [0.18, 0.13], title: "What matters", label: "share")
/// ```
/// Bars of numbers below zero go to the left, in another colour.
public struct HorizontalBars: Figure {
    public let names: [String]
    public let values: [Double]
    public var title: String
    /// What the values are.
    public var label: String

    public init(_ names: [String], _ values: [Double], title: String = "", label: String = "") {
        require(
            names.count == values.count, "HorizontalBars of \(counted(names.count, "name"))",
            "there are \(values.count) values", try: "as many of one as of the other")
        require(values.allSatisfy(\.isFinite), "HorizontalBars", "a value is no number")
        (self.names, self.values, self.title, self.label) = (names, values, title, label)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let texts = alike(values)
        let (widest, numbers) = (names.map(\.displayWidth).max() ?? 0, texts.map(\.displayWidth).max() ?? 0)
        let room = max(4, min(40, style.width - widest - numbers - 3))
        let largest = values.map(abs).max() ?? 1
        let rows = zip(zip(names, values), texts).map { pair, text in
            let length = largest > 0 ? Int((abs(pair.1) / largest * Double(room)).rounded()) : 0
            let bar = String(repeating: style.isPlain ? "#" : "█", count: length)
            let name = pair.0.padded(to: widest, .left)
            return "\(name) \(text.padded(to: numbers, .right)) \(style.paint(bar, pair.1 < 0 ? .vermilion : .blue))"
        }
        return (head + rows).joined(separator: "\n")
    }

    public var svg: String {
        let (row, plot, size) = (22.0, 380.0, 12.0)
        let left = 24 + (names.map { SVG.textWidth($0, size: size) }.max() ?? 0)
        let top = title.isEmpty ? 18.0 : 46
        let bottom = top + row * Double(max(1, names.count))
        let axis = Axis(min(0, values.min() ?? 0)...max(values.max() ?? 1, values.contains { $0 != 0 } ? 0 : 1))
            .withTicks(about: 5)
        func x(_ value: Double) -> Double { left + plot * axis.position(value) }
        var svg = SVG()
        svg.axisBelow(axis, from: top, to: bottom, left: left, width: plot, label: label)
        let texts = alike(values)
        for (place, (name, value)) in zip(names, values).enumerated() {
            let y = top + row * Double(place)
            svg.text(name, left - 8, y + row / 2 + 4, size: size, anchor: "end", colour: Frame.ink)
            let (from, to) = (min(x(0), x(value)), max(x(0), x(value)))
            let colour = value < 0 ? Colour.vermilion : .blue
            svg.rect(from, y + 3, to - from, row - 6, "fill=\"\(colour.hex)\" fill-opacity=\"0.85\"")
            svg.text(typeset(texts[place]), to + 6, y + row / 2 + 4, size: 11, anchor: "start", colour: Frame.ink)
        }
        svg.line(x(0), top, x(0), bottom, "stroke=\"#555555\" stroke-width=\"1\"")
        let width = max(left + plot + 64, SVG.textWidth(title, size: Frame.titleSize) + 30)
        if !title.isEmpty { svg.text(title, width / 2, 27, size: Frame.titleSize, bold: true) }
        return svg.document(
            width: width, height: bottom + (label.isEmpty ? 30 : 50), title: title.isEmpty ? "Bars" : title)
    }
}

extension SVG {
    /// Numbers with their lines, and what they are, below what lies between `top` and `bottom`.
    mutating func axisBelow(
        _ axis: Axis, from top: Double, to bottom: Double, left: Double, width: Double, label: String,
        isReversed: Bool = false
    ) {
        for (value, number) in zip(axis.ticks, axis.labels) {
            let x = left + width * (isReversed ? 1 - axis.position(value) : axis.position(value))
            line(x, top, x, bottom, "stroke=\"#e6e6e6\" stroke-width=\"1\"")
            text(typeset(number), x, bottom + 17, size: Frame.textSize, colour: Frame.ink)
        }
        if !label.isEmpty { text(label, left + width / 2, bottom + 37, size: Frame.labelSize, colour: Frame.ink) }
    }
}
