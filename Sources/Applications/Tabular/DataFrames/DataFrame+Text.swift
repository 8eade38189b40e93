// A table as people look at it: not wider than a terminal, and not longer than a page.

import Common
import Figures
import Notebook

extension DataFrame: CustomStringConvertible {
    /// The first and the last rows and columns, and how many there are.
    public var description: String { text() }

    /// The table as text. What does not fit is left out in the middle, and “…” stands for it.
    /// - Parameters:
    ///   - width: in columns of a terminal.
    ///   - rows: at most so many.
    ///   - decimals: after the decimal point of fractions.
    public func text(width: Int = 100, rows: Int = 20, decimals: Int = 4) -> String {
        if columnCount == 0 { return "a table without columns" }
        let isWhole = rowCount <= rows
        let table = table(width: width, rows: rows, decimals: decimals)
        let size = isWhole && table.header.count == columnCount + 1 ? "" : "\n\(rowCount) rows × \(columnCount) columns"
        return "\(table)" + size
    }

    /// The table as a figure, with the numbers of the rows before them.
    public func table(width: Int = 100, rows: Int = 20, decimals: Int = 4) -> TextTable {
        let shown = ends(of: rowCount, atMost: rows)
        let texts = columns.map { column in shown.map { $0.map { Self.text(column.cell($0), decimals) } ?? "…" } }
        let numbers = shown.map { $0.map(String.init) ?? "…" }
        let widths = zip(names, texts).map { name, cells in
            (cells + [Self.short(name)]).map(\.displayWidth).max()! + 2
        }
        let fitting = Self.fitting(widths, in: width - (numbers.map(\.count).max() ?? 0))
        var table = TextTable([""] + fitting.map { $0.map { Self.short(names[$0]) } ?? "…" })
        table.rows = shown.indices.map { row in
            [numbers[row]] + fitting.map { $0.map { texts[$0][row] } ?? "…" }
        }
        return table
    }

    private static func text(_ cell: Cell, _ decimals: Int) -> String {
        let text = cell.cellText(decimals: decimals)
        return short(
            text.contains { $0.isNewline } ? text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ") : text)
    }

    private static func short(_ text: String) -> String { text.truncated(to: 30) }

    /// The numbers from 0 on; of too many of them the first and the last half, and nil between them.
    private func ends(of count: Int, atMost most: Int) -> [Int?] {
        if count <= most { return Array(0..<count) }
        let half = max(1, most / 2)
        return Array(0..<half) + [nil] + Array(max(half, count - half)..<count)
    }

    /// The columns that fit, taken from both ends; nil stands for those between them.
    private static func fitting(_ widths: [Int], in width: Int) -> [Int?] {
        if widths.reduce(0, +) <= width { return Array(widths.indices) }
        var (left, right, used): ([Int], [Int], Int) = ([], [], 3)
        var (low, high) = (0, widths.count - 1)
        while low <= high {
            let isLeft = left.count <= right.count
            let next = isLeft ? low : high
            used += widths[next]
            // Something must be seen, however wide it is.
            if used > width, !left.isEmpty { break }
            if isLeft { left.append(next); low += 1 } else { right.insert(next, at: 0); high -= 1 }
        }
        return low > high ? left + right : left + [nil] + right
    }
}

/// Shows a table: the first and the last rows and columns.
/// - Parameter prediction: under `--predict` the reader answers it before the table appears.
public func show(
    _ frame: DataFrame, _ caption: String = "", predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    show(frame.table(), caption, predict: prediction, file: file, line: line, column: column)
}
