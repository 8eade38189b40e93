// All checks of chapter 6, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks06: [Check] = [
    countedLabels, lossOfManyQuestions, manyHotRows, noLabelLost, accuracyBesideNothing, fBetaOfEachClass,
    thresholdOfAClass, rareAndHard,
    turnedPoints, placeInSpace, boxOfAHead, faceInAMirror, safeSquaredError, huberAnswer, placesInHeatMaps,
    nearEnough,
]

@main enum Checks06 {
    static func main() { runCheck(of: checks06) }
}
