// Exercise 11.6 · Classes as numbers
// Section 11.5: Chapters/11-DataPipelines/05-TransformedLists.swift

import Practice

/// The numbers of labels, by the classes of the training labels, which are sorted by `<`; nil for a class that the
/// training labels do not have. (The book's `Categorize`.)
///
/// training labels ["pos", "neg", "pos"], labels ["pos", "meh"] → [1, nil]
public func classNumbers(_ train: [String], _ labels: [String]) throws -> [Int?] {
    throw Unanswered("11.6")
}
