// All checks of chapter 12, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks12: [Check] = [
    numberOfWords, frequentWords, contextSamples, backedOff, thirdWord, throughTime, readRows, textForReaders,
    lossByPlace,
    skippingStack, matrixPower, spacingFromBits, stateSlopes, backwardThroughTime, evenChunks, coupledLSTM,
    gatedRecurrentUnit, plainLSTM,
    classicDropout, howSureIsIt, textsOfSomeLengths, temporalGradient, drawnWord, beamSearch, regularizedGRU,
    awdLSTMLineByLine,
]

@main enum Checks12 {
    static func main() { runCheck(of: checks12) }
}
