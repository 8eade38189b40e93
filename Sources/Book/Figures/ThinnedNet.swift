import Common
import Foundation
import Tensors

/// Nets of some layers side by side, in which units are missing: dropout, seen in several batches.
///
/// ```swift
/// ThinnedNet("Two batches", [
///     .init("one batch", [[.present, .dropped], [.present]]), .init("the next", [[.dropped, .present], [.present]]),
/// ])
/// ```
/// A dropped unit is crossed out, and has no lines; an uncertain one is dashed, with its lines.
public struct ThinnedNet: Figure {
    public enum Unit: Sendable { case present, dropped, uncertain }

    /// One net: its layers from the left, each with its units from above.
    public struct Net: Sendable {
        public var label: String
        public var layers: [[Unit]]

        public init(_ label: String, _ layers: [[Unit]]) { (self.label, self.layers) = (label, layers) }
    }

    public var title: String
    public var nets: [Net]

    /// - Precondition: every net has a layer, and every layer a unit.
    public init(_ title: String, _ nets: [Net]) {
        for net in nets {
            require(
                !net.layers.isEmpty && net.layers.allSatisfy { !$0.isEmpty }, "ThinnedNet \"\(net.label)\"",
                "there is nothing in it, or in one of its layers", try: "a unit in every layer")
        }
        (self.title, self.nets) = (title, nets)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String {
        let plan = Plan(self)
        var svg = SVG()
        if !title.isEmpty { svg.text(title, plan.width / 2, 28, size: Frame.titleSize, bold: true) }
        for (number, net) in nets.enumerated() {
            let left = Double(number) * plan.netWidth
            draw(net, from: left, plan, &svg)
            for (row, line) in plan.label(of: net).enumerated() {
                svg.text(line, left + plan.netWidth / 2, plan.bottom + 24 + Double(row) * 18, size: 13)
            }
        }
        return svg.document(width: plan.width, height: plan.height, title: title.isEmpty ? "Thinned nets" : title)
    }

    private func draw(_ net: Net, from left: Double, _ plan: Plan, _ svg: inout SVG) {
        func place(_ layer: Int, _ unit: Int) -> (x: Double, y: Double) {
            plan.place(layer, unit, of: net).moved(by: left)
        }
        for layer in 1..<max(net.layers.count, 1) {
            for (unit, state) in net.layers[layer].enumerated() where state != .dropped {
                for (before, its) in net.layers[layer - 1].enumerated() where its != .dropped {
                    let (a, b) = (place(layer - 1, before), place(layer, unit))
                    svg.line(a.x, a.y, b.x, b.y, "stroke=\"#9a9a9a\" stroke-width=\"1\"")
                }
            }
        }
        for (layer, units) in net.layers.enumerated() {
            for (unit, state) in units.enumerated() { svg.unit(state, at: place(layer, unit)) }
        }
    }

    /// One line for each layer: `o x o`, where x is dropped and ? may be.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let blocks = nets.map { net in
            let layers = net.layers.map { $0.map(\.letter).joined(separator: " ") }
            return ([net.label + ":"] + layers.map { "  " + $0 }).joined(separator: "\n")
        }
        return (head + blocks + ["(a layer is a line; x is dropped, ? may be)"]).joined(separator: "\n")
    }
}

/// Where the units are.
private struct Plan {
    static let radius = 13.0, step = 40.0
    private static let columnStep = 82.0, labelSize = 13.0
    let top: Double, tallest: Int, columns: Int, netWidth: Double, width: Double, height: Double

    init(_ figure: ThinnedNet) {
        top = figure.title.isEmpty ? 34 : 66
        tallest = figure.nets.flatMap(\.layers).map(\.count).max() ?? 1
        columns = figure.nets.map(\.layers.count).max() ?? 1
        netWidth = max(230, Double(columns - 1) * Plan.columnStep + 80)
        width = max(netWidth * Double(max(figure.nets.count, 1)), SVG.textWidth(figure.title, size: 17) + 40)
        let room = netWidth - 20
        let rows = figure.nets.map { SVG.wrapped($0.label, size: Plan.labelSize, width: room).count }.max() ?? 0
        height = top + Double(tallest - 1) * Plan.step + Plan.radius + 24 + Double(max(rows, 1)) * 18
    }

    var bottom: Double { top + Double(tallest - 1) * Plan.step + Plan.radius }

    func label(of net: ThinnedNet.Net) -> [String] {
        SVG.wrapped(net.label, size: Plan.labelSize, width: netWidth - 20)
    }

    func place(_ layer: Int, _ unit: Int, of net: ThinnedNet.Net) -> Place {
        let x = netWidth / 2 + (Double(layer) - Double(net.layers.count - 1) / 2) * Plan.columnStep
        let y = top + (Double(tallest - net.layers[layer].count) / 2 + Double(unit)) * Plan.step
        return Place(x: x, y: y)
    }
}

private struct Place {
    var x: Double, y: Double
    func moved(by left: Double) -> (x: Double, y: Double) { (x + left, y) }
}

extension ThinnedNet.Unit {
    fileprivate var letter: String {
        switch self {
        case .present: "o"
        case .dropped: "x"
        case .uncertain: "?"
        }
    }
}

extension SVG {
    fileprivate mutating func unit(_ state: ThinnedNet.Unit, at place: (x: Double, y: Double)) {
        let (x, y, r) = (place.x, place.y, Plan.radius)
        let colour: Colour = state == .dropped ? .vermilion : .blue
        let dashes = state == .present ? "" : " stroke-dasharray=\"4 3\""
        let ground = state == .dropped ? Colour.white : colour.mixed(with: .white, 0.8)
        circle(x, y, radius: r, "fill=\"\(ground.hex)\" stroke=\"\(colour.hex)\" stroke-width=\"1.8\"\(dashes)")
        guard state == .dropped else { return }
        let (arm, stroke) = (r * 0.6, "stroke=\"\(colour.hex)\" stroke-width=\"2.2\"")
        line(x - arm, y - arm, x + arm, y + arm, stroke)
        line(x - arm, y + arm, x + arm, y - arm, stroke)
    }
}
