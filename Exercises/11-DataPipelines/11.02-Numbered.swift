// Exercise 11.2 · Tokens as numbers
// Section 11.2, question 11.7: Chapters/11-DataPipelines/02-Transforms.swift

import Practice

/// The numbers of tokens, by a vocabulary that was made of some texts: number 0 for tokens that do not occur in them,
/// and from 1 on the tokens of the texts in the order in which they first occur.
///
/// texts [["a", "b"], ["b", "c"]], tokens ["c", "a", "x"] → [3, 1, 0]
public func numbered(_ texts: [[String]], _ tokens: [String]) throws -> [Int] {
    throw Unanswered("11.2")
}
