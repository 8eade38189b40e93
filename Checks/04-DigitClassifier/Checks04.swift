// All checks of chapter 4, in the order of the exercises; and the program with which the board runs them.

import Practice

public let checks04 = [
    oddsDoubled, rankAndCount, idealImage, powerDistance, doubledCorner, broadcast, distances, nearest, isThree,
    scoresOfEight, slopes, gradientDescent, largestRate, coasterStep, fittedSpeed, inferred, trainingTable, initParams,
    matmul, biasAsWeight, mnistLossV1, sigmoid, drawnCurve, mnistLoss, mnistLossGradient, slopesByNudging, paired,
    shuffledBatches, pairLoader, takeStep, trainEpoch, batchAccuracy, validateEpoch, basicOptimizer, trainModel,
    tinyLearner, relu, simpleNet, collapsed, wideOrDeep, digitsByIdeal, tenClassLoss, tenAccuracies, learnedDigits,
]

@main enum Checks04 {
    static func main() { runCheck(of: checks04) }
}
