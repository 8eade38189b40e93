// All checks of chapter 9, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks09: [Check] = [
    fieldsOfLine, columnType, levelNumbers, logError, weekday, groupMeans, bestThreshold, treeFromNothing, roundedError,
    smallForest, outOfBagScore, barsOfImportance, rankCorrelation, groupsOfColumns, whatIf,
    whichSet, numberOrName, bestShareOfTwo, boostedTrees, whatEachColumnAdds, percentageErrorOfLogs, embeddedColumns,
    throughNet,
    submissionFile,
]

@main enum Checks09 {
    static func main() { runCheck(of: checks09) }
}
