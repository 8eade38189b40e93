// All checks of chapter 2, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks02: [Check] = [
    // 2.01–2.04
    wholeFilesOnly, twinsTogether, harmful, behindTheRates,

    // 2.05–2.08
    whereFilesGo, fourWordsAbove, howLongToLook, readOrRefuse,

    // 2.09–2.11
    betweenBuckets, oneGreedyUser, whoIsWithWhom,

    extraSalesOfARanking, ownDrivetrain, shiftOfShares, ifItGoesWell, aFirstPost,
]

@main enum Checks02 {
    static func main() { runCheck(of: checks02) }
}
