// All checks of chapter 7, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks07: [Check] = [
    bestSmallSet, luckyTrial, batchByBatch, statisticsInTheWeights, whatIsLeft, nearestAnswer,
    fiveCrops, majorityOfLooks, sharesOfSeveral, mixedBetweenLayers, cutMixed, smoothedTowards, calibration,
    howMuchSmoothing, untilItPays,
]

@main enum Checks07 {
    static func main() { runCheck(of: checks07) }
}
