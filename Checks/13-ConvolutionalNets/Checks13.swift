// All checks of chapter 13, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks13: [Check] = [
    appliedKernel, turned, kernelMap, orientationHistogram, conv2dByShifts, factored, inputSizes, inputGradient,
    stridedMatrix,
    classifier, mapsOnTheWay, multiplicationsInside, dilatedFields, seenPixels, waysToACell, otherChannels,
    sheetOfKernels,
    colourNormalize, colourPicture, bestConstant, smithsCycle, ghostBatchNorm, batchNormBackward, foldedBatchNorm,
    blocks, groupNorm, orientedGradients,
]

@main enum Checks13 {
    static func main() { runCheck(of: checks13) }
}
