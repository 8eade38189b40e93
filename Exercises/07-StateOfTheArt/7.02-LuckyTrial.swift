// Exercise 7.2 · A single trial
// Section 7.1, question 7.1: Chapters/07-StateOfTheArt/01f-TrialsInMinutes.swift

import Practice

/// Two ideas were tried from many seeds each. Somebody has time for one trial of each idea, and takes the idea whose
/// trial was better. How likely is it that this is the first idea?
///
/// Every seed of the one may meet every seed of the other, all pairs alike. In a tie a coin decides, so it counts one
/// half. The lists need not be of the same length.
///
/// Example: 0.7 and 0.9 against 0.8, 0.6 → 0.7 wins against 0.6, and 0.9 against both: 3 of 4 pairs, 0.75.
///
/// nil if there is no trial of one of the two.
public func chanceToChooseFirst(_ first: [Double], _ second: [Double]) throws -> Double? {
    throw Unanswered("7.2")
}
