// Exercise 15.2 · The numbers of a head
// Section 15.1, question 15.5: Chapters/15-Architectures/01e-CreateHead.swift

import Practice

/// How many numbers a head learns, without making it.
///
/// The head is that of `createHead`, behind a body of `maps` maps. With `concatPool`, pooling makes two numbers of each
/// map, else one. After it comes a group for each width in `hidden` and one for the `outputs`. A group is a batch norm
/// (two numbers for each of its inputs), dropout, and a linear layer without biases. With `bnFinal` there is one more
/// batch norm, of the outputs.
///
/// Example: 10 maps, 2 outputs, hidden [512], both poolings → 12,328.
///
/// nil where a count of maps, outputs or a width is below 1.
public func headNumbers(
    maps: Int, outputs: Int, hidden: [Int], concatPool: Bool, bnFinal: Bool
) throws -> Int? {
    throw Unanswered("15.2")
}
