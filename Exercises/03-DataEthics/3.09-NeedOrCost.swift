// Exercise 3.9 · By need, or by cost?
// Section 3.3, question 3.12, further research 1: Chapters/03-DataEthics/03m-WhoSeesADoctor.swift

import Practice

/// Further research (the health-care algorithm): how many of group B are chosen for special care if those with the
/// highest score are chosen: first by cost, then by need. Each person has a group, what was spent on them, and how many
/// illnesses they have. Of people with the same score, the one who comes first in the list comes first.
///
/// `count` is at least 0 and may be more than there are people.
///
/// In B [false, true, false], costs [900, 400, 700], illnesses [2, 4, 1], 1 → [0, 1]: none by cost, one by need
public func chosenOfB(isB: [Bool], costs: [Double], illnesses: [Int], count: Int) throws -> [Int] {
    throw Unanswered("3.9")
}
