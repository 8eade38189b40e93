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
        // 1 The magic of convolutions
        // 2 Mapping a convolution kernel
        // 3 Convolutions of whole batches
        // 4 Strides and padding
        // 5 Understanding the convolution equations
        // 6 Creating the CNN
        // 7 Convolution arithmetic
        // 8 Receptive fields
        // 9 Colour images
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
            ConvolutionalNets.trainingForFiveEpochs, ConvolutionalNets.whatIsStillWrong,
            ConvolutionalNets.companions),
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
    }
}
