// Training prints its table while it trains, one row per epoch. The rows to come are unknown, so each column is as wide
// as its title, and at least as wide as a number with six decimals.

import Figures
import Synchronization

/// A table whose rows appear as they come. In the run it is one output, which grows.
///
///     let table = StreamingTable(columns: ["epoch", "train_loss", "valid_loss", "accuracy", "time"])
///     table.row(["0", "0.638", "0.512", "0.942", "00:01"])
public final class StreamingTable: Sendable {
    private let titles: [String]
    private let widths: [Int]
    private let run: Run?
    private let console: Console
    private let turn: Int?

    /// Prints the titles.
    public init(
        columns: [String], _ caption: String = "",
        file: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        titles = columns
        widths = columns.map { max($0.count, 8) }
        run = Run.current
        console = run?.console ?? .standard
        let place = SourcePlace(file: file, line: line, column: column)
        let head = aligned(columns, widths)
        turn = run?.keep(.table, head, caption, table: TableData(titles: columns, rows: []), at: place)
        if !caption.isEmpty { console.say(caption + ":") }
        console.say(console.bold(head))
    }

    /// Prints a row: one cell per column, aligned to the right.
    public func row(_ cells: [String]) {
        let text = aligned(cells, widths)
        if let turn { run?.with { $0.outputs[turn].add(cells, as: text, under: titles) } }
        console.say(text)
    }
}

extension Output {
    fileprivate mutating func add(_ cells: [String], as line: String, under titles: [String]) {
        text += "\n" + line
        table = TableData(titles: titles, rows: (table?.rows ?? []) + [cells])
    }
}

private func aligned(_ cells: [String], _ widths: [Int]) -> String {
    cells.enumerated().map { column, cell in
        let width = column < widths.count ? widths[column] : 8
        return String(repeating: " ", count: max(0, width - cell.count)) + cell
    }.joined(separator: "  ")
}
