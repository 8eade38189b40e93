// Exercise 3.7 · Not all at once
// Section 3.3, question 3.10: Chapters/03-DataEthics/03j-ErrorsByGroup.swift

import Practice

/// The false positive rate that a group must have, from the share p of its people for whom yes is true, the precision,
/// and the false negative rate. The page has the formula; derive it again from counts: of n people, p·n are true, of
/// whom (1 − miss)·p·n get a yes; these are the share `precision` of all who get a yes.
///
/// nil if p is not between 0 and 1 (both excluded), if precision is not above 0 and at most 1, or if miss is not in
/// 0...1; and nil if more people than there are would get a wrong yes: a result above 1 cannot be.
///
/// p 0.5, precision 0.8, miss 0.2 → 0.2
public func falsePositives(_ p: Double, precision: Double, miss: Double) throws -> Double? {
    throw Unanswered("3.7")
}
