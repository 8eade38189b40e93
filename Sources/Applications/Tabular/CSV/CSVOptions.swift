// # Reading a table
//
//     SalesID,state,Tire_Size,saledate
//     1139246,Alabama,"23.5""",11/16/2006 0:00
//
// A file of comma-separated values is rows of fields. RFC 4180 is the nearest that there is to a standard: a field in
// quotation marks may contain commas, line ends, and quotation marks, each written twice. Nothing says which columns
// are numbers.
//
// Some readers decide that from the first rows, or block by block, and a column whose first text comes late is then
// half numbers, half texts. Here the whole file decides: it is read once to find out what is in every column, and once
// again for the values (`CSVReader.swift`). Before that it is cut into parts of whole rows (`CSVBlocks.swift`), which
// all cores read at the same time. Only the columns, and the parts that are being read, are ever in memory.

import Foundation

/// How a table is written in a file.
public struct CSVOptions: Sendable {
    /// Between two fields of a row. (pandas' `sep`.)
    public var separator: Character = ","
    /// Whether the first row holds the names of the columns. If not, they are "0", "1", …
    public var hasHeader = true
    /// The columns that hold dates. (pandas' `parse_dates`.) Other columns never become dates by themselves.
    public var dates: [String] = []
    /// The types of some columns, where the fields say it wrongly: a postal code is no number. (pandas' `dtype`.)
    public var kinds: [String: Column.Kind] = [:]
    /// What stands for a value that is missing, besides an empty field. In quotation marks it is a text like any
    /// other. (pandas' `na_values`, and the same list.)
    public var missing: Set<String> = [
        "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
        "NULL", "NaN", "None", "n/a", "nan", "null",
    ]
    /// The text is in Latin-1, as older files are; otherwise it is in UTF-8. (pandas' `encoding`.) The message about a file
    /// that is not in UTF-8 advises to convert it: people who run a chapter on a file of theirs cannot set this.
    public var isLatin1 = false

    public init() {}

    /// The same with other values: `CSVOptions { $0.dates = ["saledate"] }`.
    public init(_ change: (inout CSVOptions) -> Void) {
        self.init()
        change(&self)
    }
}

extension DataFrame {
    /// Reads a table. (pandas' `read_csv`, with `low_memory=False`.)
    ///
    /// Numbers may have spaces around them. `True`, `true` and `TRUE` are truth values. Empty lines mean nothing.
    /// - Throws: ``TableProblem`` with line and column: for a row with more or fewer fields than there are names, a
    ///   quotation mark that is never closed, two columns of the same name, a file without rows, a date that is none.
    public init(csv file: URL, _ options: CSVOptions = CSVOptions()) throws {
        self = try CSVReader(CSVSource(file), options).read()
    }

    /// Reads a table from a text.
    /// - Throws: ``TableProblem``.
    public init(csvText text: String, _ options: CSVOptions = CSVOptions()) throws {
        self = try CSVReader(CSVSource(Array(text.utf8), name: "the text"), options).read()
    }
}
