// Exercise 10.7 · The pair to join
// Section 10.1: Chapters/10-FilmReviews/01g-Subwords.swift

import Practice

/// There is another way to find parts of words: begin with single signs, and join the two neighbours that are next to
/// each other most often; and again, until there are enough parts (*byte pair encoding*, P. Gage, 1994; for
/// translation, R. Sennrich, B. Haddow and A. Birch, 2016). Find this pair. Each word is a list of parts, and has a
/// count of how often it occurs.
///
/// [["l", "o", "w"], ["l", "o"], ["w", "o"]], counts [2, 1, 4] → ["w", "o"], which occurs 4 times
///
/// Of pairs that are equally frequent, the one whose first part comes first in the alphabet, then the one whose second
/// part does (as Swift compares). Three equal parts in a row are two pairs. nil if there is no pair.
public func pairToJoin(_ words: [[String]], counts: [Int]) throws -> [String]? {
    throw Unanswered("10.7")
}
