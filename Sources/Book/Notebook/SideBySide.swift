// The tables of the pages about Swift.

import Figures

/// Python and Swift, and what both give.
func sideBySide(_ rows: [(python: String, swift: String, gives: Any)]) -> TextTable {
    var table = TextTable(["Python", "Swift", "gives"])
    for (python, swift, gives) in rows { table.add(python, swift, valueText(gives)) }
    return table
}
