// All checks of chapter 18, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks18: [Check] = [
    hooksAtManyLayers, outputHistograms, ownedHook, mapByLoops, scoreWithout,
    stretchedRow, overlaid, pointingShare, oneRatherThanTheOther, forgottenAxes,
    guidedGradient, wordScores, coveredPatches,
]

@main enum Checks18 {
    static func main() { runCheck(of: checks18) }
}
