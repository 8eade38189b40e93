// Exercise 20.6 · Settings of three
// Section 20.2, question 20.4: Chapters/20-WhatNext/02c-TwoEditors.swift

import Practice

/// Two versions of the same settings, brought together. For each key: if only one of both has changed, added or taken
/// away its value since the base, that counts; if both have done the same, that; if both have done something different,
/// it is a conflict, and the key keeps the value of the base (or stays away if it had none).
///
/// All settings, and the keys with conflicts in alphabetical order, as `["settings": …, "conflicts": …]`; for
/// "conflicts" the values are "mine|theirs", with an empty text for a value that is not there.
///
/// base ["title": "a"], mine ["title": "b"], theirs ["title": "a", "email": "x"] →
/// ["settings": ["title": "b", "email": "x"], "conflicts": [:]]
public func mergedSettings(
    base: [String: String], mine: [String: String], theirs: [String: String]
) throws -> [String: [String: String]] {
    throw Unanswered("20.6")
}
