// A run ends with what was measured beside what the book reports, and says which data it was measured on.

import Common
import Figures
import Kernels

extension Run {
    /// The closing table under its headline.
    var closingText: String {
        if records.isEmpty { return headline }
        let table = resultsTable(records)
        let parts =
            [console.wrapped(headline), table.text(width: console.style.width)]
            + (resultsNote(records).map { [console.wrapped($0)] } ?? [])
        return parts.joined(separator: "\n\n")
    }

    /// Says whose numbers these are, so that numbers from generated data, or from a run that is too small, are not
    /// compared with the book's.
    var headline: String {
        if records.isEmpty {
            return bookData.isEmpty ? "No numbers were recorded." : "Run on \(dataName); no numbers were recorded."
        }
        let isOther = records.contains { $0.book != nil && !$0.isOnBookData }
        let book = isOther ? "; the book's numbers are for \(bookData)." : "."
        let quick = size == .quick ? " At the quick size they say little: nothing is trained to the end." : ""
        let place = bookData.isEmpty ? "Measured" : "Measured on \(dataName)"
        return place + book + quick
    }

    /// What the run took, and where its figures are.
    var footer: String {
        let count = outputs.count { $0.figureFile != nil }
        let figures = count == 0 ? "" : " · \(count) figure\(count == 1 ? "" : "s") in \(self.figures.displayPath)"
        return "run time \(readable(elapsed)) · peak memory \(readable(bytes: Memory.peak))" + figures
    }
}

/// All records with the columns that any of them fills.
func resultsTable(_ records: [Record]) -> TableData {
    let columns: [(title: String, cell: (Record) -> String?)] = [
        ("name", \.name), ("measured", \.shownMeasured), ("std", \.shownDeviation),
        ("seeds", { $0.deviation == nil ? nil : "\($0.values.count)" }), ("book", \.shownBook),
        ("difference", \.shownDifference), ("what differs from the book's run", \.differs),
    ]
    let filled = columns.filter { column in records.contains { column.cell($0) != nil } }
    return TableData(
        titles: filled.map(\.title), rows: records.map { record in filled.map { $0.cell(record) ?? "" } })
}

/// What the columns mean, where that is not obvious.
func resultsNote(_ records: [Record]) -> String? {
    records.contains { $0.deviation != nil }
        ? "measured: the mean over the seeds; std: their sample standard deviation (over n - 1)." : nil
}

extension TableData {
    /// The table in text, its last column broken into lines so that all of it fits a terminal of this width.
    func text(width: Int) -> String {
        let others = columns.indices.dropLast().map { column in
            ([columns[column].title] + rows.map { $0[column] }).map(\.count).max()! + 2
        }
        let room = max(24, columns.last?.title.count ?? 0, width - others.reduce(0, +))
        let lines = rows.flatMap { row in
            wrapped(row[row.count - 1], to: room).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .map { index, part in
                    (index == 0 ? row.dropLast() : row.dropLast().map { _ in "" }) + [String(part)]
                }
        }
        return String(describing: TextTable(columns.map(\.title), rows: lines))
    }
}
