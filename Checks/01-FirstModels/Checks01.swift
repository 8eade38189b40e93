// All checks of chapter 1, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks01: [Check] = [
    patternNeuron, learnedOrGivenUp, oddOrEven, sharedWork, lookingAhead, whatAPathSays, aSplitThatStays, theBestDegree,
    fieldOfSums, toneOfASound, widthOfAFile, theLastDays, wholeGroups, luckOfTheBest, whoWatchesDecides,
]

@main enum Checks01 {
    static func main() { runCheck(of: checks01) }
}
