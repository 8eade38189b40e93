// # A Learner from scratch
//
// This chapter is a framework. It begins with files on a disk and ends with a net that has learned to tell what they
// show, and all that lies between is written here: finding the files and their labels, a dataset, a loader that decodes
// pictures in several threads, parameters and modules, layers, losses, an optimizer, and at last a `Learner` with
// callbacks. Nothing is taken from the engine but its tensors, whose gradients chapter 17 has taken apart.
//
// Each part is small. A dataset is a count and a subscript; a module is a class that looks at its own properties; the
// whole `Learner` fits on a screen. When you have read the chapter you can hold all of it in your head, and change any
// part of it: that is what it is for. The book calls it the beginning of your own research.
//
// So run it, and do more than read. For every "what is …?" among its questions, write a few lines of your own that
// would come out otherwise if your answer were wrong.
//
// Run it with `swift run ch19`, run one section with `swift run ch19 --section 3`, and train on real pictures with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 19 of the book.
public final class LearnerFromScratch: Chapter {
    public static let number = 19
    public static let title = "A Learner from scratch"
    public static let sections: [Section<LearnerFromScratch>] = [
        Section(
            "Data", LearnerFromScratch.whereThePicturesAre, LearnerFromScratch.walkThroughFolders,
            LearnerFromScratch.patternsForNames, LearnerFromScratch.globForFiles, LearnerFromScratch.walkOrGlob,
            LearnerFromScratch.labelsAreFolders, LearnerFromScratch.numbersForLabels,
            LearnerFromScratch.masksAndTheirInverse, LearnerFromScratch.firstPicture, LearnerFromScratch.fourModes,
            LearnerFromScratch.whatTheFilesAre, LearnerFromScratch.whatCannotBeOpened),
        Section(
            "Dataset and DataLoader", LearnerFromScratch.countAndSubscript, LearnerFromScratch.overlapsOfPixels,
            LearnerFromScratch.resizeAPicture, LearnerFromScratch.splitIntoTwo, LearnerFromScratch.lookAtAnItem,
            LearnerFromScratch.collateTwo, LearnerFromScratch.collateWhatDiffers, LearnerFromScratch.aJobFails,
            LearnerFromScratch.nobodyWorksFarAhead, LearnerFromScratch.resultsInOrder,
            LearnerFromScratch.batchesOfPictures,
            LearnerFromScratch.anyNumberOfWorkers,
            LearnerFromScratch.brokenFile, LearnerFromScratch.speedOfTheLoader,
            LearnerFromScratch.sameBatchesAsTheEngine, LearnerFromScratch.asFastAsTheEngine,
            LearnerFromScratch.oneBatchIsEnough,
            LearnerFromScratch.normalizeABatch, LearnerFromScratch.nhwcToNCHW, LearnerFromScratch.theOtherWayRound),
        Section(
            "Module and Parameter", LearnerFromScratch.valuesAndThings, LearnerFromScratch.registeredByLooking,
            LearnerFromScratch.trainingReachesAll, LearnerFromScratch.aHookIsACall, LearnerFromScratch.sameConvolution,
            LearnerFromScratch.howLargeToStart, LearnerFromScratch.convolveABatch, LearnerFromScratch.whyActMatters,
            LearnerFromScratch.linearLayer, LearnerFromScratch.fourParameters, LearnerFromScratch.noDevice),
        Section(
            "A simple CNN", LearnerFromScratch.aListIsNotSeen, LearnerFromScratch.registeredByHand,
            LearnerFromScratch.averageAway, LearnerFromScratch.layerByLayer, LearnerFromScratch.whereTheNumbersAre,
            LearnerFromScratch.printStatistics, LearnerFromScratch.throughTheLayers,
            LearnerFromScratch.oneSlotOrMany),
        Section(
            "Loss", LearnerFromScratch.onlyTheRightClassCounts, LearnerFromScratch.lossOfAnUntrainedNet,
            LearnerFromScratch.scoresThatOverflow, LearnerFromScratch.logSumExpOfLargeNumbers,
            LearnerFromScratch.equalOrAlmost, LearnerFromScratch.threeVersions, LearnerFromScratch.sameAsTheEngines,
            LearnerFromScratch.probabilitiesMinusTruth, LearnerFromScratch.chanceAndCertainty),
        Section(
            "Learner", LearnerFromScratch.oneStepOfSGD, LearnerFromScratch.weightsThatNobodyHolds,
            LearnerFromScratch.aStepNeedsAGradient, LearnerFromScratch.eventsInOrder, LearnerFromScratch.sameAsByHand),
        Section(
            "Callbacks", LearnerFromScratch.aFirstCallback, LearnerFromScratch.aCallbackThatWrites,
            LearnerFromScratch.picturesInAMirror, LearnerFromScratch.aSmallLastBatch,
            LearnerFromScratch.whatIsKept, LearnerFromScratch.withoutLooking, LearnerFromScratch.oneEpochOfCNN,
            LearnerFromScratch.threeWaysOut, LearnerFromScratch.aBatchIsBroken, LearnerFromScratch.anErrorInEveryEvent,
            LearnerFromScratch.goOnAfterAnError, LearnerFromScratch.aLineThatGoesAway,
            LearnerFromScratch.goneEvenAfterAnError, LearnerFromScratch.sameWithoutCallback),
        Section(
            "Scheduling the learning rate", LearnerFromScratch.ratesOfTheFinder, LearnerFromScratch.findARate,
            LearnerFromScratch.firstRowOfTheFinder, LearnerFromScratch.aTriangle, LearnerFromScratch.onlyTrainingCounts,
            LearnerFromScratch.eightEpochsInOneCycle, LearnerFromScratch.whatItStillGetsWrong,
            LearnerFromScratch.sameForDigits),
        Section(
            "Further: momentum, batch norm, a ResNet, Mixup", LearnerFromScratch.speedUp,
            LearnerFromScratch.alongAValley, LearnerFromScratch.momentumOnPictures,
            LearnerFromScratch.batchNormBothWays, LearnerFromScratch.higherRates, LearnerFromScratch.eighteenLayers,
            LearnerFromScratch.trainTheResNet, LearnerFromScratch.sharesOfMixing, LearnerFromScratch.mixtures,
            LearnerFromScratch.trainedOnMixtures, LearnerFromScratch.averagesOfJumps,
            LearnerFromScratch.averagesOfANet, LearnerFromScratch.allTogether),
        Section("Conclusion", LearnerFromScratch.featureByFeature, LearnerFromScratch.whatToRemember),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(4500),
    ]

    let run: Run
    /// Where the chapter writes files of its own.
    let ownFiles = OwnFiles()
    /// The folder of the pictures, with `train/NAME/….png` and another such folder beside `train` for validation:
    /// Imagenette as PNG if it is at hand, else birds and airplanes, else generated scenes.
    let source: DataSource<URL>
    /// Threes and sevens in the same layout, small and grey: other pictures for the same net.
    let digitSource: DataSource<URL>

    /// Finds out where the pictures will come from; generated ones are written when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let standIn = GeneratedPictures(run, in: ownFiles)
        source = try run.data(
            .dataSet("imagenette2-160-png") { $0 }, .dataSet("cifar_birds_airplanes") { $0 },
            standIn: "generated scenes"
        ) { try standIn.writeScenes() }
        digitSource = try DataSource(
            .dataSet("mnist_sample") { $0 }, standIn: "generated digits", in: run.locator
        ) { try standIn.writeDigits() }
    }
}
