// Exercise 11.12 · The picture of a pair
// Section 11.7, question 11.14: Chapters/11-DataPipelines/07-SiamesePairs.swift

import Practice

/// Two grey pictures next to each other, with a black strip between them. A picture is a list of rows; black is 0.
///
/// left [[1, 2], [3, 4]], right [[5], [6]], strip 2 → [[1, 2, 0, 0, 5], [3, 4, 0, 0, 6]]
///
/// Where one is less high, black rows are added below it, all as wide as it is.
public func besideEachOther(_ left: [[Int]], _ right: [[Int]], _ strip: Int) throws -> [[Int]] {
    throw Unanswered("11.12")
}
