// All checks of chapter 10, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks10: [Check] = [
    signs, partAndLabel, repeatedWordsMarked, capitalsAsTokens, wordsWithCapitals,
    mostProbableCut, pairToJoin, tokensNeeded, batchRowColumn, filledUp,
    sortedBatches, perplexityOfBatches, drawnToken, ratesOfGroups, slots,
    nearCopies, campaignThoughtThrough,
]

@main enum Checks10 {
    static func main() { runCheck(of: checks10) }
}
