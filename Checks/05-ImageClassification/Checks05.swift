// All checks of chapter 5, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks05: [Check] = [
    tableAndFiles, partsOfAName, everyBreedInBothSets, largeEnoughToTurn, madeUpPixels, theOddOneOut,
    softmaxOfSome, anyOfSeveral, smoothedGradient, bothWays, boundForNone, theSamePhotos,
    valleyRate, cyclicalRate, fineTuningRates, earlyStopping, scaleThatStays, bestLabels,
]

@main enum Checks05 {
    static func main() { runCheck(of: checks05) }
}
