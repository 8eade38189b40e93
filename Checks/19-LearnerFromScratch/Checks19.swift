// All checks of chapter 19, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks19: [Check] = [
    pathPattern, threeColours, sharedEpoch, balancedOrder, parallelMap, mergedStatistics, fibonacci, namedTensors,
    hookPipeline, shapeHook,
    onePass, rareClasses, goingOn, attributes, fourWaysOut, finderByItself, cosineCycle, leftOutBlocks,
    normOfAnything, oneShareEach, fetchedOnce, weightedBranches, bestWeights, squeezeExcite,
]

@main enum Checks19 {
    static func main() { runCheck(of: checks19) }
}
