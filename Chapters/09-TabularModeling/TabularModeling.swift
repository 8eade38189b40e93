// # Tabular modelling
//
// Most data in the world are tables: sales, patients, measurements, customers. One column is to be predicted from the
// others. This chapter does it in two ways: with trees, which ask one question after the other, and with a net, which
// looks up each category in a table of its own. Trees are first: they need little preparation, and they can be asked
// why.
//
// The table is that of a competition: what heavy machines were sold for at auctions, over twenty years. It has all that
// real tables have: dates, texts in no order, sizes that are missing for most, a year 1000, and a test that lies in the
// future.
//
// Run it with `swift run ch09` (a good minute), run one section with `swift run ch09 --section 3`, and learn from the
// real sales with `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

/// Chapter 9 of the book.
public final class TabularModeling: Chapter {
    public static let number = 9
    public static let title = "Tabular Modeling Deep Dive"
    public static let sections: [Section<TabularModeling>] = [
        Section(
            "Categorical embeddings", TabularModeling.twoKindsOfColumns, TabularModeling.embeddingIsADenseLayer,
            TabularModeling.generatedStores, TabularModeling.mapOfStates, TabularModeling.calendarOfEmbeddings,
            TabularModeling.wideAndDeep),
        Section("Beyond deep learning", TabularModeling.twoFamilies),
        Section(
            "The dataset", TabularModeling.keyOfOnesOwn, TabularModeling.firstLook, TabularModeling.typesOfColumns,
            TabularModeling.whatIsMissing, TabularModeling.typesFromParts, TabularModeling.commasInFields,
            TabularModeling.anOrderOfOnesOwn,
            TabularModeling.logarithmsOfPrices),
        Section(
            "Decision trees", TabularModeling.whatADateSays, TabularModeling.seasonsAndTrends,
            TabularModeling.gapsAndLevels, TabularModeling.continuousOrNot, TabularModeling.whichRowsJudge,
            TabularModeling.readyToLearn, TabularModeling.keptInAFile,
            TabularModeling.firstQuestion, TabularModeling.greedyQuestions, TabularModeling.fourLeaves,
            TabularModeling.theYearOneThousand, TabularModeling.asManyLeavesAsRows, TabularModeling.howManyLeaves,
            TabularModeling.codesOrColumns, TabularModeling.orderOfLevels),
        Section(
            "Random forests", TabularModeling.errorsThatCancel, TabularModeling.bagsOfTrees,
            TabularModeling.firstForest,
            TabularModeling.settingsOfAForest, TabularModeling.eachTreeByItself, TabularModeling.moreTreesFewerColumns,
            TabularModeling.outOfBagByHand, TabularModeling.whyTheFutureIsHarder, TabularModeling.whatTheLeakBuys,
            TabularModeling.asLargeAsTheBooks),
        Section(
            "Model interpretation", TabularModeling.howSure, TabularModeling.spreadAndError,
            TabularModeling.columnsThatMatter, TabularModeling.againstTheTruth, TabularModeling.columnsOfNoise,
            TabularModeling.fewerColumns, TabularModeling.ranksOfColumns, TabularModeling.columnsThatSayTheSame,
            TabularModeling.withoutOneOfThem, TabularModeling.ifEveryMachineWereFrom,
            TabularModeling.curveOfSizes, TabularModeling.meanOfAYear, TabularModeling.onlyOneIsRight,
            TabularModeling.tooGoodToBeTrue,
            TabularModeling.formsThatAreEmpty, TabularModeling.wayThroughATree, TabularModeling.whyThisPrice),
        Section(
            "Extrapolation and neural networks", TabularModeling.oneColumn, TabularModeling.flatTail,
            TabularModeling.whichSetIsItFrom, TabularModeling.withoutEachInTurn, TabularModeling.recentOnly,
            TabularModeling.numberOfAnotherModel, TabularModeling.levelsOfTheNet, TabularModeling.rateOfTheNet,
            TabularModeling.netOrForest, TabularModeling.netAndTheFuture),
        Section(
            "Ensembling", TabularModeling.trapOfShapes, TabularModeling.meanOfTwo, TabularModeling.whatIsLeft,
            TabularModeling.boostingOfTheLibrary, TabularModeling.tooManyTrees, TabularModeling.settingsOfBoosting,
            TabularModeling.numbersForLevels, TabularModeling.withAndWithout, TabularModeling.lineByLine),
        Section("Conclusion", TabularModeling.whichModel, TabularModeling.sentIn, TabularModeling.leaderboard),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(4), .usual: .seconds(80), .full: .seconds(600),
    ]

    let run: Run
    /// The book's sales, or the part of them that may be passed on; else generated ones.
    let source: DataSource<Sales>

    /// Finds out where the sales will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        let size = run.size(quick: 1500, usual: 20_000, full: 100_000)
        source = try run.data(
            .dataSet("bulldozers") { try Sales($0.appending(path: "TrainAndValid.csv")) },
            .dataSet("bluebook") { try Sales($0.appending(path: "ValidWithPrice.csv")) }, standIn: "generated sales"
        ) {
            try Sales(GeneratedBulldozers(rows: size, seed: seed))
        }
    }
}
