// Exercise 12.1 · Words become a number
// Section 12.1: Chapters/12-LanguageModel/01-Data.swift

import Practice

/// The way back from words to a number: `["three", "hundred", "forty", "two"]` → 342. It reads all human numbers from 1
/// to 9,999, and nothing else: for words that are no human number the result is nil. That is so for no words at all,
/// for unknown words, and for known words in an order or number that does not come (`["hundred"]`, `["one", "two"]`,
/// `["twenty", "eleven"]`, `["twenty", "hundred"]`, `["one", "hundred", "hundred"]`, `["one", "hundred", "two",
/// "thousand"]`).
///
/// One to nineteen are single words; then come twenty, thirty, forty, fifty, sixty, seventy, eighty and ninety, alone
/// or with one to nine. Before "hundred" and "thousand" stands one to nine.
public func number(of words: [String]) throws -> Int? {
    throw Unanswered("12.1")
}
