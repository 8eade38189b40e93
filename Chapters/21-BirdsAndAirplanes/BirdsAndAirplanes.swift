// # Telling birds from airplanes
//
// This chapter follows another book: chapter 7 of "Deep Learning with PyTorch" by E. Stevens, L. Antiga and T.
// Viehmann. It is best read after chapter 4, whose first steps it takes again on another road, with pictures in colour.
// Is it a bird or an airplane? Before a net may try, the pictures have to become a *dataset*: read from their files,
// turned into tensors, cropped and turned and recoloured by *transforms*, normalized, and handed out in batches. All of
// that is built here from nothing.
//
// Then the output: why two classes should not be one number, what softmax makes of scores, why the loss is the negative
// logarithm of a probability, and what goes wrong with the squared error. At the end stand two dense nets that are
// right four times out of five, and the reasons why more of the same will not help: they learn their pictures by heart,
// do not know which pixels are neighbours, and do not recognize what has moved by a few pixels. Convolutions (chapter
// 13) are the answer.
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
            BirdsAndAirplanes.sameItemTwice, BirdsAndAirplanes.quarterTurn, BirdsAndAirplanes.holesOfTheFirstIdea,
            BirdsAndAirplanes.turnedPictures,
            BirdsAndAirplanes.coloursOfAPixel, BirdsAndAirplanes.jitteredPictures, BirdsAndAirplanes.transformsOfTheBook
        ),
        Section(
            "Normalizing data", BirdsAndAirplanes.chainsOfTransforms, BirdsAndAirplanes.randomAndFixedSteps,
            BirdsAndAirplanes.stackTwo, BirdsAndAirplanes.stackAFewPictures, BirdsAndAirplanes.allPicturesInAStream,
            BirdsAndAirplanes.smallNumbersOnALargeSum, BirdsAndAirplanes.aSumOfManyPixels,
            BirdsAndAirplanes.severalSumsAtOnce,
            BirdsAndAirplanes.threeWaysToBeRight, BirdsAndAirplanes.squaresCancel, BirdsAndAirplanes.slopeOfTanh,
            BirdsAndAirplanes.saturationByInput, BirdsAndAirplanes.oneRateForAll, BirdsAndAirplanes.normalizeOne,
            BirdsAndAirplanes.threePictures, BirdsAndAirplanes.otherNumbers),
        Section(
            "Building the dataset", BirdsAndAirplanes.theTask, BirdsAndAirplanes.airplanesAndBirds,
            BirdsAndAirplanes.normalizedPair, BirdsAndAirplanes.subsetsAndSums, BirdsAndAirplanes.bothParts,
            BirdsAndAirplanes.whatABaselineKnows),
        Section(
            "A fully connected model", BirdsAndAirplanes.layPicturesFlat, BirdsAndAirplanes.whichPixelIsIt,
            BirdsAndAirplanes.tangentByHand, BirdsAndAirplanes.shapesThroughTheNet,
            BirdsAndAirplanes.scrambledPictures),
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
            "Training the classifier", BirdsAndAirplanes.oneStepByHand, BirdsAndAirplanes.whatAStepCosts,
            BirdsAndAirplanes.oneEpochOfSinglePictures, BirdsAndAirplanes.threeWaysDown, BirdsAndAirplanes.twoValleys,
            BirdsAndAirplanes.cutIntoBatches, BirdsAndAirplanes.loaderIsTheSame,
            BirdsAndAirplanes.trainTheShallowNet, BirdsAndAirplanes.wrongAndSure,
            BirdsAndAirplanes.whatTheColourSays, BirdsAndAirplanes.sameNumbers,
            BirdsAndAirplanes.trainTheDeepNet, BirdsAndAirplanes.learnedByHeart,
            BirdsAndAirplanes.evenNonsenseCanBeLearned, BirdsAndAirplanes.parametersOfBothNets,
            BirdsAndAirplanes.aLargePicture, BirdsAndAirplanes.switchTheLoss, BirdsAndAirplanes.narrowerNets,
            BirdsAndAirplanes.trainingOnCrops, BirdsAndAirplanes.learningFromBothStarts,
            BirdsAndAirplanes.learningFromThreeInputs),
        Section(
            "The limits of going fully connected", BirdsAndAirplanes.everyOutputSeesAll,
            BirdsAndAirplanes.learningScrambledPictures, BirdsAndAirplanes.whatAFeatureLooksLike,
            BirdsAndAirplanes.crossesInTheMiddle, BirdsAndAirplanes.sharedPixelsByDistance,
            BirdsAndAirplanes.mapOfAllMoves, BirdsAndAirplanes.everyPlaceLearnedAnew,
            BirdsAndAirplanes.placesTakeFeatures),
        Section("Conclusion", BirdsAndAirplanes.whatWasBuilt, BirdsAndAirplanes.whereToGoOn),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(115), .full: .seconds(1500),
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
