import Common
import Foundation
import Tensors

/// A U-Net: the way down at the left, the way up at the right, and grey arrows across.
///
/// ```swift
/// UNetDiagram("A U-Net", down: [.init(maps: 3, height: 64, width: 64), …], up: […], outputs: 12)
/// ```
public struct UNetDiagram: Figure {
    /// Maps of one size.
    public struct Stage: Sendable, Equatable {
        public let maps: Int, height: Int, width: Int

        public init(maps: Int, height: Int, width: Int) { (self.maps, self.height, self.width) = (maps, height, width) }

        /// "64 maps of 8 × 8"
        var text: String { "\(counted(maps, "map")) of \(height) × \(width)" }
    }

    public var title: String
    /// From the picture to the smallest maps; one more than `up`.
    public let down: [Stage]
    /// From the first level above the smallest maps to the size of the picture.
    public let up: [Stage]
    /// How many maps the last convolution makes.
    public let outputs: Int

    public init(_ title: String, down: [Stage], up: [Stage], outputs: Int) {
        require(
            !up.isEmpty && down.count == up.count + 1, "a UNetDiagram of \(down.count) sizes down and \(up.count) up",
            "it has one more down than up", try: "the picture, and the smallest maps, among those down")
        (self.title, self.down, self.up, self.outputs) = (title, down, up, outputs)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let widest = down.map(\.text.displayWidth).max() ?? 0
        let arrow = style.isPlain ? " --> " : " ──→ "
        let rows = up.indices.map { row -> String in
            let indent = String(repeating: "  ", count: row)
            let right = up[up.count - 1 - row].text
            let end = row == 0 ? arrow + "\(counted(outputs, "output"))" : ""
            return indent + down[row].text.padded(to: widest) + arrow + right + end
        }
        let bottom = String(repeating: "  ", count: up.count) + down[up.count].text
        return ([style.paint(title, nil, bold: true)] + rows + [bottom]).joined(separator: "\n")
    }

    // MARK: The drawing

    private static let boxHeight = 36.0, rowHeight = 74.0, shift = 40.0, size = 13.0

    private var boxWidth: Double {
        ((down + up).map { SVG.textWidth($0.text, size: Self.size) }.max() ?? 0) + 22
    }

    public var svg: String {
        let (rows, box) = (Double(up.count), boxWidth)
        let result = SVG.textWidth(counted(outputs, "output"), size: Self.size) + 22
        // The lowest box stands between the two ways.
        let gap = max(150, box + 24 - 2 * rows * Self.shift + 2 * (rows - 1) * Self.shift + 2 * Self.shift)
        let inner = 2 * (box + (rows - 1) * Self.shift) + gap
        let width = 24 + inner + 44 + result + 24
        let top = 58.0
        func y(_ row: Int) -> Double { top + Double(row) * Self.rowHeight }
        func left(_ row: Int) -> Double { 24 + Double(row) * Self.shift }
        func right(_ row: Int) -> Double { 24 + inner - box - Double(row) * Self.shift }
        var svg = SVG()
        svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true)
        let middle = 24 + inner / 2 - box / 2
        for row in up.indices {
            svg.box(down[row].text, left(row), y(row), box, .blue)
            svg.box(up[up.count - 1 - row].text, right(row), y(row), box, .orange)
            svg.arrow(
                [(left(row) + box + 4, y(row) + 18), (right(row) - 4, y(row) + 18)], .grey)
            let isLast = row == up.count - 1
            let (from, to) = (left(row) + box * 0.3, isLast ? middle + 18 : left(row + 1) + box * 0.3 - Self.shift)
            svg.arrow([(from, y(row) + 38), (isLast ? to : from, y(row + 1) - 4)], .blue)
            let back = right(row) + box * 0.7
            svg.arrow([(isLast ? middle + box - 18 : back, y(row + 1) - 2), (back, y(row) + 40)], .orange)
        }
        svg.box(down[up.count].text, middle, y(up.count), box, .blue)
        svg.text("across", (left(0) + box + right(0)) / 2, y(0) + 12, size: 12, colour: .grey)
        svg.arrow([(right(0) + box + 4, y(0) + 18), (right(0) + box + 40, y(0) + 18)], .green)
        svg.box(counted(outputs, "output"), right(0) + box + 44, y(0), result, .green)
        return svg.document(width: width, height: y(up.count) + Self.boxHeight + 22, title: title)
    }
}

extension SVG {
    fileprivate mutating func box(_ label: String, _ x: Double, _ y: Double, _ width: Double, _ colour: Colour) {
        rect(
            x, y, width, 36,
            "rx=\"5\" fill=\"\(colour.mixed(with: .white, 0.82).hex)\" stroke=\"\(colour.hex)\" stroke-width=\"1.6\"")
        text(label, x + width / 2, y + 23, size: 13)
    }
}
