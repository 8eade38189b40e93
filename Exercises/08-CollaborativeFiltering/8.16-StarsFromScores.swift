// Exercise 8.16 · Stars from scores
// Section 8.7, question 8.17, further research 4: Chapters/08-CollaborativeFiltering/07c-RatingsAsClasses.swift

import Practice
import Tensors

/// What a model that was trained with cross-entropy says of a rating. (The book's fourth item of further research: a
/// model with a cross-entropy loss. Section 8.7 trains it, and this is how stars are read from its scores.)
///
/// scores [b, stars]: one for each number of stars from 1 on; there may be any number of stars, and scores may be very
/// large → expected: the mean of the stars by their probabilities [b] · likely: the most probable number of stars of
/// each row, the smallest of equal ones · deviation: the standard deviation of the stars by their probabilities [b],
/// large where the model hesitates.
public func starsFromScores(_ scores: Tensor) throws -> (expected: Tensor, likely: [Int], deviation: Tensor) {
    throw Unanswered("8.16")
}
