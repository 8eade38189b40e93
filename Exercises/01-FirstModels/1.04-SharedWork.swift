// Exercise 1.4 · Work that can be shared
// Section 1.3, question 1.6, further research 1: Chapters/01-FirstModels/03c-ThousandsOfSimpleTasks.swift

import Practice

/// Some rows of a product of two tables. (The book's first item of further research: why does a GPU help, and what
/// is a processor slow at?)
///
/// A machine with many cores divides a product between them: each computes some rows, and needs nothing that the others
/// compute. `a` has rows of `inner` numbers, one row after the other; `b` has `inner` rows of `columns` numbers. Return
/// the rows `range` of their product, each with `columns` numbers, one row after the other. The rows outside of the
/// range must not be touched, nor computed: there may be a million of them.
///
/// The entry in row r and column c of the product is the sum over k of a[r, k] · b[k, c]. An empty range gives an empty
/// list. If `inner` is 0, all entries are 0.
public func productRows(
    _ range: Range<Int>, _ a: [Double], _ b: [Double], inner: Int, columns: Int
) throws -> [Double] {
    throw Unanswered("1.4")
}
