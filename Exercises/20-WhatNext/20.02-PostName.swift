// Exercise 20.2 · A name for a post
// Section 20.2, question 20.2: Chapters/20-WhatNext/02-ABlogPost.swift

import Practice

/// The name of the file of a post, from its title and its date: the date with two digits for month and day, and the
/// title in small letters, with one hyphen for whatever is neither a letter of the English alphabet nor a digit, and
/// none at the beginning or the end.
///
/// "Birds, and Airplanes!", 2026, 3, 7 → "2026-03-07-birds-and-airplanes.md"
///
/// nil if nothing is left of the title.
public func postName(_ title: String, year: Int, month: Int, day: Int) throws -> String? {
    throw Unanswered("20.2")
}
