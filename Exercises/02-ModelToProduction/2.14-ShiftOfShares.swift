// Exercise 2.14 · A shift of shares
// Section 2.6, question 2.26: Chapters/02-ModelToProduction/06c-AsTheYearGoesOn.swift

import Practice

/// The population stability index of some words, counted before and now.
///
/// For each word that occurs in either list, take its shares a in `before` and b in `now`, where each list gets one
/// more occurrence of each of these words, so that no share is 0: with k different words in both lists together, a word
/// that occurs c times in a list of n has the share (c + 1) / (n + k). The index is the sum of (b - a) · ln(b / a) over
/// all words. If both lists are empty it is 0.
///
/// ["black", "black"] and ["black", "teddy"] → k = 2; black 3/4 and 2/4, teddy 1/4 and 2/4:
/// -0.25 · ln(2/3) + 0.25 · ln 2 = 0.2747
public func wordShift(before: [String], now: [String]) throws -> Double {
    throw Unanswered("2.14")
}
