// Exercise 12.23 · Temperature and top-k
// Section 12.15: Chapters/12-LanguageModel/15d-Continuation.swift

import Practice

/// The probabilities with which the next word is drawn: softmax of scores / temperature, over the k words with the
/// largest scores alone; all other words have 0. Of equal scores, those of lower number come first.
///
/// - Parameters:
///   - scores: one for each word of the vocabulary; they may be large, 1000 and more, but the result must be finite.
///   - temperature: 0 or more. At 0 the word with the largest score has probability 1 (the first, if there are
///     several).
///   - k: how many words have a chance; more than there are, or nil, means all of them.
public func wordProbabilities(scores: [Float], temperature: Float, topK k: Int?) throws -> [Float] {
    throw Unanswered("12.23")
}

/// The word that chance chooses: the first one whose probability, together with those of all words before it, is more
/// than `chance`. If rounding leaves no such word, the last one that has a probability above 0.
///
/// - Parameter chance: a number from 0 to 1, not 1 itself.
public func drawnWord(_ probabilities: [Float], chance: Float) throws -> Int {
    throw Unanswered("12.23")
}
