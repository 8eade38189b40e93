// A table as data, for anything that lays it out again: the woven book, a program.

/// Titles and cells of a table, every cell as the text that a reader sees.
public struct TableData: Sendable, Hashable, Codable {
    public struct Column: Sendable, Hashable, Codable {
        public var title: String
        /// All its cells are numbers, so they line up on the right.
        public var isNumeric: Bool

        public init(title: String, isNumeric: Bool) { (self.title, self.isNumeric) = (title, isNumeric) }
    }

    public var columns: [Column]
    /// As many cells in each row as there are columns.
    public var rows: [[String]]

    public init(columns: [Column], rows: [[String]]) { (self.columns, self.rows) = (columns, rows) }

    /// A table of these titles and cells; it finds out which columns are numeric. Missing cells are empty.
    public init(titles: [String], rows: [[String]]) {
        let width = max(titles.count, rows.map(\.count).max() ?? 0)
        func filled(_ cells: [String]) -> [String] { (0..<width).map { $0 < cells.count ? cells[$0] : "" } }
        let rows = rows.map(filled)
        self.rows = rows
        columns = filled(titles).enumerated().map { index, title in
            Column(title: title, isNumeric: isNumeric(rows.map { $0[index] }))
        }
    }

    /// The table in GitHub's Markdown. Only `|` is escaped.
    public var markdown: String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        let rule = columns.map { $0.isNumeric ? "--:" : ":--" }
        return ([line(columns.map(\.title)), line(rule)] + rows.map(line)).joined(separator: "\n")
    }
}

/// Whether the cells of a column are numbers; empty cells don't count.
func isNumeric(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(looksLikeNumber)
}

/// 12, -0.5, 1e-5, 97.5 %, 00:03, 12,396, 0.98 ± 0.01, nan: the texts that line up on the right.
private func looksLikeNumber(_ text: String) -> Bool {
    if ["nan", "inf", "-inf", "–", "-"].contains(text) { return true }
    let allowed = Set("0123456789+-.,:e%×⁻± ")
    return text.contains { $0.isASCII && $0.isNumber } && text.allSatisfy { allowed.contains($0) }
}
