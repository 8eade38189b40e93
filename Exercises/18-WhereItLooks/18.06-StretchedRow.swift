// Exercise 18.6 · Bilinear, along one axis
// Section 18.2: Chapters/18-WhereItLooks/02d-Overlays.swift

import Practice

/// A row of numbers stretched (or squeezed) to `count` numbers, as the page stretches a map. Each old number fills a
/// piece of the row, all pieces as long as each other, and its place is the middle of the piece; with the new numbers
/// it is the same. A new number whose place lies between two old ones is mixed from both, the nearer one counting more.
/// One that lies before the first or after the last old place is that number.
///
/// The row has at least one number, and `count` is at least 1. [0, 4] stretched to four numbers is [0, 1, 3, 4].
public func stretched(_ row: [Float], to count: Int) throws -> [Float] {
    throw Unanswered("18.6")
}
