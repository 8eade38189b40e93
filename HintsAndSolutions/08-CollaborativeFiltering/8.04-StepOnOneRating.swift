// Nudge: The page has the slope of the squared error with respect to one factor. What does the new term add to it?
// Idea: The derivative of decay · p² is 2 · decay · p. And both slopes are those at the old factors: who changes the
//   person first and then uses the new numbers for the film takes another step.
// Almost: With `let e = (dot product) - rating`, the slope for a factor p of the person, whose counterpart is q, is 2 ·
//   (e · q + decay · p). A function of both lists, `moved(own, other)`, does it for the person; by calling it a second
//   time with the lists exchanged, you have the film.

public func stepOnOneRating(
    user: [Double], film: [Double], rating: Double, rate: Double, decay: Double
) throws -> [[Double]] {
    let error = zip(user, film).reduce(0) { $0 + $1.0 * $1.1 } - rating
    func moved(_ own: [Double], _ other: [Double]) -> [Double] {
        zip(own, other).map { p, q in p - rate * 2 * (error * q + decay * p) }
    }
    return [moved(user, film), moved(film, user)]
}
