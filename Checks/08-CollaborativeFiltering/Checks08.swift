// All checks of chapter 8, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks08: [Check] = [
    wrongLines, crosstabOfMeans, bestFilms, stepOnOneRating, outerJoin,
    rareNames, meanOfRows, gradientOfLookingUp,
    backFromARange, stepWithDecay, gradientOfADotProduct, undoneDifferences, longestDirection, similarAndKnown,
    sizeOfATable,
    starsFromScores, keptForLater, starsFromPlays,
]

@main enum Checks08 {
    static func main() { runCheck(of: checks08) }
}
