// Exercise 12.24 · Beam search
// Section 12.15: Chapters/12-LanguageModel/15d-Continuation.swift

import Practice

/// The likeliest continuation that a beam search finds: at every step it keeps the `width` best continuations so far,
/// and tries every word after each of them.
///
/// A continuation is as good as the product of its words' probabilities, or the sum of their logarithms, which is what
/// is compared. (A logarithm may be -infinity, for a word that is impossible.) Of equal ones, that with the earlier
/// beginning in the order of the step before comes first, then that with the lower word.
///
/// - Parameters:
///   - logProbabilities: from all words so far, the beginning among them, the logarithm of the probability of each word
///     of the vocabulary to be the next. To be called once for each continuation that is kept, and no more: `steps`
///     times if the width is 1.
///   - beginning: the words that are given.
///   - width: how many continuations are kept; fewer if there are not so many.
///   - steps: how many words to add; 0 adds none.
/// - Returns: the words that follow the beginning, and the sum of their logarithms.
public func beamSearch(
    _ logProbabilities: ([Int]) -> [Double], from beginning: [Int], width: Int, steps: Int
) throws -> (words: [Int], sum: Double) {
    throw Unanswered("12.24")
}
