// Exercise 3.1 · Which codes are wrong?
// Section 3.3, question 3.5: Chapters/03-DataEthics/03-FortyTwoBabies.swift

import Practice

/// The codes, sorted, for which a rule does not pay what was meant. `paid` has the hours that it pays for each code; a
/// code that is not in it is one that the rule does not know, which is wrong for every code that was meant to be known,
/// also for one with 0 hours.
///
/// [250: 6, 343: 0], meant [250: 6, 343: 20, 813: 0] → [343, 813]
public func wrongCodes(_ paid: [Int: Int], meant: [Int: Int]) throws -> [Int] {
    throw Unanswered("3.1")
}
