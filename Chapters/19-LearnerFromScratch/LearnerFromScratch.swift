// # A Learner from scratch
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch19`, run one section with `swift run ch19 --section 3`, and train on real images with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 19 of the book.
public final class LearnerFromScratch: Chapter {
    public static let number = 19
    public static let title = "A Learner from scratch"
    public static let sections: [Section<LearnerFromScratch>] = [
        // 1 Data
        // 2 Dataset and DataLoader
        // 3 Module and Parameter
        // 4 A simple CNN
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
            LearnerFromScratch.imagesInAMirror, LearnerFromScratch.aSmallLastBatch,
            LearnerFromScratch.whatIsKept, LearnerFromScratch.withoutLooking, LearnerFromScratch.oneEpochOfCNN,
            LearnerFromScratch.aLineThatGoesAway,
            LearnerFromScratch.goneEvenAfterAnError, LearnerFromScratch.threeWaysOut,
            LearnerFromScratch.aBatchIsBroken, LearnerFromScratch.anErrorInEveryEvent,
            LearnerFromScratch.goOnAfterAnError, LearnerFromScratch.sameWithoutCallback),
        Section(
            "Scheduling the learning rate", LearnerFromScratch.ratesOfTheFinder, LearnerFromScratch.findARate,
            LearnerFromScratch.aTriangle, LearnerFromScratch.onlyTrainingCounts,
            LearnerFromScratch.eightEpochsInOneCycle, LearnerFromScratch.whatItStillGetsWrong),
        Section(
            "Further: momentum, batch norm, a ResNet, Mixup", LearnerFromScratch.speedUp,
            LearnerFromScratch.alongAValley, LearnerFromScratch.momentumOnImages,
            LearnerFromScratch.batchNormBothWays, LearnerFromScratch.higherRates, LearnerFromScratch.eighteenLayers,
            LearnerFromScratch.trainTheResNet, LearnerFromScratch.sharesOfMixing, LearnerFromScratch.mixtures,
            LearnerFromScratch.trainedOnMixtures, LearnerFromScratch.averagesOfJumps,
            LearnerFromScratch.averagesOfANet, LearnerFromScratch.allTogether),
        Section("Conclusion", LearnerFromScratch.featureByFeature, LearnerFromScratch.whatToRemember),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(600),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
