// # What else tables can do
//
// Section 6.1 · After this page you can sort, group, count and join the rows of a table.

import Figures
import Notebook
import Tabular

// The book's first item of further research: look for a tutorial about DataFrames, and try what seems interesting. For
// labels of photos, these are the useful ones. `oneLabelEach` makes another table of the one of this run, with a row
// for each label of a photo in place of each photo. (pandas calls that `explode`.)

extension OtherVisionProblems {
    /// A row for each label of each photo.
    func oneLabelEach() throws -> DataFrame {
        let rows = try scenes.rows.flatMap { row in labelsOf(row).map { (row.fname, $0, row.isValid) } }
        return DataFrame([
            "fname": Column(rows.map { $0.0 }), "label": Column(rows.map { $0.1 }),
            "is_valid": Column(rows.map { $0.2 }),
        ])
    }

    func groupsAndCounts() throws {
        let long = try oneLabelEach()
        show(long.head(3), "a row for each label: \(long.rowCount) rows of \(try scenes.frame.rowCount) photos")

        // Rows with the same label are a *group*. How large is each, sorted by size?
        let sizes = long.grouped(by: "label").sizes
        show(
            sizes.sorted(by: sizes.names[1], descending: true).head(),
            "groupby('label').size(), sorted: the largest five",
            predict: .count(
                "The table has a row for each label of each photo. How many groups are there, if it is grouped by label?",
                sizes.rowCount))

        // Two columns at once make a table with a row for each value of the first and a column for each value of the
        // second. Are labels spread evenly over the photos to learn from and those for validation?
        let cross = long.crosstab(rows: "label", columns: "is_valid")
        show(cross.head(), "pd.crosstab: labels, by is_valid")
    }

    func joinedTables() throws {
        // And two tables become one by a column that both have. Say, somebody has noted for some labels whether it is
        // alive:
        let notes = DataFrame(["label": ["person", "dog", "chair"], "alive": [true, true, false]])
        let joined = try oneLabelEach().joined(with: notes, on: ["label"])
        show(joined.head(3), "merge(on='label'): rows of which both tables know the label")
        let alive = joined[joined["alive"] == true]
        show("\(alive.rowCount) of \(joined.rowCount)", "joined rows with something alive")
        show(try oneLabelEach().describe(), "describe(): each column in a few numbers")
    }
}
