// Exercise 15.16 · What goes into the first layer
// Section 15.5, question 15.15: Chapters/15-Architectures/05-TwoInputs.swift

import Practice

/// Do by hand what a tabular model does with its inputs before the first layer, in evaluation. No tensors: loops will
/// do.
///
/// Row r has a number for each column of categories, `categories[r]`, and plain numbers, `numbers[r]`. `tables[c]` is
/// the embedding of column c: a row of numbers for each level. A number of a category that has no row in its table
/// counts as 0, which is what is missing. (The engine would stop there; a net that is in use must expect levels that it
/// has never seen.)
///
/// The plain numbers go through the norm: of each column, the mean that was kept in training is taken away, and the
/// result is divided by the root of `variances` + 1e-5.
///
/// The result has, for each row, the embeddings of its categories in the order of the columns, and the normed numbers
/// after them. There may be no columns of categories, or none of plain numbers.
public func inputsOfTheLayers(
    categories: [[Int]], numbers: [[Double]], tables: [[[Double]]], means: [Double], variances: [Double]
) throws -> [[Double]] {
    throw Unanswered("15.16")
}
