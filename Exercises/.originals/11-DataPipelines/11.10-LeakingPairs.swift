// Exercise 11.10 · Pairs that give something away
// Section 11.7: Chapters/11-DataPipelines/07c-Leaks.swift

import Practice

/// How many of the training pairs hold an item of the validation set, on either side. A pair is a list of two
/// places among all items.
///
/// pairs [[0, 1], [2, 0], [3, 3]], valid [2, 3] → 2
public func leakingPairs(_ pairs: [[Int]], _ valid: [Int]) throws -> Int {
    throw Unanswered("11.10")
}
