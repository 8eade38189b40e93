// Exercise 3.8 · Who was tested?
// Section 3.3, question 3.12, further research 5: Chapters/03-DataEthics/03m-WhoSeesADoctor.swift

import Practice

/// Further research (moral hazard and error): the true share of ill people, from files in which only some were tested,
/// and it is known how likely each person was to be tested. A person who was tested stands for 1/probability people
/// like them. So: the sum of these numbers over those who were tested and are ill, divided by their sum over all those
/// whom somebody has tested.
///
/// Entries of people who were not tested say nothing, whatever `isIll` is there. nil if nobody was tested.
///
/// Probabilities [0.5, 0.25, 0.5], tested [true, true, false], ill [true, false, true] → 2 / (2 + 4) = 0.3333
public func trueShare(probabilities: [Double], isTested: [Bool], isIll: [Bool]) throws -> Double? {
    throw Unanswered("3.8")
}
