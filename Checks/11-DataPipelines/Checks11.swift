// All checks of chapter 11, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks11: [Check] = [
    normalized, numbered, wayBack, seenInOrder, splitByGrandparent, classNumbers, paddedInFront, longestFirst,
    hookCalls, leakingPairs, partnersWithoutTwins, besideEachOther, preparedRow, titlesOfResults,
]

@main enum Checks11 {
    static func main() { runCheck(of: checks11) }
}
