// # ResNets
//
// More layers should make a net better. Beyond some twenty they made it worse, and not only on new pictures but on
// those that it learned from. This chapter finds that out by experiment, and then builds what cured it: the *skip
// connection*, a way around every two layers on which a number passes unchanged. With it a net of 56 layers learns what
// the same net without it does not. You will see why: in what a block does before it has learned anything, in the
// gradients that reach the first layer, and in a picture of the loss around the weights.
//
// On the way there you build a net for pictures of any size, pooling of all kinds, and convolutions that look at one
// pixel. Then come the nets that are in use everywhere: ResNet-18, ResNet-34 and, with bottlenecks, ResNet-50, each
// counted to the last parameter. At the end you load weights that others have trained, find out what pictures they
// expect, and have them name what is in a photo of yours.
//
// Run it with `swift run ch14` (about three minutes), run one section with `swift run ch14 --section 3`, and
// look at everything in seconds with `--quick`. With `--data DIR` it learns from the photographs that it finds there:
// those of `imagenette2-160`, else of `tiny_imagenet_10`, else the airplanes and birds of `cifar_birds_airplanes`.
// Without them, scenes are generated. `--weights FILE --image FILE` puts a net of others before a photo (section 14.9).
// With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 14 of the book.
public final class ResidualNets: Chapter, Sendable {
    public static let number = 14
    public static let title = "ResNets"
    public static let sections: [Section<ResidualNets>] = [
        Section(
            "Going back to Imagenette", ResidualNets.aHarderProblem, ResidualNets.normalizedPictures,
            ResidualNets.randomCrops, ResidualNets.batchesOfPictures, ResidualNets.squaresOfAPhoto,
            ResidualNets.oneAfterTheOther, ResidualNets.morePixelsThanNeeded, ResidualNets.everyChangeAtOnce,
            ResidualNets.withAndWithoutChanges),
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
            ResidualNets.theWholeBlock, ResidualNets.oneOrTwoBlocks, ResidualNets.fiveEpochsOfBlocks,
            ResidualNets.blocksThatWorkAtOnce),
        Section(
            "The loss landscape", ResidualNets.twoDirections, ResidualNets.alongLines, ResidualNets.twoLandscapes,
            ResidualNets.experiments),
        Section(
            "A state-of-the-art ResNet", ResidualNets.rightWithinFive, ResidualNets.whatGuessingGives,
            ResidualNets.theStem, ResidualNets.aStemOfBlocks, ResidualNets.eighteenAndThirtyFour,
            ResidualNets.everyBlockBeginsAsNothing, ResidualNets.ledgerOfResNet18,
            ResidualNets.fiveEpochsOfResNet18, ResidualNets.asFastAsBefore),
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
            "Conclusion", ResidualNets.allNets, ResidualNets.ourNets, ResidualNets.longerWithSmoothing,
            ResidualNets.theStraightPath),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(170), .full: .seconds(2 * 3600),
    ]

    let run: Run
    /// Imagenette if it is at hand, else ten classes of Tiny ImageNet, else birds and airplanes, else generated scenes.
    let source: DataSource<Pictures>

    /// Finds out where the pictures will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        let most = (
            train: run.size(quick: 60, usual: 896, full: 10_000), valid: run.size(quick: 30, usual: 400, full: 4_000)
        )
        source = try run.data(
            .dataSet("imagenette2-160") { try Pictures(folder: $0, most: most, seed: seed) },
            .dataSet("tiny_imagenet_10") { try Pictures(folder: $0, most: most, seed: seed) },
            .dataSet("cifar_birds_airplanes") { try Pictures(folder: $0, most: most, seed: seed) },
            standIn: "generated scenes"
        ) {
            try .generated(train: most.train, valid: most.valid, seed: seed)
        }
    }
}
