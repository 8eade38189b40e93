// Exercise 8.6 · What is rare becomes unknown
// Section 8.3: Chapters/08-CollaborativeFiltering/03b-Categories.swift

import Practice

/// The number of each name, as a `CategoryMap` gives it, with one difference: a name gets a number of its own only if
/// it occurs at least `least` times. All others share the number 0 of `#na#`. From a film with one rating there is
/// little to learn, and what is learned from all rare films together may say more.
///
/// ["Heat", "Fargo", "Heat", "Alien", "Fargo"], at least 2 → [2, 1, 2, 0, 1]
///
/// The names that are left are sorted and numbered from 1, without gaps. `least` is at least 1.
public func numbersOfNames(_ names: [String], atLeast least: Int) throws -> [Int] {
    throw Unanswered("8.6")
}
