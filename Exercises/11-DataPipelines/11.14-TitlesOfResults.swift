// Exercise 11.14 · What a net says of a pair
// Section 11.7, further research 2: Chapters/11-DataPipelines/07d-PairsInBatches.swift

import Practice

/// Titles for pictures of pairs that a net has judged. (The book's further research 2: an own `show_results`.) For
/// each pair: what is true, "same" or "different"; then " / " and what the net says, and how sure it is of that, in
/// whole percent, rounded to the nearest. `shares` are its probabilities of "same"; from a half on it says so.
///
/// truths [true, false], shares [0.9, 0.73] → ["same / same 90 %", "different / same 73 %"]
public func titlesOfResults(_ truths: [Bool], _ shares: [Double]) throws -> [String] {
    throw Unanswered("11.14")
}
