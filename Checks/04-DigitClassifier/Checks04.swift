// All checks of chapter 4, in the order of the exercises; and the program with which the board runs them.

import Practice

public let checks04 = [
    oddsDoubled, rankAndCount, twoDistances, doubledCorner, broadcast, distances, nearest, slopes, gradientDescent,
    fittedSpeed, inferred, initParams, matmul, sigmoid, mnistLoss, mnistLossGradient, paired, shuffledBatches, takeStep,
    trainEpoch, relu, collapsed, tinyLearner, digitsByIdeal, tenClassLoss, learnedDigits,
]

@main enum Checks04 {
    static func main() { runCheck(of: checks04) }
}
