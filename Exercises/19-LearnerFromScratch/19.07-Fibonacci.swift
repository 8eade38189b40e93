// Exercise 19.7 · Fibonacci, recursively
// Section 19.3, question 19.16: Chapters/19-LearnerFromScratch/03b-Module.swift

import Practice

/// The first `count` Fibonacci numbers, by a function that calls itself: 0, 1, 1, 2, 3, 5 … Each is the sum of the two
/// before it. For a count of 0 the list is empty.
///
/// The first 91 must come at once. A function that calls itself twice for every number would need years for them. (A
/// loop would do it, too, and the check cannot tell the difference. But it is recursion that is to be tried here.)
public func fibonacci(_ count: Int) throws -> [Int] {
    throw Unanswered("19.7")
}
