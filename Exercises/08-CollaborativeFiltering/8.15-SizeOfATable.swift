// Exercise 8.15 · How large is a tabular model?
// Section 8.7, question 8.29: Chapters/08-CollaborativeFiltering/07b-TabularModel.swift

import Practice

/// How many numbers does a `TabularModel` learn?
///
/// - rows: of the table of each column of categories; its width follows from the rule of section 8.7, 1.6 · n^0.56,
///   rounded, at most 600.
/// - numbers: columns of plain numbers. If there are any, a batch norm goes before them, with two numbers for each.
/// - layers: widths of the layers in the middle. Each is a linear layer without a bias and a batch norm behind it.
/// - outputs: of the last layer, which has a bias.
public func learnedNumbers(rows: [Int], numbers: Int, layers: [Int], outputs: Int) throws -> Int {
    throw Unanswered("8.15")
}
