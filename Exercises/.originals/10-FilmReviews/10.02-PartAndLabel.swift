// Exercise 10.2 · What a path says
// Section 10.1: Chapters/10-FilmReviews/01c-FilesOfTexts.swift

import Practice

/// The part and the label of a review, from the path of its file: the names of the two folders that it is in. (The
/// book's `parent_label`, and what its `GrandparentSplitter` looks at.)
///
/// "imdb/train/pos/12_8.txt" → ["train", "pos"]
///
/// nil if there are not two folders. Slashes at the beginning, or several in a row, make no folders.
public func partAndLabel(_ path: String) throws -> [String]? {
    throw Unanswered("10.2")
}
