// Exercise 8.4 · One rating, one step
// Section 8.2: Chapters/08-CollaborativeFiltering/02b-GradientByHand.swift

import Practice

/// One step of gradient descent that looks at a single rating. Given are the factors of a person and of a film, and
/// what the person thinks of the film. The loss is the squared error of the dot product, plus `decay` times the sum
/// of the squares of all these factors, which keeps them small (section 8.4 has more of that). Both lists take a step
/// of `rate` against their slopes, at the same time.
///
/// user [2], film [0.5], rating 4, rate 0.1, decay 0 → [[2.3], [1.7]]
/// - Returns: the new factors of the person, and those of the film.
public func stepOnOneRating(
    user: [Double], film: [Double], rating: Double, rate: Double, decay: Double
) throws -> [[Double]] {
    throw Unanswered("8.4")
}
