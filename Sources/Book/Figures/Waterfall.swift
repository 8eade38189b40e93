import Common
import Foundation
import Tensors

/// What single parts do to a sum: each bar begins where the one above it has ended; the last one is all of them
/// together.
///
/// ```swift
/// Waterfall([("YearMade", 0.31), ("ProductSize", -0.12), ("state", 0.01)], smallest: 0.05)
/// ```
public struct Waterfall: Figure {
    /// The parts in the order of the bars; what is small is one bar together.
    public let steps: [(name: String, change: Double)]
    public var title: String
    /// What is changed, with its unit.
    public var label: String
    /// Where the first bar begins.
    public let start: Double

    /// - Parameters:
    ///   - parts: names and changes, drawn in this order.
    ///   - smallest: parts whose change is smaller than this, whatever its sign, are added up in a bar of their own.
    public init(
        _ parts: [(name: String, change: Double)], start: Double = 0, smallest: Double = 0, title: String = "",
        label: String = ""
    ) {
        require(
            start.isFinite && parts.allSatisfy { $0.change.isFinite }, "Waterfall", "a part of the sum is no number")
        let small = parts.filter { abs($0.change) < smallest }
        let rest = small.isEmpty ? [] : [("\(counted(small.count, "other"))", small.reduce(0) { $0 + $1.change })]
        steps = parts.filter { abs($0.change) >= smallest } + rest
        (self.start, self.title, self.label) = (start, title, label)
    }

    /// What all parts come to together.
    public var net: Double { steps.reduce(0) { $0 + $1.change } }

    /// Every bar: its name, where it begins and where it ends. The last one is all of them together.
    private var bars: [(name: String, from: Double, to: Double)] {
        var (bars, at) = ([(name: String, from: Double, to: Double)](), start)
        for (name, change) in steps {
            bars.append((name, at, at + change))
            at += change
        }
        return bars + [("net", start, at)]
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let widest = (steps.map(\.name.displayWidth) + [3]).max()!
        let texts = texts
        let rows = zip(steps, texts).map { step, text in
            style.paint("\(step.name.padded(to: widest, .left))  \(text)", step.change < 0 ? .vermilion : .blue)
        }
        return (head + rows + ["\("net".padded(to: widest, .left))  \(texts.last!)"]).joined(separator: "\n")
    }

    /// The changes with their signs, and the last one is all of them together.
    private var texts: [String] {
        let numbers = steps.map(\.change) + [net]
        return zip(numbers, alike(numbers)).map { number, text in (number < 0 ? "" : "+") + text }
    }

    public var svg: String {
        let (row, plot, size) = (26.0, 400.0, 12.0)
        let bars = bars
        let left = 24 + (bars.map { SVG.textWidth($0.name, size: size) }.max() ?? 0)
        let top = title.isEmpty ? 18.0 : 46
        let bottom = top + row * Double(bars.count)
        let ends = bars.flatMap { [$0.from, $0.to] }
        let room = max(1e-9, (ends.max()! - ends.min()!) * 0.12)
        let axis = Axis(ends.min()! - room...ends.max()! + room).withTicks(about: 5)
        func x(_ value: Double) -> Double { left + plot * axis.position(value) }
        var svg = SVG()
        svg.axisBelow(axis, from: top, to: bottom, left: left, width: plot, label: label)
        svg.line(x(start), top, x(start), bottom, "stroke=\"#555555\" stroke-width=\"1\"")
        for (place, (bar, text)) in zip(bars, texts).enumerated() {
            let colour: Colour = place == bars.count - 1 ? Colour(grey: 110) : bar.to < bar.from ? .vermilion : .blue
            draw(
                bar, text, colour, y: top + row * Double(place), row, left: left, isNet: place == bars.count - 1, x,
                &svg)
        }
        let width = max(left + plot + 44, SVG.textWidth(title, size: Frame.titleSize) + 30)
        if !title.isEmpty { svg.text(title, width / 2, 27, size: Frame.titleSize, bold: true) }
        return svg.document(
            width: width, height: bottom + (label.isEmpty ? 30 : 50), title: title.isEmpty ? "Waterfall" : title)
    }

    private func draw(
        _ bar: (name: String, from: Double, to: Double), _ text: String, _ colour: Colour, y: Double, _ row: Double,
        left: Double, isNet: Bool, _ x: (Double) -> Double, _ svg: inout SVG
    ) {
        let (low, high) = (min(bar.from, bar.to), max(bar.from, bar.to))
        svg.text(bar.name, left - 8, y + row / 2 + 4, size: 12, anchor: "end", colour: Frame.ink, bold: isNet)
        svg.rect(x(low), y + 4, max(1, x(high) - x(low)), row - 8, "fill=\"\(colour.hex)\" fill-opacity=\"0.85\"")
        svg.text(typeset(text), x(high) + 5, y + row / 2 + 4, size: 11, anchor: "start", colour: Frame.ink)
        // The next bar begins here.
        if !isNet { svg.line(x(bar.to), y + row - 4, x(bar.to), y + row + 4, "stroke=\"#777777\" stroke-width=\"1\"") }
    }
}
