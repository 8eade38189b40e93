// Exercise 7.8 · One look, one vote
// Section 7.4, question 7.6: Chapters/07-StateOfTheArt/04b-SeveralLooks.swift

import Practice
import Tensors

/// The class of each photo, by a majority of looks.
///
/// Each look votes for the class to which it gives the largest probability. The class with the most votes wins. Among
/// classes with equally many votes, the one wins whose probabilities, summed over all looks, are the largest; and if
/// these are equal, too, the one with the smallest number. Within a look, too, the smallest number wins a tie.
///
/// - Parameter looks: for each look the probabilities of all photos [photos, classes]. There is at least one look.
public func majority(of looks: [Tensor]) throws -> [Int] {
    throw Unanswered("7.8")
}
