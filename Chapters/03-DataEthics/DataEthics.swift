// # Data ethics
//
// Models can be wrong, and models can be right and do harm. This chapter is about both. It has no data set and no net
// of its own; it has cases that people have investigated, and small worlds in which the mechanism behind each case can
// be watched, switched off, and measured. The cases are facts with sources. The small worlds are made up: they show how
// something can come about, and say nothing about how often it does among real people. Groups in them are called A and
// B.
//
// Run it with `swift run ch03` (half a minute), and run one section with `swift run ch03 --section 3`. `swift run ch03
// --report FILE` takes a table of predictions of yours, and says for which group of people they are wrong how often.
// `swift run ch03 --review FILE` checks the answers of your own project to the questions of section 3.4 (`--form`
// prints a file to fill in). With `--predict` it asks you to predict results before it shows them.

import Notebook

/// Chapter 3 of the book.
public final class DataEthics: Chapter, Sendable {
    public static let number = 3
    public static let title = "Data Ethics"
    public static let sections: [Section<DataEthics>] = [
        Section(
            "Key examples for data ethics", DataEthics.noListOfAnswers, DataEthics.hoursOfCare, DataEthics.testsOfARule,
            DataEthics.adsForNames, DataEthics.chanceOfAds, DataEthics.whatAMachineCounts, DataEthics.wholePipeline),
        Section(
            "Integrating machine learning with product design", DataEthics.scoresOfFaces, DataEthics.whoSetsTheThreshold
        ),
        Section(
            "Topics in data ethics", DataEthics.registerWithBabies, DataEthics.errorsInFiles,
            DataEthics.appealedDecisions,
            DataEthics.threeWaysToPatrol, DataEthics.urnOfPolya, DataEthics.countedDifferently,
            DataEthics.onlyWatchTime, DataEthics.labelsThatSpread, DataEthics.leftOut, DataEthics.oneNumberAlone,
            DataEthics.sixKinds, DataEthics.errorsOfTwoKinds, DataEthics.notBoth, DataEthics.facesByGroup,
            DataEthics.fewOfOneKind, DataEthics.ownTable, DataEthics.whoSeesADoctor, DataEthics.oneLineForTwo,
            DataEthics.surgeons, DataEthics.moreThanTheData, DataEthics.sameAnswerEverywhere, DataEthics.signedTexts),
        Section(
            "Identifying and addressing ethical issues", DataEthics.reviewOfAProject, DataEthics.fiveLenses,
            DataEthics.passesEveryCheck, DataEthics.whoSeesWhat),
        Section("Role of policy", DataEthics.whatAFineChanges, DataEthics.whoseBodies),
        Section("Conclusion", DataEthics.endOfPartOne),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(3), .usual: .seconds(30), .full: .seconds(240),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }

    /// How many times each simulation is repeated, each time with other random numbers.
    var repeats: Int { run.options.seedCount ?? run.size(quick: 8, usual: 100, full: 1000) }
}
