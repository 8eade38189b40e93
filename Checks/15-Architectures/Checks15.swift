// All checks of chapter 15, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks15: [Check] = [
    shorterList, countedHead, yourOwnHead, betweenMeanAndMaximum, groupForEachBlock, howMuchMoreData,
    nearestGradient, exactMultiple, readTable, copyingHead, sharpener,
]

@main enum Checks15 {
    static func main() { runCheck(of: checks15) }
}
