// Exercise 9.3 · Levels with numbers
// Section 9.3, question 9.8: Chapters/09-TabularModeling/03e-OrderedLevels.swift

import Practice

/// The number of each value's level. 0 is for what is missing (nil). The levels have the numbers from 1 on: in the
/// order that is given, or, where there is none, in ascending order of the texts. A text that is not in the order that
/// is given is like missing: 0. Levels of that order which do not occur keep their numbers.
///
/// ["Small", nil, "Large"], order nil → [2, 0, 1]
/// ["Small", nil, "Large"], order ["Small", "Medium", "Large"] → [1, 0, 3]
public func levelNumbers(_ values: [String?], order: [String]?) throws -> [Int] {
    throw Unanswered("9.3")
}
