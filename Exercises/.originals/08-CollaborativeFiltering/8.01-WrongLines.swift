// Exercise 8.1 · Which lines are wrong?
// Section 8.1: Chapters/08-CollaborativeFiltering/01b-LinesOfNumbers.swift

import Practice

/// The numbers of the lines, counted from 1, that are wrong in a text in the form of `u.data`, in their order. A line
/// that is right has four whole numbers with a tab between two of them, and the third of them, the rating, is from 1
/// to 5. Numbers are not negative and are written with the digits 0 to 9 alone.
///
/// Lines end in "\n", or in "\r\n" as on Windows, and neither belongs to the line; the last line may have no end at
/// all. The text may begin with a byte-order mark, "\u{FEFF}", which does not belong to the first line. Empty lines
/// are not wrong, but they count.
///
/// "196\t242\t3\t881250949\n\n186\t302\t6\t891717742\n22\t377\t1\n" → [3, 4]: six stars, and a missing column.
public func wrongLines(_ text: String) throws -> [Int] {
    throw Unanswered("8.1")
}
