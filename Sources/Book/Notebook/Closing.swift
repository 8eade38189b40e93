// A run ends with what was measured beside what the book reports, and says which data it was measured on.

import Figures
import Kernels

extension Run {
    /// The closing table under its headline.
    func closingTable(bookData: String) -> String {
        let records = self.records
        let headline = closingHeadline(data: dataName, bookData: bookData, records: records)
        if records.isEmpty { return headline }
        let rows = records.map { record in
            [
                record.name, record.shownMeasured,
                record.book.map(record.shownBook) ?? "", record.shownDifference ?? "",
            ]
        }
        let table = TextTable(["name", "measured", "book", "difference"], rows: rows)
        return headline + "\n\n" + String(describing: table)
    }

    /// What the run took, and where its figures are.
    var footer: String {
        let count = outputs.count { $0.figureFile != nil }
        let figures = count == 0 ? "" : " · \(count) figure\(count == 1 ? "" : "s") in \(self.figures.displayPath)"
        return "run time \(readable(elapsed)) · peak memory \(readable(bytes: Memory.peak))" + figures
    }
}

/// Says whose numbers stand below: nobody shall take numbers from generated data for the book's data's.
func closingHeadline(data: String, bookData: String, records: [Record]) -> String {
    if records.isEmpty { return "Run on \(data); no numbers were recorded." }
    let isOther = !bookData.isEmpty && bookData != data && records.contains { $0.book != nil }
    return "Measured on \(data)" + (isOther ? "; the book's numbers are for \(bookData)." : ".")
}
