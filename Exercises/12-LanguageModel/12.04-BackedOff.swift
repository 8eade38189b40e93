// Exercise 12.4 · A table that gives way
// Section 12.2: Chapters/12-LanguageModel/02d-Ceilings.swift

import Practice

/// The tables of section 12.2 have nothing to say about a context that they have never seen. A table of fewer words
/// often has. So make tables for 1, 2, … `longest` words of context, and predict by the longest context that is known.
///
/// `samples` are what the tables are made of, all with `longest` words or more. `contexts` are to be predicted, each
/// with `longest` words or more. For each of them: take its last `longest` words; if they have come at the end of a
/// sample, the prediction is the word that has followed them most often. Else the same with one word less, and so on.
/// If not even the last word is known, it is the word that follows most often in all samples. Of words that have
/// followed equally often it is always the one with the lowest number. There is at least one sample, and `longest` is
/// at least 1.
public func predictedByTables(
    _ contexts: [[Int]], samples: [(words: [Int], next: Int)], longest: Int
) throws -> [Int] {
    throw Unanswered("12.4")
}
