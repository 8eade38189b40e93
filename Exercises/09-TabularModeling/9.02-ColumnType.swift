// Exercise 9.2 · What is this column?
// Section 9.3: Chapters/09-TabularModeling/03d-TypesFromParts.swift

import Practice

/// The type of a column, by all of its fields: "int" if each is a whole number, "double" if each is a number, "text"
/// otherwise. An empty field is missing and says nothing. A column in which everything is missing is "double".
///
/// A number is what `Int` or `Double` of Swift's standard library reads, except for what has letters: "nan",
/// "0x10" and "1e5" are texts here.
///
/// ["1", "", "2.5"] → "double", ["1", "2", "x"] → "text"
public func columnType(_ fields: [String]) throws -> String {
    throw Unanswered("9.2")
}
