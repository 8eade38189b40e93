// Exercise 20.4 · What a cell shows
// Section 20.2, question 20.6: Chapters/20-WhatNext/02b-ASite.swift

import Foundation
import Practice

/// What a cell of a notebook shows by itself: its last line that is not empty, if that is an expression. Here an
/// expression is whatever does not begin with one of the words let, var, func, import, return, for, while, if and print
/// (a word ends at a space, or at the line's end), nor with "print(", and has no = that stands alone (==, <=, >= and !=
/// are fine). Spaces at both ends of a line do not count.
///
/// nil if the cell shows nothing, also if its first line is #hide.
///
/// "let a = 1\na + 1" → "a + 1"
public func shownByItself(_ cell: String) throws -> String? {
    throw Unanswered("20.4")
}
