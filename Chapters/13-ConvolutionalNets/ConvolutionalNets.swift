// # Convolutional neural networks
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch13`, run one section with `swift run ch13 --section 3`, and train on the real digits with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 13 of the book.
public final class ConvolutionalNets: Chapter {
    public static let number = 13
    public static let title = "Convolutional neural networks"
    public static let sections: [Section<ConvolutionalNets>] = [
        Section(
            "The magic of convolutions", ConvolutionalNets.aKernelOfNineNumbers, ConvolutionalNets.oneTopEdge,
            ConvolutionalNets.noTopEdge, ConvolutionalNets.applyingAKernel, ConvolutionalNets.signsInTheBook,
            ConvolutionalNets.fourEdges),
        Section(
            "Mapping a convolution kernel", ConvolutionalNets.alongTheFirstRow, ConvolutionalNets.coordinates,
            ConvolutionalNets.mapOfTopEdges, ConvolutionalNets.mapOfLeftEdges, ConvolutionalNets.placesInAnImage),
        Section(
            "Convolutions of whole batches", ConvolutionalNets.kernelsAsAWeight, ConvolutionalNets.diagonalsInFlatInk,
            ConvolutionalNets.batchByLoops, ConvolutionalNets.columnsOfASmallImage, ConvolutionalNets.threeWaysAgree,
            ConvolutionalNets.threeWaysBack, ConvolutionalNets.howOftenAPixelCounts, ConvolutionalNets.timeFourWays,
            ConvolutionalNets.whatTheTimesMean, ConvolutionalNets.featuresBeforeLearning,
            ConvolutionalNets.whatEdgesAreWorth),
        Section(
            "Strides and padding", ConvolutionalNets.kernelOnTheCorner, ConvolutionalNets.largerThanTheImage,
            ConvolutionalNets.sameSize, ConvolutionalNets.zerosAreNotNothing, ConvolutionalNets.everySecondPlace,
            ConvolutionalNets.sizesOfOutputs, ConvolutionalNets.whatIsLeftOver, ConvolutionalNets.equalToTheEngines,
            ConvolutionalNets.gradientOfTheBias),
        Section(
            "Understanding the convolution equations", ConvolutionalNets.fourApplications,
            ConvolutionalNets.fourEquations, ConvolutionalNets.theMatrix, ConvolutionalNets.sameAsTheConvolution,
            ConvolutionalNets.mostlyZeros, ConvolutionalNets.theWayBackIsTheTranspose, ConvolutionalNets.oneFreeStep,
            ConvolutionalNets.leftAndRight),
        Section(
            "Creating the CNN", ConvolutionalNets.netOfLinearLayers, ConvolutionalNets.learnedKernels,
            ConvolutionalNets.oneNumberForEachPixel, ConvolutionalNets.halvedToOne,
            ConvolutionalNets.oneFunctionForAllLayers, ConvolutionalNets.scoresOfSimpleCNN,
            ConvolutionalNets.withoutFlatten, ConvolutionalNets.layersInATable, ConvolutionalNets.aLearnerForTheCNN,
            ConvolutionalNets.twoEpochs, ConvolutionalNets.kernelsAfterTraining),
        Section(
            "Understanding convolution arithmetic", ConvolutionalNets.fourAxes,
            ConvolutionalNets.whereTheParametersAre, ConvolutionalNets.multiplicationsOneByOne,
            ConvolutionalNets.inputGridOrOutputGrid, ConvolutionalNets.whereTheWorkGoes,
            ConvolutionalNets.widthsCompared),
        Section(
            "Receptive fields", ConvolutionalNets.fieldsOfLayers, ConvolutionalNets.fieldsByFormula,
            ConvolutionalNets.twoLayersInCells, ConvolutionalNets.oneCellTraced,
            ConvolutionalNets.fieldByNudging, ConvolutionalNets.fieldByGradient, ConvolutionalNets.whatFollows),
        Section(
            "Colour images", ConvolutionalNets.threeChannels, ConvolutionalNets.colourByHand,
            ConvolutionalNets.allFiltersAtOnce, ConvolutionalNets.otherEncodings, ConvolutionalNets.encodedNet,
            ConvolutionalNets.whatGreyLoses, ConvolutionalNets.firstKernels),
        Section(
            "A simple baseline", ConvolutionalNets.tenDigits, ConvolutionalNets.whatAWindowKeeps,
            ConvolutionalNets.theNetForTenDigits, ConvolutionalNets.countingNumbers, ConvolutionalNets.callbacksByName,
            ConvolutionalNets.aFailingRun, ConvolutionalNets.whereItDied),
        Section("Increase batch size", ConvolutionalNets.betterGradients, ConvolutionalNets.largerBatches),
        Section(
            "1cycle training", ConvolutionalNets.theSchedule, ConvolutionalNets.trainingWithOneCycle,
            ConvolutionalNets.lowAtTheEnd, ConvolutionalNets.sharpMinima, ConvolutionalNets.oneBatchAsAStrip,
            ConvolutionalNets.gaussAndItsLogarithm, ConvolutionalNets.readingTheColours),
        Section(
            "Batch normalization", ConvolutionalNets.sameAsTheEnginesBatchNorm, ConvolutionalNets.theMeanMovesToo,
            ConvolutionalNets.theNormedNet, ConvolutionalNets.trainingWithBatchNorm,
            ConvolutionalNets.trainingForFiveEpochs, ConvolutionalNets.averagesComeLate,
            ConvolutionalNets.whatIsStillWrong, ConvolutionalNets.companions),
        Section(
            "Conclusion", ConvolutionalNets.linearLayersInstead, ConvolutionalNets.asManyParameters,
            ConvolutionalNets.whoSharesAMean, ConvolutionalNets.comparedNorms, ConvolutionalNets.symmetry,
            ConvolutionalNets.bothOrders, ConvolutionalNets.edgesOfADigit, ConvolutionalNets.linearModelsOnFeatures),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(600),
    ]

    let run: Run
    /// Threes and sevens: the book's sample of MNIST if it is at hand, else MNIST itself, else the generator.
    let sampleSource: DataSource<DigitImages>
    /// All ten digits: MNIST if it is at hand, else the generator.
    let source: DataSource<DigitImages>
    /// Small colour pictures of airplanes and birds: those of CIFAR-10 if they are at hand, else generated scenes. The
    /// book has none, and so no numbers for them.
    let colourSource: DataSource<ColourPictures>

    /// Finds out where the digits will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (seed, each) = (run.seed, run.size(quick: 20, usual: 1000))
        sampleSource = try run.data(
            .mnistSample, .mnist(only: [3, 7]), .mnistPNG(only: [3, 7]), standIn: "generated digits"
        ) {
            .generated(seed: seed)
        }
        source = try run.data(.mnist(), .mnistPNG(), standIn: "generated digits") {
            .generated(digits: Array(0...9), train: each, valid: each / 2, seed: seed)
        }
        let scenes = run.size(quick: (train: 120, valid: 60), usual: (train: 5000, valid: 1000))
        colourSource = try DataSource(
            .dataSet("cifar_birds_airplanes") { try ColourPictures(folder: $0) }, standIn: "generated scenes",
            in: run.locator
        ) {
            try .generated(train: scenes.train, valid: scenes.valid, seed: seed)
        }
    }
}
