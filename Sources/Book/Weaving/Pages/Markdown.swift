// Plain texts and tables on their way into Markdown.

import Figures
import Notebook

/// Plain text in Markdown: nothing in it is taken for markup, and DocC makes no curly quotes, dashes or ellipses of
/// what may be code.
func escaped(_ text: String) -> String {
    let marked = text.reduce(into: "") { result, character in
        if "\\`*_[]<>#\"'".contains(character) { result.append("\\") }
        result.append(character)
    }
    return marked.replacing("...", with: #"\.\.\."#).replacing("--", with: #"\-\-"#)
}

extension TableData {
    /// A long table is better skimmed in its text than scrolled through.
    var isShort: Bool { rows.count <= 12 }

    /// The table, its cells as plain text.
    var escapedMarkdown: String {
        let columns = columns.map { Column(title: escaped($0.title), isNumeric: $0.isNumeric) }
        return TableData(columns: columns, rows: rows.map { $0.map(escaped) }).markdown
    }
}

extension Report {
    /// What was measured in the whole chapter, or those of the measurements, beside the book's numbers, under a
    /// headline; nil when nothing was.
    func results(of names: Set<String>? = nil) -> String? {
        guard let results else { return nil }
        let rows = zip(measurements, results.rows).filter { names?.contains($0.0.name) ?? true }.map(\.1)
        if rows.isEmpty { return nil }
        let filled = results.columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let table = TableData(
            columns: filled.map { results.columns[$0] }, rows: rows.map { row in filled.map { row[$0] } })
        let hasSpread = zip(measurements, results.rows).contains { $0.0.deviation != nil && rows.contains($0.1) }
        return ([headline, table.escapedMarkdown] + (hasSpread ? [resultsNote].compactMap(\.self) : []))
            .joined(separator: "\n\n")
    }
}
