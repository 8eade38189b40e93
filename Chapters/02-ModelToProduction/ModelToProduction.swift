// # From model to production
//
// A model on a laptop helps nobody. This chapter goes all the way once, with a classifier of bears: is it a black bear,
// a grizzly, or a teddy? You gather photos and find out what is wrong with them, turn them into batches, train a net
// that somebody else has trained before, and let the net itself show you which labels are wrong. You put it into a
// file, and the file behind a web page that answers a browser or a phone. Then come the questions that no accuracy
// answers: what happens when the photos are of another kind than those it has learned from, how a system is introduced
// without harm, and what a model does to the world that it is used in.
//
// Run it with `swift run ch02` (half a minute to a minute, up to a minute and a half with real photos), run one section
// with `swift run ch02 --section 3`, and look at everything in seconds with `--quick`. With `--data DIR` it learns from
// the photos that it finds there in `bears`: one folder for each kind, so your own kinds of things will do as well.
// Without them, bears are generated, with mistakes among them whose truth is known. With `--predict` it asks you to
// predict results before it shows them.

import Datasets
import Foundation
import Notebook
import Tensors
import Vision

/// Chapter 2 of the book.
public final class ModelToProduction: Chapter, Sendable {
    public static let number = 2
    public static let title = "From Model to Production"
    public static let sections: [Section<ModelToProduction>] = [
        Section(
            "The practice of deep learning", ModelToProduction.twoHundredLabels, ModelToProduction.aVersionEachWeek,
            ModelToProduction.unlikePictures, ModelToProduction.fluentAnswers, ModelToProduction.aTroubleNobodyHas,
            ModelToProduction.strokesThatWait, ModelToProduction.wordsAndShops, ModelToProduction.fillingASet,
            ModelToProduction.moreOfTheSame, ModelToProduction.drivetrain, ModelToProduction.liftAgainstProbability,
            ModelToProduction.twoLowCases, ModelToProduction.withoutChance),
        Section(
            "Gathering data", ModelToProduction.aFirstSearch, ModelToProduction.fromAnotherSource,
            ModelToProduction.oneFolderPerKind, ModelToProduction.allFiles, ModelToProduction.onesThatFail,
            ModelToProduction.thumbnails, ModelToProduction.countsAndSizes, ModelToProduction.sameBytesOrSameLook,
            ModelToProduction.howManyAreTorn, ModelToProduction.usualBearsOnly),
        Section(
            "From data to DataLoaders", ModelToProduction.storedAndNamed, ModelToProduction.answersOneByOne,
            ModelToProduction.aBatchToLookAt, ModelToProduction.sameSeedSamePhotos, ModelToProduction.byFolderOrTable,
            ModelToProduction.eightyFourOrNot, ModelToProduction.whatOnePhotoIsWorth,
            ModelToProduction.threeSmallSquares, ModelToProduction.sameAsResize, ModelToProduction.strips,
            ModelToProduction.whatIsWasted, ModelToProduction.doesTheWayMatter,
            ModelToProduction.eachWayLoses, ModelToProduction.fourPartsOfOnePhoto,
            ModelToProduction.sharesThatAreDrawn, ModelToProduction.twoByFour, ModelToProduction.oneAtATime,
            ModelToProduction.turnedByOneDegree,
            ModelToProduction.fromFewPhotos, ModelToProduction.sameEitherWay, ModelToProduction.upsideDown,
            ModelToProduction.withoutLight),
        Section(
            "Training a model, and cleaning the data with it", ModelToProduction.fourEpochs,
            ModelToProduction.bearsOverSeeds, ModelToProduction.confusedBears, ModelToProduction.worstBears,
            ModelToProduction.surenessAndLoss, ModelToProduction.worstOfEachKind, ModelToProduction.movesOfMarks,
            ModelToProduction.pulledPlugs, ModelToProduction.plantedFaults, ModelToProduction.cleanedAndTrainedAgain,
            ModelToProduction.fewPhotos),
        Section(
            "An online application", ModelToProduction.exportedBears, ModelToProduction.loadedAgain,
            ModelToProduction.threeAnswers, ModelToProduction.alwaysTheSame, ModelToProduction.damagedFiles,
            ModelToProduction.everyBit,
            ModelToProduction.aRequestByHand, ModelToProduction.whatIsNotThere, ModelToProduction.aFormTakenApart,
            ModelToProduction.aFormThatWasCut, ModelToProduction.theLineOfTheBook, ModelToProduction.namesThatBite,
            ModelToProduction.withoutAScript, ModelToProduction.placesOfSomePhotos, ModelToProduction.whatCoveringCosts,
            ModelToProduction.sameProbabilitiesWithMap, ModelToProduction.drawingsBecomeDigits,
            ModelToProduction.aBombDefused, ModelToProduction.everythingThatGoesWrong, ModelToProduction.whoMayAsk,
            ModelToProduction.costOfABatch, ModelToProduction.crowdsAndLoners, ModelToProduction.waitingOnPurpose,
            ModelToProduction.bytesOnTheWay, ModelToProduction.whoPaysForComputing, ModelToProduction.whatBucketsKnow,
            ModelToProduction.metricsOfThisRun, ModelToProduction.stoppedInTheMiddle, ModelToProduction.sixSteps),
        Section(
            "How to avoid disaster", ModelToProduction.asTheCameraSees, ModelToProduction.accuracyOfTheCamera,
            ModelToProduction.threeSigns, ModelToProduction.distancesOfPictures, ModelToProduction.sureAndWrong,
            ModelToProduction.shorterDays, ModelToProduction.stagesOfDeployment,
            ModelToProduction.reportsThatRing,
            ModelToProduction.allAtOnceOrInStages, ModelToProduction.backtest, ModelToProduction.canary),
        Section(
            "What a model does to the world", ModelToProduction.threePointSevenThree,
            ModelToProduction.chancePicksASide, ModelToProduction.ifItGoesWell, ModelToProduction.whatIsStillOpen,
            ModelToProduction.aDraftOfAPost, ModelToProduction.whatWasDone),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(60), .full: .seconds(3600),
    ]

    let run: Run
    /// Photos of bears if they are at hand, else generated ones.
    let source: DataSource<Bears>

    /// Finds out where the photos will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (each, size) = (run.size(quick: 16, usual: 60, full: 150), run.size(quick: 48, usual: 160))
        let seed = run.seed
        source = try DataSource(
            .dataSet("bears") { try Bears(dataSet: $0) }, standIn: "generated bears", in: run.locator
        ) {
            try Bears(generated: each, size: size, seed: seed)
        }
        run.use(OriginOfBears(name: source.name, notices: source.notices))
    }
}
