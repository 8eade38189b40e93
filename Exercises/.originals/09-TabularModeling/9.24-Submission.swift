// Exercise 9.24 · What is sent in
// Section 9.9, further research 1: Chapters/09-TabularModeling/09b-Submission.swift

import Foundation
import Practice

/// The text of a file for a competition, from a table of the test and what models say of it. (The book's first item of
/// further research: pick a competition with tables, which may be over, and compare your error with those on its
/// private leaderboard.)
///
/// `ids` are the sales of the test, in its order. Each of the models has said a logarithm of the price for each of
/// them; what is sent in for a sale is e to the mean of these logarithms, in whole dollars (halves up). It must be
/// between the smallest and the largest price that was ever seen (`prices`): a price outside of these becomes the
/// nearer of the two.
///
/// The first line is `SalesID,SalePrice`. Then a line for each sale, in ascending order of their numbers, and a line
/// end after every line. There is at least one model.
///
/// ids [7, 3], models [[log 200, log 90]], prices 100...1000 → "SalesID,SalePrice\n3,100\n7,200\n"
public func submissionFile(_ ids: [Int], _ models: [[Double]], prices: ClosedRange<Double>) throws -> String {
    throw Unanswered("9.24")
}
