// # Under the hood: training a digit classifier
//
// Chapter 1 trained models without saying how. This chapter opens the hood. It takes the smallest
// interesting problem, telling handwritten threes from sevens, and solves it five times: with a
// rule and no learning at all; with a linear model and a training loop written by hand; with the
// same loop taken apart into pieces that can be reused; with a first neural net; and with one of eighteen
// layers. On the way you meet arrays and tensors, broadcasting, stochastic gradient descent, the choice of
// a loss, mini-batches, and the mathematics of a small net.
//
// It is one of the hardest chapters of the book, because its ideas hold each other up like the stones
// of an arch. Go through it once, then come back: the second time they will fit together.
//
// New to Swift? `SwiftForPython.swift` and the two pages after it put Python and Swift side by side.
//
// Run it with `swift run ch04`, run one section with `swift run ch04 --section 8`, and use the real
// images with `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors
import Training

/// Chapter 4 of the book.
public final class DigitClassifier: Chapter {
    public static let number = 4
    public static let title = "Under the hood: training a digit classifier"
    public static let sections: [Section<DigitClassifier>] = [
        Section("Pixels: the foundation of computer vision", DigitClassifier.pixels),
        Section("First try: pixel similarity", DigitClassifier.pixelSimilarity, DigitClassifier.twoDistances),
        Section("Arrays and tensors", DigitClassifier.arraysAndTensors, DigitClassifier.loopsAgainstTensors),
        Section(
            "Metrics, computed with broadcasting", DigitClassifier.metricsUsingBroadcasting,
            DigitClassifier.distancesToTheIdeal, DigitClassifier.whatBroadcastingCosts,
            DigitClassifier.pixelSimilarityAccuracy),
        Section(
            "Stochastic gradient descent", DigitClassifier.weightsOfAnEight, DigitClassifier.gradientDescent,
            DigitClassifier.slopeOfTheParabola, DigitClassifier.downTheSlope),
        Section("Calculating gradients", DigitClassifier.gradients),
        Section("Stepping with a learning rate", DigitClassifier.learningRate),
        Section(
            "An end-to-end example", DigitClassifier.rollerCoasterExample, DigitClassifier.oneStep,
            DigitClassifier.repeatTheStep, DigitClassifier.bestPossibleFit, DigitClassifier.largestSafeRate,
            DigitClassifier.patienceOrScaling, DigitClassifier.scaledFit),
        Section("Summary of gradient descent", DigitClassifier.summaryOfGradientDescent),
        Section(
            "A loss for threes and sevens", DigitClassifier.lossFunction, DigitClassifier.oneScore,
            DigitClassifier.allScores, DigitClassifier.accuracyOfRandomWeights, DigitClassifier.nudgeOneWeight,
            DigitClassifier.slopeOfAccuracy, DigitClassifier.distancesFromTheTargets, DigitClassifier.aFirstLoss),
        Section(
            "Sigmoid", DigitClassifier.sigmoidFunction, DigitClassifier.slopeOfTheSigmoid, DigitClassifier.saturation,
            DigitClassifier.lossOfScores, DigitClassifier.shapesThatRuinTheLoss, DigitClassifier.slopeOfTheLoss),
        Section(
            "SGD and mini-batches", DigitClassifier.miniBatches, DigitClassifier.whyShuffle,
            DigitClassifier.whatOrderDoes, DigitClassifier.sizeOfABatch),
        Section(
            "Putting it all together", DigitClassifier.gradientsPileUp, DigitClassifier.theBooksFourScores,
            DigitClassifier.forgettingToClear, DigitClassifier.oneEpochByHand, DigitClassifier.accuracyOfFour,
            DigitClassifier.trainingLoop),
        Section(
            "Creating an optimizer", DigitClassifier.optimizer, DigitClassifier.sameAsByHand,
            DigitClassifier.twentyEpochs, DigitClassifier.learner, DigitClassifier.everythingIsAThree,
            DigitClassifier.sevensCannotPush, DigitClassifier.shuffling),
        Section(
            "Adding a nonlinearity", DigitClassifier.nonlinearity, DigitClassifier.whyItIsNeeded,
            DigitClassifier.piecesMakeACurve, DigitClassifier.trainTheNet, DigitClassifier.linearOrNet,
            DigitClassifier.whatTheNetLearned),
        Section(
            "Going deeper", DigitClassifier.wideOrDeep, DigitClassifier.gradientsFade, DigitClassifier.eighteenLayers,
            DigitClassifier.oneEpochOfResNet, DigitClassifier.whatItOwesToWhat),
        Section("Jargon recap", DigitClassifier.jargon),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(400),
    ]

    let run: Run
    /// The book's sample of MNIST if it is at hand, else MNIST itself, else the generator.
    let source: DataSource<DigitImages>

    /// Finds out where the digits will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        source = try run.data(
            .mnistSample, .mnist(only: [3, 7]), .mnistPNG(only: [3, 7]), standIn: "generated digits"
        ) {
            .generated(seed: seed)
        }
    }

    /// The name of the data, for every table and chart of these digits.
    var dataName: String { source.name }

    // What is expensive to compute is computed once, when a section first asks for it.

    /// Everything that was read: images, labels, names.
    var digits: DigitImages { get throws { try run.once { try checked(try source.contents) } } }
    /// Training images as bytes, 0...255.
    var trainBytes: Digits<ByteTensor> { get throws { Digits(try digits.train) } }
    /// Training images as floats, 0...1.
    var train: Digits<Tensor> { get throws { try run.once { Digits(try trainBytes) } } }
    /// Validation images as floats, 0...1.
    var valid: Digits<Tensor> { get throws { try run.once { Digits(Digits(try digits.valid)) } } }
    /// All training images [n, 784], threes first, with target 1 for a three [n, 1] (see section 4.10).
    var trainSet: TensorDataset<Tensor, Tensor> {
        get throws { try run.once { dataset(try train) } }
    }
    /// The same for the validation images.
    var validSet: TensorDataset<Tensor, Tensor> {
        get throws { try run.once { dataset(try valid) } }
    }
}

// What a metric is compared with.

extension DigitClassifier {
    /// The accuracy of giving the more frequent answer for everything, on the validation images: 0.5044 on the book's.
    var majorityShare: Float {
        get throws {
            let (threes, sevens) = (try valid.threes.shape[0], try valid.sevens.shape[0])
            return Float(max(threes, sevens)) / Float(threes + sevens)
        }
    }

    /// The accuracy of pixel similarity (section 4.4), as the share of all validation images.
    var similarityAccuracy: Float {
        get throws {
            let (calledThree, wronglySo) = (try isThree(valid.threes).trueCount, try isThree(valid.sevens).trueCount)
            let (threes, sevens) = (try valid.threes.shape[0], try valid.sevens.shape[0])
            return Float(calledThree + sevens - wronglySo) / Float(threes + sevens)
        }
    }
}

extension DigitClassifier {
    /// An image [28, 28], 0...1, as a picture in which ink is dark. (The book's `show_image`.)
    func picture(_ image: Tensor) -> Raster { Raster(image, colours: .ink) }
    func picture(_ image: ByteTensor) -> Raster { Raster(image, colours: .ink) }
}
