// # Application architectures
//
// You have trained nets for photos, texts and tables, and each time a function has put the net together. Here you see
// all of them from the inside. A net for photos is cut in two, and its head is built anew, layer by layer. A net that
// colours every pixel has to find its way back from 7 × 7 cells to 224 × 224 pixels. A net with two photos says whether
// they show the same breed. A net for texts reads in pieces and remembers. A net for tables is four steps long. And at
// the end you see in which order to fight overfitting, and measure what each step is worth.
//
// Run it with `swift run ch15` (about three minutes), run one section with `swift run ch15 --section 2`, and look at
// everything in seconds with `--quick`. With `--data DIR` it learns from the photos, street scenes, texts and tables
// that it finds there, and from ImageNet's weights if they are there, too. Without them, all of these are generated.
// With `--predict` it asks you to predict results before it shows them.

import Common
import Datasets
import Notebook
import Vision

/// Chapter 15 of the book.
public final class Architectures: Chapter, Sendable {
    public static let number = 15
    public static let title = "Application Architectures"
    public static let sections: [Section<Architectures>] = [
        Section(
            "cnn_learner",
            Architectures.tableOfArchitectures,
            Architectures.cutByTheTable,
            Architectures.gridOfABody,
            Architectures.cutTooLate,
            Architectures.bodyAgainstHead,
            Architectures.theBooksHead,
            Architectures.countedByHand,
            Architectures.shapesThroughTheHead,
            Architectures.pooledByHand,
            Architectures.gradientsOfBothHalves,
            Architectures.whatEachHalfSees,
            Architectures.sameAsTheEngines,
            Architectures.headsOfOtherPlans,
            Architectures.scalesOfFeatures,
            Architectures.whereTheBiasesAre,
            Architectures.leftOut,
            Architectures.meanOrBoth,
            Architectures.nearAndFar,
            Architectures.aTaskThatIsNotFlat,
            Architectures.oneKnobAtATime,
            Architectures.answersOfANewHead,
            Architectures.averagesThatComeLate,
            Architectures.withAndWithoutIt,
            Architectures.whatChangesInTheBody,
            Architectures.whichWayIsBetter,
            Architectures.equalToTheEngines,
            Architectures.againstScratch),
        Section(
            "unet_learner",
            Architectures.sizesOfABody, Architectures.perfectCells, Architectures.numbersInACell,
            Architectures.everyPixelFourTimes, Architectures.copiedAsTheEngineDoes, Architectures.fiveDoublings,
            Architectures.zeroInsertion, Architectures.sizesOfTransposed, Architectures.zerosAsTheEngineDoes,
            Architectures.transposedMatrix, Architectures.sameInnerProduct, Architectures.gradientOfAConvolution,
            Architectures.notTheInverse, Architectures.countedOverlaps, Architectures.measuredRipples,
            Architectures.threeTimesUp, Architectures.shuffledByHand, Architectures.beginsAsCopies,
            Architectures.ripplesOfShuffles,
            Architectures.shuffleIsATransposedConvolution, Architectures.batchOfMasks, Architectures.rareAndThin,
            Architectures.masksCountedByHand, Architectures.countedByTheEngine, Architectures.mostFrequentEverywhere,
            Architectures.headsInShapes, Architectures.plainHeadsTrained, Architectures.byHandAndByTheEngine,
            Architectures.drawnFromTheNet, Architectures.oddSides, Architectures.everyArchitecture,
            Architectures.comparedWays, Architectures.classByClass, Architectures.sideBySideMasks,
            Architectures.inOneLine, Architectures.keptInAFile, Architectures.cutAndCompared,
            Architectures.oneAfterTheOther,
            Architectures.colouredAgain),
        Section(
            "A Siamese network", Architectures.pairsOfPhotos, Architectures.freshAndFixed, Architectures.wayOfAPair,
            Architectures.gradientOfBothWays, Architectures.frozenByHand, Architectures.normsWhileFrozen,
            Architectures.fourAndFour, Architectures.pairsWithAnswers, Architectures.mixedPairs,
            Architectures.partnersThatTell, Architectures.sixJudges, Architectures.orderOfAPair, Architectures.strangers
        ),
        Section(
            "Natural language processing", Architectures.pieceByPiece, Architectures.howFarGradientsGo,
            Architectures.maskOfABatch, Architectures.paddingChangesNothing, Architectures.gradientsOfPadding,
            Architectures.oneLongText, Architectures.threeOrders, Architectures.sameNeighbours,
            Architectures.classifierLineByLine, Architectures.whatPoolingBrings, Architectures.encoderOrNot),
        Section(
            "Tabular", Architectures.categoriesLookedUp, Architectures.droppedAndNormed,
            Architectures.joinedForTheLayers, Architectures.listedLayers, Architectures.handMadeIsTheEngines,
            Architectures.whyTheLastIsBare, Architectures.answersInARange, Architectures.widthsByTheRule,
            Architectures.withoutEachPart),
        Section(
            "Conclusion",
            Architectures.learnedByHeart,
            Architectures.tooSmallToOverfit,
            Architectures.eachStepAlone,
            Architectures.theLadder,
            Architectures.bothWays,
            Architectures.largeOrSmall,
            Architectures.oneIdea,
            Architectures.whatItComesTo),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(10), .usual: .seconds(180), .full: .seconds(3600),
    ]

    let run: Run
    /// Photos of pets if they are at hand, else generated ones.
    let petSource: DataSource<Pets>
    /// Street scenes with a class for every pixel if they are at hand, else generated scenes.
    let streetSource: DataSource<Streets>
    /// Film reviews of IMDb if they are at hand, else generated ones.
    let reviewSource: DataSource<Reviews>
    /// The census of adults if it is at hand, else generated sales.
    let tableSource: DataSource<Records>

    /// Finds out where the data will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let limits = PhotoLimits(
            most: run.size(quick: 72, usual: 600, full: .max), side: run.size(quick: 48, usual: 160))
        petSource = try run.data(
            .dataSet("oxford-iiit-pet") { try Pets(dataSet: $0, limits) }, standIn: "generated pets"
        ) {
            try Pets(generated: run.size(quick: 6, usual: 50), size: run.size(quick: 48, usual: 128), limits)
        }
        let streets = PhotoLimits(
            most: run.size(quick: 48, usual: 300, full: .max), side: run.size(quick: 48, usual: 48, full: 96))
        streetSource = try run.data(
            .dataSet("camvid_tiny") { try Streets(dataSet: $0, streets) }, standIn: "generated scenes"
        ) {
            try Streets(
                generated: run.size(quick: 32, usual: 320, full: 400), valid: run.size(quick: 16, usual: 80, full: 100),
                size: run.size(quick: 48, usual: 96), PhotoLimits(most: .max, side: streets.side))
        }
        let reviews = Reviews.Limits(
            train: run.size(quick: 60, usual: 600), test: run.size(quick: 40, usual: 400),
            unlabelled: run.size(quick: 60, usual: 1500, full: 6000))
        let seed = run.seed
        reviewSource = try run.data(
            .dataSet("imdb") { try Reviews(folder: $0, reviews) },
            .dataSet("imdb_subset") { try Reviews(folder: $0, reviews) }, standIn: "generated reviews"
        ) {
            try Reviews(generated: reviews, seed: seed)
        }
        let rows = run.size(quick: 400, usual: 6000, full: 40_000)
        tableSource = try run.data(
            .dataSet("adult_sample") { try Records(census: $0.appending(path: "adult.csv"), most: rows) },
            standIn: "generated sales", isInBook: false
        ) {
            try Records(generated: rows, seed: seed)
        }
    }
}
