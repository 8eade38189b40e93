// # ResNets
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch14`, run one section with `swift run ch14 --section 3`, and train on real images with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 14 of the book.
public final class ResidualNets: Chapter {
    public static let number = 14
    public static let title = "ResNets"
    public static let sections: [Section<ResidualNets>] = [
        Section(
            "Going back to Imagenette", ResidualNets.aHarderProblem, ResidualNets.normalizedPictures,
            ResidualNets.randomCrops, ResidualNets.batchesOfPictures),
        Section(
            "A fully convolutional net", ResidualNets.tooManyHalvings, ResidualNets.weightsOfAFlattenedGrid,
            ResidualNets.averageOfTheGrid, ResidualNets.theFirstNet, ResidualNets.anySizeWillDo,
            ResidualNets.windowsOfAnyGrid, ResidualNets.poolingByTwos, ResidualNets.largestInEachWindow,
            ResidualNets.shuffledPlaces, ResidualNets.aDigitInPieces, ResidualNets.findARate,
            ResidualNets.fiveEpochsOfFCN),
        Section(
            "Deeper is not better", ResidualNets.moreLayersPerStage, ResidualNets.deepAndPlain,
            ResidualNets.withoutBatchNorm),
        Section(
            "Skip connections", ResidualNets.returnsItsInput, ResidualNets.theBlockDoesNothing,
            ResidualNets.deadOrAlive, ResidualNets.shapesThatDoNotAdd, ResidualNets.layersThatDoNothing,
            ResidualNets.trainTheAddedLayers, ResidualNets.deepWithSkips, ResidualNets.whatIsEasyToLearn,
            ResidualNets.theWayOfTheGradient, ResidualNets.startAtZeroOrOne),
        Section(
            "A ResNet block that shrinks and widens", ResidualNets.oneByOne, ResidualNets.skipPathInHalf,
            ResidualNets.theWholeBlock, ResidualNets.oneOrTwoBlocks, ResidualNets.fiveEpochsOfBlocks),
        Section(
            "The loss landscape", ResidualNets.twoDirections, ResidualNets.alongLines, ResidualNets.twoLandscapes,
            ResidualNets.experiments),
        Section(
            "A state-of-the-art ResNet", ResidualNets.rightWithinFive, ResidualNets.whatGuessingGives,
            ResidualNets.theStem, ResidualNets.aStemOfBlocks, ResidualNets.eighteenAndThirtyFour,
            ResidualNets.everyBlockBeginsAsNothing, ResidualNets.ledgerOfResNet18,
            ResidualNets.fiveEpochsOfResNet18),
        Section(
            "Bottleneck layers", ResidualNets.twoKindsOfBlocks, ResidualNets.whatTheTimeIs, ResidualNets.fiftyLayers,
            ResidualNets.atOtherSizes, ResidualNets.theBooksTwentyEpochs, ResidualNets.ourEpochsOfResNet50,
            ResidualNets.staleAverages, ResidualNets.atEqualTime),
        Section(
            "ResNets that others have trained", ResidualNets.fiveNets, ResidualNets.namesOfNumbers,
            ResidualNets.oursAndTheirs, ResidualNets.whatDoesNotFit, ResidualNets.thereAndBackAgain,
            ResidualNets.whichNet, ResidualNets.netsForCIFAR, ResidualNets.howTheyWantTheirPixels,
            ResidualNets.tracesOfCompression, ResidualNets.smallerOrBlurred, ResidualNets.birdOrAirplane,
            ResidualNets.resizing,
            ResidualNets.whatIsInThePhoto),
        Section(
            "Conclusion", ResidualNets.allNets, ResidualNets.longerWithSmoothing, ResidualNets.theStraightPath),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(150), .full: .seconds(1200),
    ]

    let run: Run
    /// Imagenette as PNG if it is at hand, else ten classes of Tiny ImageNet as PNG, else birds and airplanes, else
    /// generated scenes.
    let source: DataSource<Pictures>

    /// Finds out where the pictures will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        let most = (
            train: run.size(quick: 60, usual: 1280, full: 10_000), valid: run.size(quick: 30, usual: 400, full: 4_000)
        )
        source = try run.data(
            .dataSet("imagenette2-160-png") { try Pictures(folder: $0, most: most) },
            .dataSet("tiny_imagenet_10-png") { try Pictures(folder: $0, most: most) },
            .dataSet("cifar_birds_airplanes") { try Pictures(folder: $0, most: most) }, standIn: "generated scenes"
        ) {
            try .generated(train: most.train, valid: most.valid, seed: seed)
        }
    }
}
