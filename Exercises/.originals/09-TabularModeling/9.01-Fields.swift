// Exercise 9.1 · The fields of a line
// Section 9.3: Chapters/09-TabularModeling/03d-TypesFromParts.swift

import Practice

/// The fields of one line of comma-separated values, in their order. A field that begins with a quotation mark ends
/// with the next single one; what is between may contain commas, and a quotation mark that is written twice stands for
/// one. A line with n commas outside of quotation marks has n + 1 fields, and any of them may be empty. The line has no
/// line end, and no field goes wrong: quotation marks are only where they may be.
///
/// `23,"Wheel Loader, large",,"12' 4"""` → ["23", "Wheel Loader, large", "", "12' 4\""]
public func fields(of line: String) throws -> [String] {
    throw Unanswered("9.1")
}
