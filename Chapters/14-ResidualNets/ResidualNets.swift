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
        // 1 Going back to Imagenette
        // 2 A fully convolutional net
        // 3 Deeper is not better
        // 4 Skip connections
        // 5 A ResNet block that shrinks and widens
        // 6 The loss landscape
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
            ResidualNets.tracesOfCompression, ResidualNets.birdOrAirplane, ResidualNets.resizing,
            ResidualNets.whatIsInThePhoto),
        Section(
            "Conclusion", ResidualNets.allNets, ResidualNets.longerWithSmoothing, ResidualNets.theStraightPath),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(150), .full: .seconds(1200),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
