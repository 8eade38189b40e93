// Writing a table, so that reading it gives the same table again. Two things cannot be written: a text without a single
// letter is read as missing, and a column of texts that all look like numbers is read as numbers, unless the reader is
// told.

import Common
import Foundation

extension DataFrame {
    /// Writes the table to a file, whole or not at all. (pandas' `to_csv`, without its numbers of rows.)
    /// - Throws: ``TableProblem``.
    public func write(csv file: URL, _ options: CSVOptions = CSVOptions()) throws {
        try writeWhole(to: file, failing: { TableProblem(file.path, $0.problem) }) { new in
            try forEachPiece(options) { piece in try piece.withUnsafeBytes { try new.write($0) } }
        }
    }

    /// The table as text, as it is written to a file.
    public func csvText(_ options: CSVOptions = CSVOptions()) -> String {
        var (bytes, options): ([UInt8], CSVOptions) = ([], options)
        options.isLatin1 = false
        forEachPiece(options) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func forEachPiece<E: Error>(
        _ options: CSVOptions, _ body: ([UInt8]) throws(E) -> Void
    ) throws(E) {
        var piece = options.hasHeader ? line(names.map { Self.field($0, options) }, options) : []
        for row in 0..<rowCount {
            piece += line(columns.map { Self.field($0, row, options) }, options)
            if piece.count > 1 << 20 {
                try body(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        try body(piece)
    }

    /// A row. One that is a single empty field would look like an empty line, so it is written as two quotation marks.
    private func line(_ fields: [String], _ options: CSVOptions) -> [UInt8] {
        let line = fields == [""] ? "\"\"" : fields.joined(separator: String(options.separator))
        return options.isLatin1
            ? (line + "\n").unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F } : Array((line + "\n").utf8)
    }

    private static func field(_ column: Column, _ row: Int, _ options: CSVOptions) -> String {
        switch column.cell(row) {
        case .missing: ""
        case .bool(let value): value ? "True" : "False"
        case .text(let text): field(text, options)
        default: column.plainText(row)
        }
    }

    /// In quotation marks if it could be read as something else.
    private static func field(_ text: String, _ options: CSVOptions) -> String {
        let special: Set<Unicode.Scalar> = ["\"", "\n", "\r", "\u{FEFF}", options.separator.unicodeScalars.first!]
        // A text in Latin-1 may begin like a file in another encoding.
        let isOdd = options.isLatin1 && (text.unicodeScalars.first?.value ?? 0) > 127
        guard isOdd || text.unicodeScalars.contains(where: special.contains) || options.missing.contains(text) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
