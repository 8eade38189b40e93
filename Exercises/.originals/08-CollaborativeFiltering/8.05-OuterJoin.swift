// Exercise 8.5 · A join that loses nothing
// Section 8.3, question 8.8: Chapters/08-CollaborativeFiltering/03-Titles.swift

import Practice

/// Which rows of two tables belong together, if no row of either is to be lost. A table is given by the keys of its
/// rows. Rows with the same key make a pair, and if a key is in several rows of both tables, each makes a pair with
/// each. A row whose key the other table does not have makes a pair with nil. (An *outer* join; the page's, which
/// leaves out such rows, is an *inner* one.)
///
/// The pairs are in the order of the rows of the left table, and for the same left row in the order of the right one.
/// At the end come the rows of the right table that nobody wanted, in their order.
///
/// left [242, 302, 242], right [51, 242] → [[0, 1], [1, nil], [2, 1], [nil, 0]], in numbers of rows from 0
///
/// The tables may have a hundred thousand rows each, so that there is no time to compare all with all.
public func outerJoin(left: [Int], right: [Int]) throws -> [[Int?]] {
    throw Unanswered("8.5")
}
