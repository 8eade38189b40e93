// Exercise 15.14 · Padding in front
// Section 15.4, question 15.14: Chapters/15-Architectures/04b-MaskedPooling.swift

import Practice
import Tensors

/// The book's library fills texts up at their beginning, so that all of them end at the same place. Write masked concat
/// pooling for that.
///
/// x [n, steps, w] is what an encoder makes of n texts. Text i has `lengths[i]` tokens, at least 1 and at most `steps`;
/// they are the last ones of its row, and what is before them is padding. Of a long text only its last `most` tokens
/// are pooled (at least 1).
///
/// The result is [n, 3w]: the last output of each text, the largest of each number, and the mean, side by side.
/// Padding, and what comes before the last `most` tokens, counts in none of them, whatever it holds; even infinite
/// numbers and NaN in it change nothing.
public func pooledFromTheEnd(_ x: Tensor, lengths: [Int], atMost most: Int) throws -> Tensor {
    throw Unanswered("15.14")
}
