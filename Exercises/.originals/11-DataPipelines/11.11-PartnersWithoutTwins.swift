// Exercise 11.11 · Partners, but not oneself
// Section 11.7: Chapters/11-DataPipelines/07c-Leaks.swift

import Practice

/// The places of all files that may be drawn as a partner of the file at `place`: of the same breed but not the file
/// itself, or of any other breed.
///
/// breeds ["pug", "boxer", "pug"], place 0, same breed → [2]; other breed → [1]
///
/// Where a breed has a single file, nobody is left.
public func partnersWithoutTwins(_ breeds: [String], _ place: Int, _ isSame: Bool) throws -> [Int] {
    throw Unanswered("11.11")
}
