// Exercise 20.6 · Settings of three
// Section 20.2, question 20.4: Chapters/20-WhatNext/02c-TwoEditors.swift

import Practice

/// Two versions of the same settings, brought together. For each key: if only one of the two has changed, added or
/// removed its value since the base, that change counts. If both have done the same, that counts. If they have done
/// different things, it is a conflict, and the key keeps the value of the base (or stays away if it had none).
///
/// All settings, and the conflicts by their keys, as `["settings": …, "conflicts": …]`. The value of a conflict is
/// "mine|theirs", with an empty text for a value that is not there. Both entries are always there, if need be empty.
///
/// base ["title": "a"], mine ["title": "b"], theirs ["title": "a", "email": "x"] →
/// ["settings": ["title": "b", "email": "x"], "conflicts": [:]]
public func mergedSettings(
    base: [String: String], mine: [String: String], theirs: [String: String]
) throws -> [String: [String: String]] {
    throw Unanswered("20.6")
}
