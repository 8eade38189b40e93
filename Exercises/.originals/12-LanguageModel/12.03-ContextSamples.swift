// Exercise 12.3 · Samples of any length
// Section 12.2: Chapters/12-LanguageModel/02-Samples.swift

import Practice

/// Samples with any number of words, at any distance: `count` words of the stream and the word that follows, beginning
/// at places 0, `step`, 2 · `step` and so on, as long as there is a word that follows. A step that is smaller than
/// `count` gives samples that overlap. `count` and `step` are at least 1. A stream that is too short has no samples.
///
/// With count 3 and step 3 these are the samples of section 12.2, except that the book's stop a little early: they
/// leave out a last one that would just fit. Here nothing is left out.
public func contextSamples(_ stream: [Int], count: Int, step: Int) throws -> [(words: [Int], next: Int)] {
    throw Unanswered("12.3")
}
