// Exercise 6.1 · Counted labels
// Section 6.1, question 6.4: Chapters/06-OtherVisionProblems/01b-RowsAndColumns.swift

import Practice

/// How many photos to learn from each label has, by the text of a table.
///
/// The first line has the names of the columns, in any order; among them are `labels` and `is_valid`. Every further
/// line is a photo. Fields have commas between them and none inside. The labels of a photo have spaces between them; a
/// photo may have none, and none occurs twice. Only photos whose `is_valid` is `False` count. Empty lines mean nothing.
///
/// Example: the lines `fname,labels,is_valid`, `1.jpg,cat dog,False`, `2.jpg,dog,True`, `3.jpg,,False` → cat 1, dog 1.
///
/// nil if one of the two columns is missing, or a line has another number of fields than the first.
public func labelCounts(_ table: String) throws -> [String: Int]? {
    throw Unanswered("6.1")
}
