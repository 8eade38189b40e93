// All checks of chapter 14, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks14: [Check] = [
    shiftedPictures, largestOfGrid, gradientOfLargest, digitNet, rateSuggestions, addingNothing, blockGradients,
    pointwiseByEinsum, valleysOfLandscape,
    topFive, ledgerOfConvolutions, countedParameters, blocksInOrder, bottleneckOfOnesOwn, skipWithoutParameters,
    resizedRow, differencesInWords, oneMapOfSeveral,
]

@main enum Checks14 {
    static func main() { runCheck(of: checks14) }
}
