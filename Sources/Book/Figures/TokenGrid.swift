import Common
import Foundation
import Tensors

/// Rows of numbers along a text: a column for every token, a row for everything that was measured there.
///
/// ```swift
/// TokenGrid("A gate", ["eight", "thousand", "one"], [.init("forget gate", [0.9, 0.02, 0.97])])
/// ```
/// Each number is written on its colour. Rows may have a range of their own, such as a memory among gates.
public struct TokenGrid: Figure {
    /// One row.
    public struct Row: Sendable {
        public let name: String
        public let values: [Double]
        /// The numbers that have the first and the last colour.
        public let range: ClosedRange<Double>
        public let colours: ColourMap

        public init<Number: ChartNumber>(
            _ name: String, _ values: some Sequence<Number>, range: ClosedRange<Double> = 0...1,
            colours: ColourMap = .shares
        ) {
            (self.name, self.values) = (name, values.map(\.chartValue))
            (self.range, self.colours) = (range, colours)
        }

        func colour(_ value: Double) -> Colour {
            let span = range.upperBound - range.lowerBound
            return colours(span > 0 ? (value - range.lowerBound) / span : 0)
        }
    }

    public var title: String
    public let tokens: [String]
    public let rows: [Row]
    public var decimals: Int

    /// - Precondition: every row has a number for every token.
    public init(_ title: String, _ tokens: [String], _ rows: [Row], decimals: Int = 1) {
        for row in rows {
            require(
                row.values.count == tokens.count, "TokenGrid of \(counted(tokens.count, "token"))",
                "the row \"\(row.name)\" has \(counted(row.values.count, "number"))", try: "one for every token")
        }
        (self.title, self.tokens, self.rows, self.decimals) = (title, tokens, rows, decimals)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String {
        let (cell, height) = (38.0, 30.0)
        let margin = 16 + (rows.map { SVG.textWidth($0.name, size: Frame.labelSize) }.max() ?? 0) + 8
        let words = (tokens.map { SVG.textWidth($0, size: Frame.textSize) }.max() ?? 0) * 0.8 + 14
        let top = (title.isEmpty ? 10 : 40) + words
        let width = max(margin + cell * Double(tokens.count) + 52, SVG.textWidth(title, size: 16) + 30)
        var svg = SVG()
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        for (column, token) in tokens.enumerated() {
            svg.text(
                token, margin + (Double(column) + 0.45) * cell, top - 6, size: Frame.textSize, anchor: "start",
                turned: -52)
        }
        for (number, row) in rows.enumerated() {
            let y = top + Double(number) * height
            svg.text(row.name, margin - 8, y + height / 2 + 5, size: Frame.labelSize, anchor: "end")
            for (column, value) in row.values.enumerated() {
                let (x, colour) = (margin + Double(column) * cell, row.colour(value))
                svg.rect(x, y, cell, height, "fill=\"\(colour.hex)\" stroke=\"#ffffff\" stroke-width=\"1\"")
                svg.text(
                    typeset(fixed(value, decimals)), x + cell / 2, y + height / 2 + 4, size: 11,
                    colour: colour.readableInk)
            }
        }
        return svg.document(
            width: width, height: top + Double(rows.count) * height + 16, title: title.isEmpty ? "Tokens" : title)
    }

    /// A line for each token: the rows become columns, which fit a terminal.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let first = tokens.map(\.displayWidth).max() ?? 0
        let widths = rows.map { row in
            max(row.name.displayWidth, row.values.map { fixed($0, decimals).displayWidth }.max() ?? 0)
        }
        let names = zip(rows, widths).map { $0.name.padded(to: $1, .right) }
        let heading = "".padded(to: first) + "  " + names.joined(separator: "  ")
        let lines = tokens.enumerated().map { place, token in
            let cells = zip(rows, widths).map { row, width in
                let (value, text) = (row.values[place], fixed(row.values[place], decimals).padded(to: width, .right))
                return style.isPlain ? text : style.paint(text, row.colour(value).readableInk, on: row.colour(value))
            }
            return token.padded(to: first) + "  " + cells.joined(separator: "  ")
        }
        return (head + [heading.withoutTrailingSpaces] + lines).joined(separator: "\n")
    }
}

extension ColourMap {
    /// From white to a dark blue: for shares of a whole.
    public static let shares = ColourMap(.white, Colour(120, 180, 220), Colour(0, 60, 110))
}
