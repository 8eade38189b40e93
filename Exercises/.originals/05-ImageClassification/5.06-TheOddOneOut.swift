// Exercise 5.6 · The odd one out
// Section 5.3: Chapters/05-ImageClassification/03b-Summary.swift

import Practice
import Tensors

/// Makes one tensor of several pictures, or says which of them stands in the way.
///
/// Pictures [c, h, w] of one shape become a batch [n, c, h, w], and `odd` is nil. Where shapes differ, there is no
/// batch, and `odd` is the place of the first picture whose shape is not the most frequent one. If several shapes are
/// equally frequent, the one that comes first among the pictures counts as the most frequent. No pictures make no
/// batch, and none of them is odd: both are nil.
public func collated(_ pictures: [Tensor]) throws -> (batch: Tensor?, odd: Int?) {
    throw Unanswered("5.6")
}
