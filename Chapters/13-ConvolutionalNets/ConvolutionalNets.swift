// # Convolutional neural networks
//
// Chapter 4 told threes from sevens with layers in which every number has a weight for every pixel. This chapter makes
// a layer that knows what an image is: a *convolution*, a small table of weights that is taken to every place of it. At
// first the weights are made by hand, nine numbers that find edges. Then they go through whole batches, with strides
// and with padding, as loops, as one matrix product, and as a matrix with zeros and tied weights. Then they are
// learned: a small convolutional net for threes and sevens, its arithmetic counted by hand, what each of its numbers
// can see, and the same with colours.
//
// The second half is about training. A net for all ten digits fails in front of your eyes, you look into its layers to
// find out why, and try three cures one after the other: larger batches, a learning rate that rises and falls
// (*1cycle*) and *batch normalization*. At the end the net gets about 99 percent of MNIST right in a few epochs, and
// nothing in it is a black box.
//
// Everything is built before it is used: whenever a method of the engine appears, it has been written by hand first, or
// has been explained, and the two agree.
//
// Run it with `swift run ch13` (about two minutes), run one section with `swift run ch13 --section 3`, and look at
// everything in seconds with `--quick`. With `--data DIR` it works with the real images that it finds there: threes and
// sevens of `mnist_sample`, ten digits of `mnist`, and for colours the airplanes and birds of `cifar_birds_airplanes`;
// what is not there is generated. With `--predict` it asks you to predict results before it shows them.

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
        colourSource = try run.data(
            .dataSet("cifar_birds_airplanes") { try ColourPictures(folder: $0) }, standIn: "generated scenes",
            isInBook: false
        ) {
            try .generated(train: scenes.train, valid: scenes.valid, seed: seed)
        }
    }
}
