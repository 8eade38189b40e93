// All checks of chapter 21, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks21: [Check] = [
    sisterRecords, shuffledStream, whatACropChanges, repeatableCrop, trainedOnCrops, tenCrops, compensatedSum,
    equalizedBytes, placeOfElement, labelShares, softmaxWithTemperature, crossEntropyGradient, binaryLossOfScores,
    anotherLoss, smallEnough, widestForMemory,
]

@main enum Checks21 {
    static func main() { runCheck(of: checks21) }
}
