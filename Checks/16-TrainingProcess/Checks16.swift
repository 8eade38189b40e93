// All checks of chapter 16, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks16: [Check] = [
    averageWeights, steppedOptimizer, nesterov, centredRMSProp, biasUnderASchedule, decayGroups, rAdam, lamb,
    flatCosine, rateFinder,
    oneBatch, eventsOfFit, modelReset, activationPenalties, erasedPatches, averagedWeights, lossScales, earlyStopping,
    orderTowardsTheEnd, terminateOnNaN, threeOptimizers, rnnRegularizerFromMemory, easyBatches, accumulation,
    whatWentWrong, seenBefores, whatStands,
]

@main enum Checks16 {
    static func main() { runCheck(of: checks16) }
}
