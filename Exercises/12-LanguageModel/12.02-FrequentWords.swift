// Exercise 12.2 · A vocabulary of the frequent words
// Section 12.1: Chapters/12-LanguageModel/01b-Vocabulary.swift

import Practice

/// In ordinary text there are very many words that come only once or twice, and a model cannot learn much about them.
/// So they share one number.
///
/// The result has the vocabulary and the text in numbers. Number 0 of the vocabulary is "unknown" (the book's `xxunk`),
/// even if no word needs it. After it come the words of the text that come at least `fewest` times, in the order in
/// which they are first read. A word that is rarer is 0 in the numbers. Should the text itself have the word "unknown",
/// it is 0, however often it comes, and it is not listed twice. No words, no numbers: an empty text has the vocabulary
/// `["unknown"]`.
public func numericalized(
    _ tokens: [String], fewest: Int
) throws -> (vocabulary: [String], numbers: [Int]) {
    throw Unanswered("12.2")
}
