// Exercise 1.15 · Who watches most decides
// Section 1.4, question 1.16, further research 2: Chapters/01-FirstModels/04f-PatrolsAndArrests.swift

import Practice

/// A service for videos over the days: which share of what is shown is of kind A?
///
/// There are two kinds of videos, A and B, and two groups of people. Each of `fans` people likes A and watches
/// `fanHours` hours a day of what is shown of it; each of the `others` watches one hour a day, of whatever is shown.
/// At first half of what is shown is A. On each day, with the share s of A on that day,
///
/// - fans watch `fanHours` · s hours of A each, and nothing of B;
/// - the others watch s hours of A and 1 - s hours of B each.
///
/// At night the service learns: the next day's share of A is the share of A in all hours watched. Where nobody has
/// watched anything, the share stays as it is. Return the shares of the first day and of `days` days after it.
/// `days`, both counts and the hours are at least 0.
///
/// 1 fan with 2 hours, 2 others, 2 days → [0.5, 0.666…, 0.8]: on the first day, the fan watches 1 hour of A, the
/// others 1 of A and 1 of B.
///
/// This is the book's second suggestion for further research. When it is solved, find three more such loops, outside
/// of this book: where do the predictions of a model change the data from which the next model learns? Look for cases
/// that somebody has documented. (The hints name where to begin.)
public func shares(fans: Int, fanHours: Double, others: Int, days: Int) throws -> [Double] {
    throw Unanswered("1.15")
}
