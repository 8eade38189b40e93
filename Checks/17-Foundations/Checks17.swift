// All checks of chapter 17, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks17: [Check] = [
    firing, netOfLists, flatLayer, byStrides, productOfViews, allGreater, timesTransposed, commonShape, expandedStrides,
    sumOfOuterProducts, channelsToZero, pairsWithoutLoops, equations, lengthsOfLetters,
    linearBySums, weightScale, lostNumbers, weightedMSE, lossWithoutSqueeze, cappedReLU, outputsFirstGradient,
    nudgedGradient, aroundTheLayer,
    bilinearGradients, repeatableReLU, thereAndBack, netInPlainArrays, leakyReLU, rowDots, shortenedGradient,
    straightThrough, linearLayer, lostParameters, unfoldedSignal, folded, groupedConvolution, maxPoolByPatches,
]

@main enum Checks17 {
    static func main() { runCheck(of: checks17) }
}
