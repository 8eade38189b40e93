import Common
import Foundation

/// What a cell of a ``TextTable`` may hold: strings, numbers, truth values, or nothing (`nil`).
public protocol TableCell: Sendable {
    /// The cell's text; `decimals` is for numbers with a fraction.
    func cellText(decimals: Int) -> String
}

extension String: TableCell { public func cellText(decimals: Int) -> String { self } }
extension Int: TableCell { public func cellText(decimals: Int) -> String { "\(self)" } }
extension Int32: TableCell { public func cellText(decimals: Int) -> String { "\(self)" } }
extension UInt8: TableCell { public func cellText(decimals: Int) -> String { "\(self)" } }
extension Bool: TableCell { public func cellText(decimals: Int) -> String { "\(self)" } }
extension Float: TableCell {
    public func cellText(decimals: Int) -> String { Double(self).cellText(decimals: decimals) }
}
extension Double: TableCell {
    public func cellText(decimals: Int) -> String {
        guard isFinite else { return isNaN ? "nan" : "\(self)" }  // a NaN has a sign, which means nothing
        let vanishes = self != 0 && magnitude < 0.5 * pow(10, Double(-decimals))
        return vanishes || magnitude >= 1e15 ? scientific(decimals) : fixed(self, decimals)
    }
}
extension Optional: TableCell where Wrapped: TableCell {
    public func cellText(decimals: Int) -> String { self?.cellText(decimals: decimals) ?? "" }
}

/// Rows and columns of text, numbers to the right:
///
/// ```swift
/// var table = TextTable(["epoch", "train_loss", "accuracy"])
/// table.add(0, 0.637166, 0.4955)
/// print(table)
/// ```
public struct TextTable: Figure, CustomStringConvertible {
    public var header: [String]
    public var rows: [[any TableCell]]
    /// Digits after the decimal point, for numbers that are not integers by type.
    public var decimals: Int
    /// Draw lines around the table and its header.
    public var isBoxed: Bool

    public init(_ header: [String], rows: [[any TableCell]] = [], decimals: Int = 6, boxed: Bool = false) {
        (self.header, self.rows, self.decimals, self.isBoxed) = (header, rows, decimals, boxed)
    }

    /// One more row. Missing cells stay empty.
    public mutating func add(_ cells: any TableCell...) { rows.append(cells) }

    public var description: String { terminal(.plain) }
    public var fileExtension: String { "txt" }
    public func fileData() throws -> Data { Data((terminal(.plain) + "\n").utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let layout = Layout(self)
        let head = layout.line(header, bar: isBoxed ? "│" : nil) { style.paint($0, nil, bold: true) }
        let body = layout.cells.map { layout.line($0, bar: isBoxed ? "│" : nil) { $0 } }
        let lines =
            isBoxed
            ? [layout.rule("┌", "┬", "┐"), head, layout.rule("├", "┼", "┤")] + body + [layout.rule("└", "┴", "┘")]
            : [head, layout.widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")] + body
        return lines.joined(separator: "\n")
    }

    /// The table as Markdown.
    public var markdown: String { data.markdown }

    /// Titles and cells without any layout.
    public var data: TableData {
        let layout = Layout(self)
        let columns = zip(layout.fill(header), layout.alignments).map {
            TableData.Column(title: $0, isNumeric: $1 == .right)
        }
        return TableData(columns: columns, rows: layout.cells)
    }
}

/// Texts, widths and alignments of a table's columns.
private struct Layout {
    var cells: [[String]], widths: [Int], alignments: [TextAlignment]

    init(_ table: TextTable) {
        let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
        cells = table.rows.map { row in
            (0..<columns).map { $0 < row.count ? row[$0].cellText(decimals: table.decimals) : "" }
        }
        let texts = cells
        alignments = (0..<columns).map { column in isNumeric(texts.map { $0[column] }) ? .right : .left }
        widths = (0..<columns).map { column in
            let head = column < table.header.count ? table.header[column] : ""
            return (texts.map { $0[column] } + [head]).map(\.displayWidth).max() ?? 0
        }
    }

    func fill(_ row: [String]) -> [String] { widths.indices.map { $0 < row.count ? row[$0] : "" } }

    func line(_ row: [String], bar: String?, paint: (String) -> String) -> String {
        let padded = widths.indices.map { paint(fill(row)[$0].padded(to: widths[$0], alignments[$0])) }
        guard let bar else { return padded.joined(separator: "  ").withoutTrailingSpaces }
        return "\(bar) " + padded.joined(separator: " \(bar) ") + " \(bar)"
    }

    func rule(_ left: String, _ middle: String, _ right: String) -> String {
        left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
    }
}
