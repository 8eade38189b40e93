import Common
import Foundation
import Tensors

/// A table of numbers on their colours, some of which may be missing: people and films, with ratings where there are
/// any.
///
/// ```swift
/// HeatTable("Who rated what", rows: ["Ann", "Bob"], columns: ["Kolya", "Fargo"], [[5, nil], [nil, 2]], range: 1...5)
/// ```
/// Missing ones stay white and empty. Further numbers may stand before each row and above each column, as in a
/// spreadsheet whose cells are worked out from them; then one cell can be marked, with the numbers that it comes from.
public struct HeatTable: Figure {
    public var title: String
    public let rows: [String], columns: [String]
    /// [rows][columns]
    public let values: [[Double?]]
    /// The numbers that have the first and the last colour.
    public let range: ClosedRange<Double>
    public var decimals: Int
    public var colours: ColourMap
    /// Numbers before each row, [rows][any]; none if empty.
    public var rowNumbers: [[Double]]
    /// Numbers above each column, [columns][any], the first of them on top; none if empty.
    public var columnNumbers: [[Double]]
    /// The cell that is marked.
    public var marked: (row: Int, column: Int)?

    /// - Precondition: every row has a value, or nil, for every column, and further numbers are as many for each.
    public init<Number: ChartNumber>(
        _ title: String, rows: [String], columns: [String], _ values: [[Number?]], range: ClosedRange<Double>,
        decimals: Int = 0, colours: ColourMap = .shares, rowNumbers: [[Double]] = [], columnNumbers: [[Double]] = [],
        marked: (row: Int, column: Int)? = nil
    ) {
        require(
            values.count == rows.count && values.allSatisfy { $0.count == columns.count },
            "a HeatTable of \(counted(rows.count, "row")) and \(counted(columns.count, "column"))",
            "values: \(values.map(\.count))", try: "a value or nil for each cell")
        for (numbers, count) in [(rowNumbers, rows.count), (columnNumbers, columns.count)] where !numbers.isEmpty {
            require(
                numbers.count == count && Set(numbers.map(\.count)).count == 1,
                "a HeatTable \(rows.count) × \(columns.count)",
                "further numbers: \(numbers.map(\.count))", try: "as many for each row, and for each column")
        }
        (self.title, self.rows, self.columns, self.range) = (title, rows, columns, range)
        self.values = values.map { $0.map { $0?.chartValue } }
        (self.decimals, self.colours, self.marked) = (decimals, colours, marked)
        (self.rowNumbers, self.columnNumbers) = (rowNumbers, columnNumbers)
    }

    fileprivate func colour(_ value: Double) -> Colour {
        let span = range.upperBound - range.lowerBound
        return colours(span > 0 ? (value - range.lowerBound) / span : 0)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// Columns have numbers, whose meaning stands below; a missing value is a dot.
    public func terminal(_ style: TerminalStyle) -> String {
        let texts = values.map { $0.map { $0.map { fixed($0, decimals) } ?? "·" } }
        let above = columnNumbers.map { $0.map { fixed($0, 2) } }
        let numbers = columns.indices.map { "\($0 + 1)" }
        let width = 1 + (([numbers] + texts + above).joined().map(\.displayWidth).max() ?? 1)
        let names = namesWithNumbers
        let first = names.map(\.displayWidth).max() ?? 0
        func line(_ name: String, _ cells: [String]) -> String {
            (name.padded(to: first) + " " + cells.joined()).withoutTrailingSpaces
        }
        let factors = (0..<(above.first?.count ?? 0)).map { place in
            line("", above.map { $0[place].padded(to: width, .right) })
        }
        let body = values.indices.map { row in
            let cells = zip(values[row], texts[row]).map { value, text in
                painted(text.padded(to: width, .right), value, style)
            }
            return line(names[row], cells)
        }
        let key = columns.enumerated().map { "\($0 + 1) \($1)" }
        let titles = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let head = [line("", numbers.map { $0.padded(to: width, .right) })]
        return (titles + head + factors + body + key).joined(separator: "\n")
    }

    /// The names of rows, with the numbers that stand before the rows.
    private var namesWithNumbers: [String] {
        let widest = rows.map(\.displayWidth).max() ?? 0
        return zip(rows, rowNumbers.isEmpty ? rows.map { _ in [] } : rowNumbers).map { name, numbers in
            name.padded(to: widest) + numbers.map { fixed($0, 2).padded(to: 7, .right) }.joined()
        }
    }

    private func painted(_ text: String, _ value: Double?, _ style: TerminalStyle) -> String {
        guard let value, !style.isPlain else { return text }
        return style.paint(text, colour(value).readableInk, on: colour(value))
    }

    public var svg: String {
        let layout = Layout(self)
        var svg = SVG()
        if !title.isEmpty { svg.text(title, layout.width / 2, 26, size: Frame.titleSize, bold: true) }
        for column in columns.indices { svg.column(column, of: self, layout) }
        for row in rows.indices { svg.row(row, of: self, layout) }
        if let marked {
            svg.rect(
                layout.left + Double(marked.column) * layout.cell, layout.top + Double(marked.row) * layout.height,
                layout.cell, layout.height, "fill=\"none\" stroke=\"\(Colour.vermilion.hex)\" stroke-width=\"3\"")
        }
        return svg.document(width: layout.width, height: layout.bottom + 16, title: title.isEmpty ? "A table" : title)
    }
}

/// Where things are, in CSS pixels.
private struct Layout {
    let cell: Double, height = 26.0
    /// Where the names of rows end, where cells begin, where the names of columns end, where cells begin below them.
    let names: Double, left: Double, words: Double, top: Double
    let width: Double, bottom: Double

