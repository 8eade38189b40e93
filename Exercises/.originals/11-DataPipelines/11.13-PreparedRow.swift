// Exercise 11.13 · A row of a table
// Section 11.6, further research 1: Chapters/11-DataPipelines/06-TransformedTuples.swift

import Practice

/// A row of a table such as the Adult data set, as numbers for a net. (The book's further research 1: pipelines for a
/// table.) What the steps have to know, they learn from the training rows alone, column by column. A column whose
/// fields are all numbers in the training rows is normalized: without the mean, divided by the standard deviation
/// (the root of the mean of the squares; 1 where that is 0). Any other column is a category: its sorted values are
/// numbered from 1, and 0 is for a value that the training rows do not have.
///
/// training rows [["39", "Private"], ["41", "State"]], row ["42", "Private"] → [2, 1]
///
/// All rows have the same number of fields, and there is at least one training row. A field of a column of numbers is
/// always a number.
public func preparedRow(_ train: [[String]], _ row: [String]) throws -> [Double] {
    throw Unanswered("11.13")
}
