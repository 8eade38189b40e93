// All checks of chapter 20, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks20: [Check] = [
    pushesNeeded, postName, contents, lastValue, shareKept, mergedSettings, inTime, bothDirections, goldenCheck,
    missingByArea,
]

@main enum Checks20 {
    static func main() { runCheck(of: checks20) }
}