    init(_ table: HeatTable) {
        let hasNumbers = !(table.rowNumbers.isEmpty && table.columnNumbers.isEmpty)
        cell = hasNumbers || table.decimals > 1 ? 42 : 30
        names = 14 + (table.rows.map { SVG.textWidth($0, size: 11) }.max() ?? 0)
        left = names + 8 + cell * Double(table.rowNumbers.first?.count ?? 0) + (table.rowNumbers.isEmpty ? 0 : 8)
        let longest = table.columns.map { SVG.textWidth($0, size: 11) }.max() ?? 0
        words = (table.title.isEmpty ? 10 : 38) + longest * 0.79 + 14
        top = words + height * Double(table.columnNumbers.first?.count ?? 0) + (table.columnNumbers.isEmpty ? 0 : 8)
        let right = left + cell * Double(table.columns.count)
        width = max(right + longest * 0.62 - cell / 2 + 12, SVG.textWidth(table.title, size: 16) + 30)
        bottom = top + height * Double(table.rows.count)
    }
}

extension SVG {
    /// A column's name and the numbers above it.
    fileprivate mutating func column(_ column: Int, of table: HeatTable, _ layout: Layout) {
        let x = layout.left + Double(column) * layout.cell
        text(table.columns[column], x + 0.45 * layout.cell, layout.words - 6, size: 11, anchor: "start", turned: -52)
        for (place, value) in (table.columnNumbers.isEmpty ? [] : table.columnNumbers[column]).enumerated() {
            number(
                value, x: x, y: layout.words + Double(place) * layout.height, layout, table.marked?.column == column)
        }
    }

    /// A row's name, the numbers before it, and its cells.
    fileprivate mutating func row(_ row: Int, of table: HeatTable, _ layout: Layout) {
        let y = layout.top + Double(row) * layout.height
        text(table.rows[row], layout.names, y + layout.height / 2 + 4, size: 11, anchor: "end")
        for (place, value) in (table.rowNumbers.isEmpty ? [] : table.rowNumbers[row]).enumerated() {
            number(
                value, x: layout.names + 8 + Double(place) * layout.cell, y: y, layout, table.marked?.row == row)
        }
        for (column, value) in table.values[row].enumerated() {
            cell(value, table, x: layout.left + Double(column) * layout.cell, y: y, layout)
        }
    }

    fileprivate mutating func cell(_ value: Double?, _ table: HeatTable, x: Double, y: Double, _ layout: Layout) {
        guard let value else {
            return rect(x, y, layout.cell, layout.height, "fill=\"#ffffff\" stroke=\"#d8d8d8\" stroke-width=\"1\"")
        }
        let colour = table.colour(value)
        rect(x, y, layout.cell, layout.height, "fill=\"\(colour.hex)\" stroke=\"#ffffff\" stroke-width=\"1\"")
        text(
            typeset(fixed(value, table.decimals)), x + layout.cell / 2, y + layout.height / 2 + 4, size: 11,
            colour: colour.readableInk)
    }

    /// One of the numbers that cells are worked out from.
    fileprivate mutating func number(_ number: Double, x: Double, y: Double, _ layout: Layout, _ isMarked: Bool) {
        let stroke = isMarked ? "stroke=\"\(Colour.vermilion.hex)\" stroke-width=\"1.5\"" : "stroke=\"#d8d8d8\""
        rect(x + 1, y + 1, layout.cell - 2, layout.height - 2, "fill=\"#f4f4f4\" \(stroke)")
        text(typeset(fixed(number, 2)), x + layout.cell / 2, y + layout.height / 2 + 4, size: 11)
    }
}
