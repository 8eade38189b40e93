// Exercise 7.6 · A split that stays
// Section 7.3, question 7.5: Chapters/07-StateOfTheArt/03e-ALeak.swift

import Practice

/// Whether a photo is for validation, told by nothing but the name of its file.
///
/// A random split with a seed stays the same as long as the files do. With one file more all places move, and photos
/// that were learned from are judged by. So let each name decide for itself:
///
/// - Take the name up to its last dot; all of it, if it has none, or only one in front (`.hidden`). So `cat_7.jpg` and
///   `cat_7.png` go together.
/// - Make a number of it (the hash FNV-1a, of 64 bits): begin with 14695981039346656037; for each byte of its UTF-8,
///   first h = h xor byte, then h = h · 1099511628211, without what overflows.
/// - The photo is for validation if the remainder of h divided by 100 is below `percent`.
///
/// Example: the number of `a.jpg` is 12638187200555641996, so its remainder is 96: from 97 percent on it is judged by.
public func isJudgedBy(_ name: String, percent: Int) throws -> Bool {
    throw Unanswered("7.6")
}
