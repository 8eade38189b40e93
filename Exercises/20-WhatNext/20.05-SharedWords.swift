// Exercise 20.5 · How much is left?
// Section 20.2, question 20.4: Chapters/20-WhatNext/02c-TwoEditors.swift

import Practice

/// Which share of a text's words is still there, in the same order, in a later version: the length of the longest
/// sequence of words that both have in the same order, divided by the number of words of the first. Words are what
/// stands between spaces.
///
/// nil if the first text has no words.
///
/// "I trained a net", "I trained a small net again" → 1; "a b c d", "d c a b" → 0.5
public func shareKept(_ old: String, _ new: String) throws -> Double? {
    throw Unanswered("20.5")
}
