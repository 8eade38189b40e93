// # Telling birds from airplanes
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch21`, run one section with `swift run ch21 --section 3`, and train on real images with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 7 of "Deep Learning with PyTorch", the second of the two books.
public final class BirdsAndAirplanes: Chapter {
    public static let number = 21
    public static let title = "Telling Birds from Airplanes"
    public static let sections: [Section<BirdsAndAirplanes>] = [
        Section(
            "A dataset of tiny images", BirdsAndAirplanes.tenClasses, BirdsAndAirplanes.picturesOfEachClass,
            BirdsAndAirplanes.oneRecord, BirdsAndAirplanes.aMadeFile, BirdsAndAirplanes.damagedFiles,
            BirdsAndAirplanes.oneOfFiveFiles, BirdsAndAirplanes.oneOfAnotherSize),
        Section(
            "The Dataset protocol", BirdsAndAirplanes.diagramOfADataset, BirdsAndAirplanes.countAndSubscript,
            BirdsAndAirplanes.countingIsEnough, BirdsAndAirplanes.crossesWithoutEnd, BirdsAndAirplanes.chainsOfStreams),
        Section(
            "Dataset transforms", BirdsAndAirplanes.pictureToTensor, BirdsAndAirplanes.transformedDataset,
            BirdsAndAirplanes.axesInAnotherOrder, BirdsAndAirplanes.thereAndBack,
            BirdsAndAirplanes.paintedWithoutPermuting, BirdsAndAirplanes.cropsAndMargins,
            BirdsAndAirplanes.sameItemTwice, BirdsAndAirplanes.quarterTurn, BirdsAndAirplanes.turnedPictures,
            BirdsAndAirplanes.coloursOfAPixel, BirdsAndAirplanes.jitteredPictures, BirdsAndAirplanes.transformsOfTheBook
        ),
        Section(
            "Normalizing data", BirdsAndAirplanes.chainsOfTransforms, BirdsAndAirplanes.randomAndFixedSteps,
            BirdsAndAirplanes.stackTwo, BirdsAndAirplanes.stackAFewPictures, BirdsAndAirplanes.allPicturesInAStream,
            BirdsAndAirplanes.smallNumbersOnALargeSum, BirdsAndAirplanes.aSumOfManyPixels,
            BirdsAndAirplanes.threeWaysToBeRight, BirdsAndAirplanes.squaresCancel, BirdsAndAirplanes.slopeOfTanh,
            BirdsAndAirplanes.saturationByInput, BirdsAndAirplanes.oneRateForAll, BirdsAndAirplanes.normalizeOne,
            BirdsAndAirplanes.threePictures, BirdsAndAirplanes.otherNumbers),
        Section(
            "Building the dataset", BirdsAndAirplanes.theTask, BirdsAndAirplanes.airplanesAndBirds,
            BirdsAndAirplanes.normalizedPair, BirdsAndAirplanes.subsetsAndSums, BirdsAndAirplanes.bothParts,
            BirdsAndAirplanes.whatABaselineKnows),
        Section(
            "A fully connected model", BirdsAndAirplanes.layPicturesFlat, BirdsAndAirplanes.whichPixelIsIt,
            BirdsAndAirplanes.tangentByHand, BirdsAndAirplanes.shapesThroughTheNet, BirdsAndAirplanes.scrambledPictures),
        Section(
            "Output of a classifier", BirdsAndAirplanes.classesAsQuantities, BirdsAndAirplanes.tornBetweenTwo,
            BirdsAndAirplanes.labelsAsRows, BirdsAndAirplanes.fairPrices, BirdsAndAirplanes.whatProbabilitiesNeed),
        Section(
            "Representing the output as probabilities", BirdsAndAirplanes.softmaxOfThree,
            BirdsAndAirplanes.scaleAndShift, BirdsAndAirplanes.overflow, BirdsAndAirplanes.softmaxOfABatch,
            BirdsAndAirplanes.askTheUntrainedNet, BirdsAndAirplanes.luckOfTheFirstAnswer,
            BirdsAndAirplanes.boundOfTheWeights, BirdsAndAirplanes.saturatedFeatures),
        Section(
            "A loss for classifying", BirdsAndAirplanes.likelihoodsOfThree, BirdsAndAirplanes.productsVanish,
            BirdsAndAirplanes.curveOfTheLogarithm, BirdsAndAirplanes.lossOfTheFirstBird, BirdsAndAirplanes.inOneStep,
            BirdsAndAirplanes.whatTheLossTakes, BirdsAndAirplanes.gradientOfTheLoss, BirdsAndAirplanes.twoLandscapes,
            BirdsAndAirplanes.numbersOfThePlateau, BirdsAndAirplanes.slopesByTheEngine,
            BirdsAndAirplanes.sigmoidOfTheDifference, BirdsAndAirplanes.threeFormsOfIt),
        Section(
            "Training the classifier", BirdsAndAirplanes.oneStepByHand, BirdsAndAirplanes.oneEpochOfSinglePictures,
            BirdsAndAirplanes.threeWaysDown, BirdsAndAirplanes.cutIntoBatches, BirdsAndAirplanes.loaderIsTheSame,
            BirdsAndAirplanes.trainTheShallowNet, BirdsAndAirplanes.wrongAndSure, BirdsAndAirplanes.sameNumbers,
            BirdsAndAirplanes.trainTheDeepNet, BirdsAndAirplanes.learnedByHeart,
            BirdsAndAirplanes.evenNonsenseCanBeLearned, BirdsAndAirplanes.parametersOfBothNets,
            BirdsAndAirplanes.aLargePicture, BirdsAndAirplanes.switchTheLoss, BirdsAndAirplanes.narrowerNets,
            BirdsAndAirplanes.learningFromBothStarts),
        Section(
            "The limits of going fully connected", BirdsAndAirplanes.everyOutputSeesAll,
            BirdsAndAirplanes.learningScrambledPictures, BirdsAndAirplanes.whatAFeatureLooksLike,
            BirdsAndAirplanes.crossesInTheMiddle, BirdsAndAirplanes.everyPlaceLearnedAnew,
            BirdsAndAirplanes.placesTakeFeatures),
        Section("Conclusion", BirdsAndAirplanes.whatWasBuilt, BirdsAndAirplanes.whereToGoOn),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(110), .full: .seconds(900),
    ]

    let run: Run
    /// CIFAR-10 if it is at hand, in one of three forms, else generated scenes.
    let source: DataSource<PictureParts>

    /// Finds out where the pictures will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        let pair = run.size(quick: (train: 240, valid: 120), usual: (train: 10_000, valid: 2000))
        let others = run.size(
            quick: (train: 160, valid: 40), usual: (train: 2000, valid: 400), full: (train: 40_000, valid: 8000))
        source = try run.data(
            .dataSet(CIFAR10.folderName) { try PictureParts(binaryFolder: $0) },
            .dataSet("cifar10") { try PictureParts(pngFolder: $0) },
            .dataSet("cifar_birds_airplanes") { try PictureParts(pngFolder: $0) }, standIn: "generated scenes"
        ) {
            try .generated(pair: pair, others: others, seed: seed)
        }
    }
}
