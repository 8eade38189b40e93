// Exercise 5.1 · A table and its files
// Section 5.1: Chapters/05-ImageClassification/01-AFolderNobodyExplained.swift

import Foundation
import Practice

/// Joins the rows of a table with the files of a folder, and finds what has no partner.
///
/// The table is the text of a CSV file: a line with titles, and then a line for each file, with its name, a comma, and
/// its label. Lines may end in `\n` or in `\r\n`; empty ones are passed over; spaces around names and labels are taken
/// off. There are no quotation marks.
///
/// The result has the label of each file that has one, the names in the table for which there is no file (in the
/// table's order), and the files that the table does not name (in their order). It is nil if a line has not exactly one
/// comma, if a name or a label is empty, or if a name comes twice in the table.
public func joined(
    table: String, files: [String]
) throws -> (labels: [String: String], missing: [String], strays: [String])? {
    throw Unanswered("5.1")
}
