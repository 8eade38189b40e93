// All checks of chapter 3, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks03: [Check] = [
    wrongCodes, isHardlyChance, impossible, seenUnequally, whatIfRandom, errorsOfGroups, notAllAtOnce, whoWasTested,
    needOrCost, signedHistory, bestTeam, ownProject, missingPeople,
]

@main enum Checks03 {
    static func main() { runCheck(of: checks03) }
}
