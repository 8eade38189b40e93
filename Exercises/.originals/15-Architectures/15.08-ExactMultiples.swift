// Exercise 15.8 · Exactly twice as large
// Section 15.2, question 15.11: Chapters/15-Architectures/02c-ZerosBetween.swift

import Practice

/// A transposed convolution with a kernel of k and a stride of s is to make exactly s · n pixels of n, whatever n is.
/// Which padding does that take, and which output padding? Its result has (n - 1) · stride - 2 · padding + kernel +
/// outputPadding pixels. Both paddings are 0 or more, and the output padding is less than the stride: more could not be
/// told from a larger picture.
///
/// Return the smallest padding that does it with its output padding; nil where none does. Kernel and stride are 1 or
/// more.
///
/// Example: kernel 3, stride 2 → padding 1, outputPadding 1.
public func exactMultiple(kernel: Int, stride: Int) throws -> (padding: Int, outputPadding: Int)? {
    throw Unanswered("15.8")
}
